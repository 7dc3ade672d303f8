using ContactsApi.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace ContactsApi.Tests.Features.Pages;

/// <summary>A button stands only where it does what it says; else the way is told in words. Nobody can press a way to a line that is shut.</summary>
[Collection<Alone>]
public sealed class WayInTests : IDisposable
{
    private const string BarePortal = "a.reach[href='https://www.gosuslugi.ru'], a.reach[href='https://www.gosuslugi.ru/']";

    private readonly ServedApp served = new() { Settings = new() { ["Cors:Origins"] = "*" } };

    [Theory]
    [InlineData("/", "gosuslugi.ru, кнопка «Онлайн-поддержка» в личном кабинете")]
    [InlineData("/?exclude=portal-chat", "приложение «Госуслуги», меню «Контакты»")]
    [InlineData("/?exclude=portal-chat&exclude=mobile-app&exclude=hotline", "gosuslugi.ru, окно чат-бота")]
    [InlineData("/?language=en&segment=abroad&exclude=abroad-main&exclude=abroad-hotline", "gosuslugi.ru, the button “Online support” in your account")]
    public async Task No_button_leads_only_to_the_door_of_the_portal(string uri, string way)
    {
        await using var visit = await Visit.BeginAsync();
        await visit.Page.GotoAsync(served.At(uri));

        await Expect(visit.Page.Locator(".best .way-in")).ToHaveTextAsync(way);
        await Expect(visit.Page.Locator(".best a.reach")).ToHaveCountAsync(0);
        await Expect(visit.Page.Locator(BarePortal)).ToHaveCountAsync(0);
        if (way.Contains("gosuslugi.ru", StringComparison.Ordinal))
            await Expect(visit.Page.Locator(".best .way-in a")).ToHaveAttributeAsync("href", "https://www.gosuslugi.ru");
    }

    [Theory]
    [InlineData("https://www.gosuslugi.ru/help/chat", true)]
    [InlineData("https://www.gosuslugi.ru/?open=chat", true)]
    [InlineData("https://www.gosuslugi.ru/#chat", true)]
    [InlineData("https://www.gosuslugi.ru/", false)]
    public async Task A_link_that_leads_to_the_very_chat_gets_its_button_back(string link, bool hasButton)
    {
        served.App.ChangeChannel("portal-chat", channel => channel with { Address = channel.Address! with { Uri = new(link) } });
        await using var site = await SiteAsync("<contact-widget></contact-widget>");
        await using var visit = await Visit.BeginAsync();

        await visit.Page.GotoAsync(served.At("/"));
        await Expect(visit.Page.Locator(".best a.reach")).ToHaveCountAsync(hasButton ? 1 : 0);
        await visit.Page.GotoAsync(site.Address);
        await Expect(visit.Page.Locator("contact-widget .name")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("contact-widget .reach")).ToHaveCountAsync(hasButton ? 1 : 0);
    }

    /// <summary>A steward supplied what opens the very chat on each platform.</summary>
    [Theory]
    [InlineData("Mozilla/5.0 (Linux; Android 16) Mobile", "https://example.org/android")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X)", "https://example.org/ios")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64)", "https://example.org/web")]
    public async Task A_link_of_the_platform_opens_the_very_chat(string agent, string link)
    {
        served.App.ChangeChannel("portal-chat", channel => channel with
        {
            Address = channel.Address! with
            {
                Links = new() { Web = new("https://example.org/web"), Android = new("https://example.org/android"), Ios = new("https://example.org/ios") },
            },
        });
        await using var site = await SiteAsync("<contact-widget></contact-widget>");
        await using var visit = await Visit.BeginAsync();
        await visit.Page.AddInitScriptAsync($"Object.defineProperty(navigator, 'userAgent', {{ value: '{agent}' }})");

        await visit.Page.GotoAsync(site.Address);
        await Expect(visit.Page.Locator("contact-widget .reach")).ToHaveAttributeAsync("href", link);
        await visit.Page.GotoAsync(served.At("/"));
        await Expect(visit.Page.Locator(".best .reach")).ToHaveAttributeAsync("href", "https://example.org/web");
        await Expect(visit.Page.Locator(".best .where a")).ToHaveTextAsync(["Android", "iPhone"]);
        Assert.Equal(link, (await served.App.CreateClient().GetJsonAsync("/v1/best-channel?segment=individual"))["best"]!["address"]!["links"]![link.Split('/')[^1]].Text());
    }

    /// <summary>The hotline fails, and with it every number that leads to the same room.</summary>
    [Theory]
    [InlineData("/", "Не работает: «Горячая линия», «Голосовой помощник».", "С 02:30 до 05:00. Сбой сети.")]
    [InlineData("/?language=en", "Out of order: “Hotline”, “Voice assistant”.", "From 02:30 until 05:00. The network is down.")]
    [InlineData("/?need=voice", "Не работает: «Горячая линия», «Голосовой помощник».", "С 02:30 до 05:00. Сбой сети.")]
    [InlineData("/?segment=abroad&language=en", "Out of order: “Hotline from abroad”.", "From 02:30 until 05:00. The network is down.")]
    public async Task An_outage_is_told_on_top_with_its_span_and_nothing_leads_to_the_line(string uri, string what, string when)
    {
        BreakHotline(end: true);
        await using var visit = await Visit.BeginAsync();
        await visit.Page.GotoAsync(served.At(uri));

        await Expect(visit.Page.Locator(".outage")).ToContainTextAsync(what);
        await Expect(visit.Page.Locator(".outage")).ToContainTextAsync(when);
        Assert.True(await visit.Page.EvaluateAsync<bool>("document.querySelector('.outage').compareDocumentPosition(document.querySelector('.best')) === Node.DOCUMENT_POSITION_FOLLOWING"));
        await Expect(visit.Page.Locator("a[href='tel:+78005553535']")).ToHaveCountAsync(0);
        Assert.DoesNotContain("телефонной линии для вас", await visit.Page.TextContentAsync("main"));
    }

    [Fact]
    public async Task An_outage_without_an_end_says_that_none_is_known()
    {
        BreakHotline(end: false);
        await using var visit = await Visit.BeginAsync();
        await visit.Page.GotoAsync(served.At("/"));

        await Expect(visit.Page.Locator(".outage")).ToContainTextAsync("С 02:30; когда заработает, неизвестно. Сбой сети.");
    }

    [Fact]
    public async Task The_widget_tells_of_an_outage_on_top_and_leads_to_no_line_that_is_shut()
    {
        BreakHotline(end: true);
        await using var site = await SiteAsync("<contact-widget></contact-widget>");
        await using var visit = await Visit.BeginAsync();
        await visit.Page.GotoAsync(site.Address);

        await Expect(visit.Page.Locator("contact-widget p").First).ToHaveTextAsync("«Голосовой помощник», «Горячая линия»: не работает до 22 ноября в 05:00 по Москве: Сбой сети.");
        await Expect(visit.Page.Locator("contact-widget a[href='tel:+78005553535']")).ToHaveCountAsync(0);
    }

    public void Dispose() => served.Dispose();

    private void BreakHotline(bool end) => served.App.Change(catalog => catalog with
    {
        Incidents = [new("i", "hotline", Domain.At("2026-11-22 02:30"), end ? Domain.At("2026-11-22 05:00") : null, new("Сбой сети.", "The network is down."))],
    });

    private Task<ForeignSite> SiteAsync(string widget) => ForeignSite.StartAsync($"<script src=\"{served.At("/widget.js")}\" defer></script>{widget}", "");
}
