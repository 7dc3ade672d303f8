using ContactsApi.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace ContactsApi.Tests.Features.Pages;

/// <summary>What a site asks for wrongly is told to its makers on the console; whoever needs help gets the plain number.</summary>
[Collection<Alone>]
public sealed class WidgetRefusalTests : IDisposable
{
    private readonly ServedApp served = new() { Settings = new() { ["Cors:Origins"] = "*" } };

    [Theory]
    [InlineData("region=RU-XXX", "region")]
    [InlineData("country=de", "country")]
    [InlineData("topic=fire", "topic")]
    [InlineData("segment=people", "segment")]
    [InlineData("need='voice magic'", "need")]
    [InlineData("time-zone=Mars/Base", "timeZone")]
    [InlineData("service=/nowhere", "404")]
    public async Task What_is_refused_is_said_on_the_console_and_the_plain_number_on_the_screen(string attribute, string blamed)
    {
        await using var site = await SiteAsync(attribute);
        await using var visit = await Visit.BeginAsync();
        await visit.Page.GotoAsync(site.Address);

        await Expect(visit.Page.Locator("contact-widget .reach")).ToHaveAttributeAsync("href", "tel:+78005553535");
        await Expect(visit.Page.Locator("contact-widget .old")).ToHaveTextAsync("Телефон поддержки:");
        Assert.Contains(visit.Complaints, complaint => complaint.StartsWith("contact-widget: ", StringComparison.Ordinal) && complaint.Contains(blamed, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Etc/Unknown")]
    [InlineData("Mars/Base")]
    public async Task A_zone_that_was_only_guessed_is_dropped_where_it_is_not_known(string zone)
    {
        await using var site = await SiteAsync("");
        await using var visit = await Visit.BeginAsync();
        await visit.Page.AddInitScriptAsync(
            $$"""
            const known = Intl.DateTimeFormat.prototype.resolvedOptions;
            Intl.DateTimeFormat.prototype.resolvedOptions = function () { return { ...known.call(this), timeZone: '{{zone}}' }; };
            """);
        await visit.Page.GotoAsync(site.Address);

        await Expect(visit.Page.Locator("contact-widget .name")).ToHaveTextAsync("Онлайн-чат на портале");
    }

    public void Dispose() => served.Dispose();

    private Task<ForeignSite> SiteAsync(string attribute) =>
        ForeignSite.StartAsync($"<script src=\"{served.At("/widget.js")}\" defer></script><contact-widget {attribute}></contact-widget>", "");
}
