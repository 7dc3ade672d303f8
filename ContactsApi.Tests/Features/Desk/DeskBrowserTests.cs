using System.Diagnostics;
using ContactsApi.Features.Webhooks;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ContactsApi.Tests.Features.Desk;

/// <summary>The desk in a browser: on a phone and wide, with scripts and without.</summary>
[Collection<Alone>]
public sealed class DeskBrowserTests : IDisposable
{
    private static readonly string[] Views =
    [
        "/desk", "/desk/outages/new/hotline", "/desk/outages/hotline-2026-11-22", "/desk/corrections", "/desk/disputes", "/desk/disputes/hotline", "/desk/channels",
        "/desk/channels/hotline", "/desk/hours", "/desk/hours/new/hotline", "/desk/offices", "/desk/offices/new", "/desk/offices/csv", "/desk/history", "/desk/history/2", "/desk/keys", "/desk/audit",
        "/desk/disputes/hotline/answers", "/desk/organization", "/desk/webhooks",
    ];

    private readonly ServedApp served = new();

    /// <summary>Two taps, signing in aside. How long it takes from opening the page to the changed answer, <c>-showLiveOutput</c> tells.</summary>
    [Theory]
    [InlineData(390, false)]
    [InlineData(1280, true)]
    public async Task An_outage_is_announced_in_a_few_taps_and_ended_in_one(int width, bool scripts)
    {
        await using var visit = await Visit.BeginAsync(width: width, height: 844, scripts: scripts);
        var key = served.App.KeyOf(Scope.Steward).Text;
        var began = Stopwatch.GetTimestamp();

        await visit.Page.GotoAsync(served.At("/desk"));
        await visit.Page.Locator("#key").FillAsync(key);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Войти" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Горячая линия" }).First.ClickAsync();
        await Expect(visit.Page.Locator("#closes")).ToContainTextAsync("Голосовой помощник");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Не отвечают, причину выясняем." }).ClickAsync();
        await Expect(visit.Page.Locator(".running")).ToContainTextAsync("Не работает:");
        var answer = await served.App.CreateClient().ReadAsync("/v1/channels/hotline/availability?segment=individual");

        Assert.Equal("incident", answer["cause"].Text());
        TestContext.Current.TestOutputHelper!.WriteLine($"{width} px, scripts {scripts}: from opening the page to the changed answer {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Снова работает" }).ClickAsync();
        await Expect(visit.Page.Locator(".running")).ToHaveCountAsync(0);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Axe_finds_nothing_in_any_view_and_nothing_is_wider_than_a_phone()
    {
        served.App.Change(catalog => catalog with { Incidents = [new("hotline-2026-11-22", "hotline", Domain.At("2026-11-22 01:00"), null, new("Сбой.", "[in Russian] Сбой."))] });
        served.App.Services.GetRequiredService<HeldWebhooks>().Create("https://example.org/hooks", ["channel.changed"], null, served.App.KeyOf(Scope.Read).Key, new("a tester"));
        await using var visit = await Visit.BeginAsync(width: 390, height: 844);
        await visit.Page.GotoAsync(served.At("/desk/sign-in"));
        await AssertNothingAsync(visit, "/desk/sign-in");
        await SignInAsync(visit, Scope.Admin);

        foreach (var view in Views)
        {
            await visit.Page.GotoAsync(served.At(view));
            await visit.Page.EvaluateAsync("document.querySelectorAll('details').forEach(details => details.open = true)");
            await AssertNothingAsync(visit, view);
            Assert.Equal((view, 390), (view, await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")));
        }

        await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        foreach (var view in new[] { "/desk", "/desk/disputes/hotline" })
        {
            await visit.Page.GotoAsync(served.At(view));
            await AssertNothingAsync(visit, view, "color-contrast");
        }

        Assert.Empty(visit.Complaints);
        Assert.Equal([new Uri(served.At("/")).Authority], visit.Hosts);
    }

    [Fact]
    public async Task Another_site_can_neither_send_a_form_nor_frame_a_page()
    {
        await using var visit = await Visit.BeginAsync();
        await visit.Page.GotoAsync(served.At("/desk"));
        await SignInAsync(visit, Scope.Steward);
        // Another host than the service's: to browsers that is another site.
        await using var site = await ForeignSite.StartAsync(
            $"""<form method="post" action="{served.At("/desk/outages/new/hotline")}"><input name="prepared" value="carrier"><button>Win</button></form><iframe src="{served.At("/desk")}" title="desk"></iframe>""",
            "default-src * 'unsafe-inline'; frame-src *; form-action *");
        var address = site.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        await visit.Page.GotoAsync(address);
        Assert.DoesNotContain("Сейчас", await FrameTextAsync(visit));

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Win" }).ClickAsync();

        await Expect(visit.Page.Locator("main")).ToContainTextAsync("Вход для редакторов");
        Assert.Empty(served.App.Snapshot.Directory.Catalog.Incidents);
    }

    [Fact]
    public async Task A_draft_outlives_the_session()
    {
        await using var visit = await Visit.BeginAsync();
        await visit.Page.GotoAsync(served.At("/desk"));
        await SignInAsync(visit, Scope.Steward);
        await visit.Page.GotoAsync(served.At("/desk/channels/faq"));
        await visit.Page.GetByLabel("Название по-русски").FillAsync("Ответы");
        served.App.Time.Advance(TimeSpan.FromHours(12));
        await visit.Page.Locator("#edit button").First.ClickAsync();
        await SignInAsync(visit, Scope.Steward);

        await visit.Page.GotoAsync(served.At("/desk/channels/faq"));

        await Expect(visit.Page.GetByLabel("Название по-русски")).ToHaveValueAsync("Ответы");
    }

    public void Dispose() => served.Dispose();

    private async Task SignInAsync(Visit visit, Scope scope)
    {
        await visit.Page.Locator("#key").FillAsync(served.App.KeyOf(scope).Text);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Войти" }).ClickAsync();
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("Сейчас");
    }

    private static async Task<string> FrameTextAsync(Visit visit)
    {
        try
        {
            return await visit.Page.Frames[1].EvaluateAsync<string>("document.body?.innerText ?? ''");
        }
        catch (PlaywrightException)
        {
            return "";
        }
    }

    private static async Task AssertNothingAsync(Visit visit, string view, params string[] rules)
    {
        var result = await visit.Page.RunAxe(rules.Length == 0 ? new AxeRunOptions() : new AxeRunOptions { RunOnly = RunOnlyOptions.Rules(rules) });
        Assert.NotEmpty(result.Passes);
        Assert.Empty(result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{view} {violation.Id}: {node.Html} {node.Any.FirstOrDefault()?.Message}")));
    }
}
