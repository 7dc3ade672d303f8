using System.Net;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace ContactsApi.Tests.Features.Pages;

/// <summary>Letters and other sites add names of their own to an address, and a browser may name a zone that nobody knows: a person still gets the whole page.</summary>
[Collection<Alone>]
public sealed class StrangeAddressTests : IDisposable
{
    private readonly ServedApp served = new();

    [Theory]
    [InlineData("utm_source=letter&utm_medium=email")]
    [InlineData("fbclid=IwAR0")]
    [InlineData("yclid=1&ysclid=2&gclid=3")]
    [InlineData("utm_source=a&utm_source=b&%3Cb%3E=1")]
    public async Task What_a_page_does_not_know_it_ignores_and_drops_and_the_page_stays_live(string strange)
    {
        await using var visit = await Visit.BeginAsync();
        var response = await visit.Page.GotoAsync(served.At($"/?segment=individual&{strange}"));

        Assert.Equal((int)HttpStatusCode.OK, response!.Status);
        await Expect(visit.Page.Locator(".mistake")).ToHaveCountAsync(0);
        foreach (var name in strange.Split('&').Select(pair => pair.Split('=')[0]))
            await Expect(visit.Page.Locator($"a[href*='{name}'], input[name='{name}']")).ToHaveCountAsync(0);

        await BreakAsync("portal-chat");
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("Горячая линия");
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [InlineData("topic=fire", "topic")]
    [InlineData("need=voice&need=magic", "need")]
    [InlineData("segment=individual&segment=abroad", "segment")]
    [InlineData("timeZone=Mars/Base", "timeZone")]
    [InlineData("at=soon", "at")]
    public async Task What_is_refused_is_told_once_and_then_dropped_and_the_page_stays_live(string refused, string name)
    {
        await using var visit = await Visit.BeginAsync();
        await visit.Page.GotoAsync(served.At($"/?{refused}"));

        await Expect(visit.Page.Locator(".mistake code")).ToHaveTextAsync(name);
        await Expect(visit.Page.Locator($"a[href*='{refused}']")).ToHaveCountAsync(0);
        await BreakAsync("portal-chat");
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("Горячая линия");
    }

    [Theory]
    [InlineData("Etc/Unknown")]
    [InlineData("Mars/Base")]
    [InlineData("")]
    public async Task A_zone_that_was_only_guessed_is_dropped_where_it_is_not_known(string zone)
    {
        await using var visit = await Visit.BeginAsync();
        await visit.Page.AddInitScriptAsync(
            $$"""
            const known = Intl.DateTimeFormat.prototype.resolvedOptions;
            Intl.DateTimeFormat.prototype.resolvedOptions = function () { return { ...known.call(this), timeZone: '{{zone}}' }; };
            """);
        await visit.Page.GotoAsync(served.At("/"));

        await Expect(visit.Page.Locator("#slider")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator(".mistake")).ToHaveCountAsync(0);
        await Expect(visit.Page.Locator("#answer")).ToHaveAttributeAsync("data-zone", "Europe/Moscow");
        Assert.DoesNotContain("timeZone", visit.Page.Url);
    }

    /// <summary>The service may know a zone that the browser does not.</summary>
    [Fact]
    public async Task A_zone_that_the_browser_does_not_know_does_not_end_the_script()
    {
        await using var visit = await Visit.BeginAsync();
        await visit.Page.AddInitScriptAsync(
            """
            const Known = Intl.DateTimeFormat;
            Intl.DateTimeFormat = function (language, options) {
              if (options?.timeZone === 'Asia/Omsk') throw new RangeError('Invalid time zone specified: Asia/Omsk');
              return new Known(language, options);
            };
            """);
        await visit.Page.GotoAsync(served.At("/?timeZone=Asia/Omsk"));

        await Expect(visit.Page.Locator("#slider")).ToBeVisibleAsync();
        await BreakAsync("portal-chat");
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("Горячая линия");
        Assert.Empty(visit.Complaints);
    }

    public void Dispose() => served.Dispose();

    private async Task BreakAsync(string channel)
    {
        using var steward = new HttpClient { BaseAddress = served.Address }.With(served.App.KeyOf(Scope.Steward).Text);
        await steward.WriteAsync("POST", "/v1/admin/incidents", $$"""{ "channelId": "{{channel}}", "reason": { "ru": "Сбой.", "en": "It is down." } }""");
    }
}
