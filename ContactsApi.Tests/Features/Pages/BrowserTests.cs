using ContactsApi.Storage;
using ContactsApi.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ContactsApi.Tests.Features.Pages;

/// <summary>The page in a real browser: Sunday 22 November 2026, 03:00 in Moscow.</summary>
[Collection<Alone>]
public sealed class BrowserTests(ServedApp served) : IClassFixture<ServedApp>
{
    private static readonly string[] Segments = ["individual", "legal-entity", "abroad"];
    private static readonly string[] Moments = ["2026-11-22T03:00", "2026-11-22T21:00", "2026-11-23T12:00", "2027-01-01T03:00", "2028-05-09T09:30"];

    private static readonly string[] Wishes =
        ["", "&topic=account-locked&timeZone=America/Argentina/ComodRivadavia", "&need=attachments&exclude=portal-chat", "&urgent=true&region=RU-SPE&need=voice"];

    [Fact]
    public async Task Without_scripts_the_answer_is_right_and_the_number_can_be_dialled()
    {
        await using var visit = await Visit.BeginAsync(scripts: false, width: 390, height: 844);
        await visit.Page.GotoAsync(served.At("/?exclude=portal-chat&exclude=mobile-app"));

        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("Горячая линия");
        await Expect(visit.Page.Locator(".reach.main")).ToHaveAttributeAsync("href", "tel:+78005553535");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Не приходит код" }).ClickAsync();
        Assert.Contains("topic=sms-code", visit.Page.Url);
        await visit.Page.Locator("#choices summary").ClickAsync();
        await visit.Page.SelectOptionAsync("#region", "RU-SPE");
        await visit.Page.ClickAsync("#ask button");
        Assert.Contains("topic=sms-code", visit.Page.Url);
        Assert.Contains("region=RU-SPE", visit.Page.Url);
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [InlineData("/", ".best .way-in")]
    [InlineData("/?need=voice", ".reach.main")]
    public async Task The_first_screen_of_a_phone_holds_the_channel_the_way_to_it_and_until_when(string uri, string way)
    {
        await using var visit = await Visit.BeginAsync(width: 390, height: 667);
        await visit.Page.GotoAsync(served.At(uri));

        foreach (var part in new[] { ".trouble", "h1", way, ".best .state", ".best .valid" })
            await Expect(visit.Page.Locator(part)).ToBeInViewportAsync(new() { Ratio = 1 });
    }

    [Fact]
    public async Task Choosing_a_segment_shows_its_channel()
    {
        await using var visit = await Visit.BeginAsync();
        await visit.Page.GotoAsync(served.At("/"));

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "За границей" }).ClickAsync();

        await Expect(visit.Page.Locator(".segments [aria-current=page]")).ToHaveTextAsync("За границей");
        Assert.Contains("segment=abroad", visit.Page.Url);
    }

    [Fact]
    public async Task A_choice_shows_at_once_and_stands_in_the_address()
    {
        await using var visit = await Visit.BeginAsync();
        await visit.Page.GotoAsync(served.At("/"));

        await visit.Page.Locator("#choices summary").ClickAsync();
        await visit.Page.GetByLabel("Поговорить голосом").CheckAsync();

        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("Горячая линия");
        Assert.Equal("?timeZone=Europe%2FMoscow&need=voice", new Uri(visit.Page.Url).Query);
        await visit.Page.ReloadAsync();
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("Горячая линия");
    }

    [Fact]
    public async Task A_visitor_elsewhere_reads_the_clock_of_both_places()
    {
        await using var visit = await Visit.BeginAsync(zone: "Asia/Vladivostok");
        await visit.Page.GotoAsync(served.At("/"));

        await Expect(visit.Page.Locator(".clock")).ToHaveTextAsync("воскресенье, 22 ноября, 10:00 у вас, 03:00 в Москве");
        await Expect(visit.Page.Locator(".best .valid")).ToContainTextAsync("до 15:00 (08:00 по Москве)");
        Assert.Contains("timeZone=Asia%2FVladivostok", visit.Page.Url);
    }

    [Fact]
    public async Task The_slider_tells_of_another_moment_of_the_week()
    {
        await using var visit = await Visit.BeginAsync();
        await visit.Page.GotoAsync(served.At("/?need=voice"));
        await Expect(visit.Page.Locator(".best")).ToHaveClassAsync("best is-disputed");

        // Monday, noon.
        await visit.Page.Locator("#moment").EvaluateAsync("slider => { slider.value = 4 * 36; slider.dispatchEvent(new Event('input')); }");

        await Expect(visit.Page.Locator(".banner.moment")).ToContainTextAsync("понедельник, 23 ноября, 12:00");
        await Expect(visit.Page.Locator(".best")).ToHaveClassAsync("best is-open");
        await Expect(visit.Page.Locator("#moment")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_incident_shows_by_itself()
    {
        using var troubled = new ServedApp();
        await using var visit = await Visit.BeginAsync();
        await visit.Page.GotoAsync(troubled.At("/"));
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("Онлайн-чат на портале");
        await visit.Page.EvaluateAsync("window.stayed = true");

        using var steward = new HttpClient { BaseAddress = troubled.Address }.With(troubled.App.KeyOf(Scope.Steward).Text);
        await steward.WriteAsync(
            "POST", "/v1/admin/incidents", """{ "channelId": "portal-chat", "reason": { "ru": "Сбой чата.", "en": "The chat is down." } }""");

        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("Горячая линия");
        await Expect(visit.Page.Locator("#live")).ToHaveTextAsync("Теперь лучше: Горячая линия");
        Assert.True(await visit.Page.EvaluateAsync<bool>("window.stayed"));
    }

    [Fact]
    public async Task The_number_can_be_copied_and_the_address_of_the_page_shared_and_the_number_saved()
    {
        await using var visit = await Visit.BeginAsync(language: "en");
        await visit.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await visit.Page.GotoAsync(served.At("/?need=voice"));
        await Expect(visit.Page.Locator("#slider")).ToBeVisibleAsync();

        await visit.Page.GetByText("Copy the number").ClickAsync();
        await Expect(visit.Page.Locator("#live")).ToHaveTextAsync("Copied: 8 800 555-35-35");
        Assert.Equal("8 800 555-35-35", await visit.Page.EvaluateAsync<string>("navigator.clipboard.readText()"));

        await visit.Page.EvaluateAsync("Object.defineProperty(navigator, 'share', { configurable: true, value: async (shared) => { window.shared = shared; } })");
        await visit.Page.GetByText("Share").ClickAsync();
        Assert.Equal(visit.Page.Url, await visit.Page.EvaluateAsync<string>("shared.url"));

        var saved = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.GetByText("Save to contacts").ClickAsync());
        Assert.Equal("hotline.vcf", saved.SuggestedFilename);
    }

    /// <summary>Twice as large as the browser's own text, on a phone.</summary>
    [Theory]
    [InlineData("/?need=voice")]
    [InlineData("/?segment=abroad&language=en&topic=account-locked")]
    [InlineData("/calendar")]
    [InlineData("/status")]
    public async Task Text_may_be_twice_as_large_and_nothing_has_to_be_scrolled_sideways(string uri)
    {
        await using var visit = await Visit.BeginAsync(width: 390, height: 844);
        await visit.Page.GotoAsync(served.At(uri));
        var before = await visit.Page.EvaluateAsync<double>("document.querySelector('h1').getBoundingClientRect().height");
        await visit.Page.EvaluateAsync("document.documentElement.style.fontSize = '200%'");

        Assert.InRange(await visit.Page.EvaluateAsync<double>("document.querySelector('h1').getBoundingClientRect().height"), before * 1.5, before * 10);
        Assert.Equal(390, await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Fact]
    public async Task Without_a_connection_the_page_says_so_and_goes_on_by_itself_when_it_is_back()
    {
        await using var visit = await Visit.BeginAsync();
        await visit.Page.GotoAsync(served.At("/"));
        await Expect(visit.Page.Locator("#slider")).ToBeVisibleAsync();

        await visit.Page.Context.SetOfflineAsync(true);
        await Expect(visit.Page.Locator("#live")).ToHaveTextAsync("Обновить не удаётся. Совет получен только что и пока верен.");
        await Expect(visit.Page.Locator("h1")).ToBeVisibleAsync();

        await visit.Page.Context.SetOfflineAsync(false);
        await Expect(visit.Page.Locator("#live")).ToHaveTextAsync("");
    }

    [Theory]
    [InlineData("/", 320)]
    [InlineData("/?segment=abroad&language=en", 320)]
    [InlineData("/?segment=abroad&urgent=true&at=2026-11-23T09:00:00Z", 320)]
    [InlineData("/?segment=legal-entity&region=RU-SPE&at=2026-11-23T09:00:00Z", 320)]
    [InlineData("/calendar", 320)]
    [InlineData("/poster", 320)]
    [InlineData("/quality", 320)]
    [InlineData("/status", 320)]
    [InlineData("/correction?language=en", 320)]
    [InlineData("/history", 320)]
    [InlineData("/", 640)]
    public async Task Nothing_has_to_be_scrolled_sideways(string uri, int width)
    {
        await using var visit = await Visit.BeginAsync(width: width, height: 640);
        await visit.Page.GotoAsync(served.At(uri));
        await visit.Page.EvaluateAsync("document.querySelectorAll('details').forEach(details => details.open = true)");

        Assert.Equal(width, await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    /// <summary>By day and by night, on a holiday and in an outage, for everybody, in both languages, with all that is folded opened.</summary>
    [Theory]
    [InlineData("ru")]
    [InlineData("en")]
    public async Task At_no_moment_and_in_no_state_has_anything_to_be_scrolled_sideways(string language)
    {
        using var troubled = new ServedApp();
        troubled.App.Change(catalog => catalog with
        {
            Incidents = [new("i", "hotline", Domain.At("2026-11-22 20:30"), Domain.At("2026-11-23 04:00"), Domain.Reason)],
        });
        await using var visit = await Visit.BeginAsync(language, width: 412, height: 640);
        List<string> tooWide = [];
        foreach (var uri in
            from segment in Segments
            from moment in Moments
            from more in Wishes
            select $"/?segment={segment}&at={moment}{more}")
        {
            await visit.Page.GotoAsync(troubled.At(uri));
            await visit.Page.EvaluateAsync("document.querySelectorAll('details').forEach(details => details.open = true)");
            foreach (var width in new[] { 320, 360, 412 })
            {
                await visit.Page.SetViewportSizeAsync(width, 640);
                // What stands out of its card may not make the page scroll, and yet be cut off.
                var needed = await visit.Page.EvaluateAsync<double>(
                    "Math.max(document.documentElement.scrollWidth, ...[...document.querySelectorAll('main :is(p, a, input, select, summary, h1, h2, h3, li, td, output)')].map(one => one.getBoundingClientRect().right))");
                if (needed > width)
                    tooWide.Add($"{uri} at {width}: {needed}");
            }
        }

        Assert.Empty(tooWide);
    }

    [Theory]
    [InlineData("Europe/Moscow")]
    [InlineData("Asia/Vladivostok")]
    public async Task Nothing_moves_while_the_page_loads(string zone)
    {
        await using var visit = await Visit.BeginAsync(zone: zone, width: 390, height: 844);
        await visit.Page.AddInitScriptAsync(
            "window.moved = 0; new PerformanceObserver(list => { for (const e of list.getEntries()) window.moved += e.value; }).observe({ type: 'layout-shift', buffered: true });");
        await visit.Page.GotoAsync(served.At("/"), new() { WaitUntil = WaitUntilState.NetworkIdle });
        await Expect(visit.Page.Locator("#answer")).ToHaveAttributeAsync("data-zone", zone);

        Assert.Equal(0, await visit.Page.EvaluateAsync<double>("window.moved"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/calendar")]
    [InlineData("/quality")]
    [InlineData("/history")]
    [InlineData("/poster")]
    [InlineData("/widget")]
    [InlineData("/status")]
    [InlineData("/correction")]
    public async Task A_page_asks_no_other_host_and_the_browser_has_nothing_to_complain_about(string uri)
    {
        await using var visit = await Visit.BeginAsync();
        await visit.Page.GotoAsync(served.At(uri));
        await Expect(visit.Page.Locator("h1")).ToBeVisibleAsync();

        Assert.Equal([served.Address.Authority], visit.Hosts);
        Assert.Empty(visit.Complaints);
    }
}
