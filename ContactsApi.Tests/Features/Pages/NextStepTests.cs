using ContactsApi.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace ContactsApi.Tests.Features.Pages;

/// <summary>If nobody answers, the card, the list below it, the widget and the plain text send to one and the same channel.</summary>
[Collection<Alone>]
public sealed class NextStepTests : IDisposable
{
    private readonly ServedApp served = new() { Settings = new() { ["Cors:Origins"] = "*" } };

    [Theory]
    [InlineData("segment=individual", "2026-11-22 03:00", "hotline")] // the app is another door to the chat
    [InlineData("segment=individual", "2026-11-23 12:00", "mobile-app")]
    [InlineData("segment=individual&need=no-login", "2026-11-22 03:00", "chat-bot")]
    [InlineData("segment=legal-entity", "2026-11-23 12:00", "mobile-app")]
    [InlineData("segment=abroad", "2026-11-22 03:00", "mobile-app")]
    [InlineData("segment=individual&exclude=portal-chat&exclude=mobile-app&exclude=hotline", "2026-11-22 03:00", "faq")]
    [InlineData("segment=individual", "2026-11-22 03:00", "chat-bot", "hotline")]
    public async Task There_is_one_next_step(string query, string moment, string next, string? broken = null)
    {
        served.App.Time.SetUtcNow(Domain.At(moment).ToDateTimeOffset());
        if (broken is not null)
            served.App.Change(catalog => catalog with { Incidents = [new("i", broken, Domain.At(moment), null, Domain.Reason)] });
        var name = served.App.Snapshot.Directory.Channels[next].Name.Ru;
        var attributes = string.Join(' ', query.Split('&').Where(pair => !pair.StartsWith("exclude", StringComparison.Ordinal)));
        await using var site = await ForeignSite.StartAsync($"<script src=\"{served.At("/widget.js")}\" defer></script><contact-widget {attributes}></contact-widget>", "");
        await using var visit = await Visit.BeginAsync();

        await visit.Page.GotoAsync(served.At($"/?{query}"));
        await Expect(visit.Page.Locator(".best .step")).ToHaveAttributeAsync("data-channel", next);
        await Expect(visit.Page.Locator(".best .step")).ToContainTextAsync(name);
        await Expect(visit.Page.Locator(".next li h3").First).ToHaveTextAsync(name);
        if (!query.Contains("exclude", StringComparison.Ordinal))
        {
            await visit.Page.GotoAsync(site.Address);
            await Expect(visit.Page.Locator("contact-widget .then")).ToContainTextAsync(name);
        }

        using var client = new HttpClient { BaseAddress = served.Address };
        client.DefaultRequestHeaders.Add("Accept", "text/plain");
        var address = served.App.Snapshot.Directory.Channels[next].Address!;
        Assert.Contains(
            address.Display?.Ru ?? "8 800 555-35-35", (await client.GetStringAsync($"/v1/best-channel?{query}", TestContext.Current.CancellationToken)).Split("Если не")[1]);
    }

    public void Dispose() => served.Dispose();
}
