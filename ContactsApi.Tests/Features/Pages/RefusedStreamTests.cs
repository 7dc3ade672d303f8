using ContactsApi.Storage;
using ContactsApi.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ContactsApi.Tests.Features.Pages;

/// <summary>
/// Two hundred people behind one address may use up its streams: page and widget then ask by plain requests, and say how old their answer is.
/// The browser's clock stands still but for what passes below.
/// </summary>
[Collection<Alone>]
public sealed class RefusedStreamTests : IDisposable
{
    private readonly ServedApp served = new() { Settings = new() { ["Cors:Origins"] = "*" } };

    public static TheoryData<int> Refusals => [400, 429, 503];

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task The_page_asks_by_itself_and_says_how_old_its_answer_is(int status)
    {
        await using var visit = await BeginAsync(status);
        await GotoAsync(visit, served.At("/?need=human"));
        await Expect(visit.Page.Locator("#slider")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("#live")).ToHaveTextAsync("");

        await BreakAsync();
        await PassGrowingPausesAsync(visit);
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("Горячая линия");
        await visit.Page.Clock.RunForAsync("01:10");
        await Expect(visit.Page.Locator("#live")).ToHaveTextAsync("Получено 1 минуту назад. Скоро проверим ещё раз.");
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task The_widget_asks_by_itself_and_says_how_old_its_answer_is(int status)
    {
        await using var site = await ForeignSite.StartAsync(
            $"<script src=\"{served.At("/widget.js")}\" defer></script><contact-widget need=human></contact-widget>", "");
        await using var visit = await BeginAsync(status);
        await GotoAsync(visit, site.Address);
        await Expect(visit.Page.Locator("contact-widget .name")).ToHaveTextAsync("Онлайн-чат на портале");

        await BreakAsync();
        await PassGrowingPausesAsync(visit);
        await Expect(visit.Page.Locator("contact-widget .name")).ToHaveTextAsync("Горячая линия");
        await visit.Page.Clock.RunForAsync("01:10");
        await Expect(visit.Page.Locator("contact-widget .age")).ToHaveTextAsync("Получено 1 минуту назад.");
    }

    public void Dispose() => served.Dispose();

    private static async Task<Visit> BeginAsync(int status)
    {
        var visit = await Visit.BeginAsync();
        await visit.Page.Clock.InstallAsync(new() { TimeDate = DateTime.UnixEpoch });
        await visit.Page.Clock.PauseAtAsync(DateTime.UnixEpoch.AddDays(1));
        await visit.Page.RouteAsync("**/v1/stream?**", route => route.FulfillAsync(new() { Status = status, Headers = [new("Access-Control-Allow-Origin", "*")] }));
        return visit;
    }

    /// <summary>Until the stream is asked for the first time: else that would count as trying again.</summary>
    private static async Task GotoAsync(Visit visit, string uri) =>
        await visit.Page.RunAndWaitForRequestAsync(() => visit.Page.GotoAsync(uri), request => request.Url.Contains("/v1/stream?", StringComparison.Ordinal));

    /// <summary>After each answer the stream is tried again, and refused again.</summary>
    private static async Task PassGrowingPausesAsync(Visit visit)
    {
        foreach (var pause in new[] { 15, 30, 60 })
        {
            var seconds = 0;
            var isTriedAgain = false;
            void Listen(object? sender, IRequest request) => isTriedAgain |= request.Url.Contains("/v1/stream?", StringComparison.Ordinal);
            visit.Page.Request += Listen;
            await Eventually.IsTrueAsync(async () =>
            {
                await visit.Page.Clock.RunForAsync(1000);
                seconds++;
                return isTriedAgain;
            });
            visit.Page.Request -= Listen;
            Assert.InRange(seconds, pause - 1, int.MaxValue);
        }
    }

    private async Task BreakAsync()
    {
        using var steward = new HttpClient { BaseAddress = served.Address }.With(served.App.KeyOf(Scope.Steward).Text);
        await steward.WriteAsync("POST", "/v1/admin/incidents", """{ "channelId": "portal-chat", "reason": { "ru": "Сбой.", "en": "It is down." } }""");
    }
}
