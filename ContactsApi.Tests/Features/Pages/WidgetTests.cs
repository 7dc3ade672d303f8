using ContactsApi.Core.Hours;
using System.Text.Json.Nodes;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace ContactsApi.Tests.Features.Pages;

/// <summary>The widget on a page of another site, whose policy allows nothing but this service.</summary>
[Collection<Alone>]
public sealed class WidgetTests : IDisposable
{
    private readonly ServedApp served = new() { Settings = new() { ["Cors:Origins"] = "*" } };

    [Theory]
    [InlineData("ru", "Онлайн-чат на портале", "Горячая линия")]
    [InlineData("en", "Online chat on the portal", "Hotline")]
    public async Task It_shows_the_best_channel_and_whom_the_source_names_next_under_a_strict_policy(string language, string name, string next)
    {
        await using var site = await SiteAsync($"<contact-widget segment=individual lang={language}></contact-widget>");
        await using var visit = await Visit.BeginAsync(width: 320);
        await visit.Page.GotoAsync(site.Address);

        await Expect(visit.Page.Locator("contact-widget .name")).ToHaveTextAsync(name);
        await Expect(visit.Page.Locator("contact-widget .then a")).ToHaveTextAsync(next);
        await Expect(visit.Page.Locator("contact-widget .way a")).ToHaveAttributeAsync("href", "https://www.gosuslugi.ru");
        Assert.Equal("16px", await visit.Page.Locator("contact-widget .card").EvaluateAsync<string>("card => getComputedStyle(card).borderTopLeftRadius"));
        Assert.Equal(320, await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Equal([.. new[] { new Uri(site.Address).Authority, served.Address.Authority }.Order()], visit.Hosts.Order());
        Assert.Empty(visit.Complaints);
    }

    /// <summary>A link would run in the page of the site. An answer may be from an earlier version, or kept from then.</summary>
    [Theory]
    [InlineData("javascript:document.title='run'")]
    [InlineData("data:text/html,x")]
    [InlineData("/relative")]
    [InlineData("")]
    public async Task What_is_no_safe_link_is_none(string address)
    {
        await using var site = await SiteAsync("<contact-widget></contact-widget>");
        await using var visit = await Visit.BeginAsync();
        await visit.Page.RouteAsync("**/v1/best-channel?**", async route =>
        {
            var answer = JsonNode.Parse(await (await route.FetchAsync()).TextAsync())!;
            foreach (var one in answer["alternatives"]!.AsArray().Append(answer["best"]))
                one!["address"]!["uri"] = address;
            await route.FulfillAsync(new() { Body = answer.ToJsonString(), ContentType = "application/json", Headers = [new("Access-Control-Allow-Origin", "*")] });
        });
        await visit.Page.GotoAsync(site.Address);

        await Expect(visit.Page.Locator("contact-widget .name")).ToHaveTextAsync("Онлайн-чат на портале");
        await Expect(visit.Page.Locator("contact-widget .way")).ToHaveTextAsync("gosuslugi.ru, кнопка «Онлайн-поддержка» в личном кабинете");
        Assert.Equal(["Подробнее"], await visit.Page.Locator("contact-widget a").AllTextContentsAsync());
    }

    [Fact]
    public async Task What_is_doubtful_about_a_channel_stands_beside_it()
    {
        served.App.ChangeChannel("hotline", channel => channel with { Address = new() { Phone = "+71001234567" } });
        await using var site = await SiteAsync("<contact-widget segment=individual need=voice lang=en></contact-widget>");
        await using var visit = await Visit.BeginAsync();
        await visit.Page.GotoAsync(site.Address);

        await Expect(visit.Page.Locator("contact-widget .name")).ToHaveTextAsync("Hotline");
        await Expect(visit.Page.Locator("contact-widget .doubt")).ToHaveTextAsync(["There can be no such number: it is probably mistyped."]);
    }

    /// <summary>Sunday 03:00: the chat is open, and the hotline perhaps.</summary>
    [Fact]
    public async Task It_may_be_a_card_a_line_or_words_in_a_line_each_with_its_state()
    {
        await using var site = await SiteAsync(
            """
            <contact-widget id=line form=compact need=voice></contact-widget>
            <p id=words>Вопросы? <contact-widget form=inline lang=en></contact-widget></p>
            <contact-widget id=card need=voice></contact-widget>
            """);
        await using var visit = await Visit.BeginAsync();
        await visit.Page.GotoAsync(site.Address);

        await Expect(visit.Page.Locator("#line .card")).ToHaveTextAsync("Горячая линия: 8 800 555-35-35, возможно, открыто Подробнее");
        await Expect(visit.Page.Locator("#line .number")).ToHaveAttributeAsync("href", "tel:+78005553535");
        await Expect(visit.Page.Locator("#words .card")).ToHaveTextAsync("Online chat on the portal (gosuslugi.ru, the button “Online support” in your account), open");
        await Expect(visit.Page.Locator("#card .name")).ToHaveTextAsync("Горячая линия");
        await Expect(visit.Page.Locator(".dot.disputed")).ToHaveCountAsync(2);
        await Expect(visit.Page.Locator(".dot.open")).ToHaveCountAsync(1);
        // On one line with the words before it.
        Assert.Equal("inline", await visit.Page.Locator("#words .card").EvaluateAsync<string>("card => getComputedStyle(card).display"));
        Assert.InRange((await visit.Page.Locator("#line .card").BoundingBoxAsync())!.Height, 1, 50);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task In_one_line_it_tells_what_is_closed_and_what_is_in_doubt()
    {
        served.App.ChangeChannel("hotline", channel => channel with { Address = new() { Phone = "+71001234567" } });
        served.App.Change(catalog => catalog with
        {
            Incidents = [.. catalog.Channels.Select(channel => new Incident(channel.Id, channel.Id, Domain.At("2026-11-22 00:00"), null, Domain.Reason))],
        });
        await using var site = await SiteAsync("<contact-widget form=inline need=voice lang=en></contact-widget>");
        await using var visit = await Visit.BeginAsync();
        await visit.Page.GotoAsync(site.Address);

        await Expect(visit.Page.Locator("contact-widget .card")).ToContainTextAsync("closed. Nobody answers now; when somebody will is not known.");
        await Expect(visit.Page.Locator("contact-widget .doubt")).ToHaveTextAsync([" (There can be no such number: it is probably mistyped.)"]);
        await Expect(visit.Page.Locator("contact-widget a")).ToHaveCountAsync(0);
    }

    /// <summary>WCAG 2.2 asks for 4.5 to 1.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whatever_the_accent_is_what_is_written_on_it_and_in_it_can_be_read(bool dark)
    {
        await using var site = await SiteAsync("<contact-widget need=voice></contact-widget>");
        await using var visit = await Visit.BeginAsync(dark: dark);
        await visit.Page.GotoAsync(site.Address);
        await Expect(visit.Page.Locator("contact-widget .reach")).ToBeVisibleAsync();

        foreach (var accent in new[] { "#ffd500", "#ffffff", "#000000", "#767676", "#808080", "#ff0000", "#00a000", "#4040ff", "#ff00ff", "#00ffff" })
        {
            var contrasts = await visit.Page.EvaluateAsync<double[]>(
                """
                (accent) => {
                  const widget = document.querySelector('contact-widget');
                  widget.style.setProperty('--contact-accent', accent);
                  const paint = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
                  const luminance = (colour) => {
                    paint.fillStyle = colour;
                    paint.fillRect(0, 0, 1, 1);
                    const [r, g, b] = [...paint.getImageData(0, 0, 1, 1).data].map((v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
                    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
                  };
                  const contrast = (a, b) => (Math.max(luminance(a), luminance(b)) + 0.05) / (Math.min(luminance(a), luminance(b)) + 0.05);
                  const style = (selector) => getComputedStyle(widget.shadowRoot.querySelector(selector));
                  return [contrast(style('.reach').color, style('.reach').backgroundColor), contrast(style('.soft a').color, style('.card').backgroundColor)];
                }
                """,
                accent);
            Assert.All(contrasts, contrast => Assert.True(contrast >= 4.5, $"{accent}: {contrast}"));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("form=compact")]
    [InlineData("form=inline")]
    public async Task A_column_of_200_pixels_is_enough(string form)
    {
        await using var site = await SiteAsync($"<div><contact-widget need=voice {form}></contact-widget><contact-widget {form}></contact-widget><contact-widget segment=abroad lang=en {form}></contact-widget></div>");
        await using var visit = await Visit.BeginAsync();
        await visit.Page.GotoAsync(site.Address);
        await visit.Page.Locator("div").First.EvaluateAsync("column => column.style.width = '200px'");
        await Expect(visit.Page.Locator("contact-widget .dot")).ToHaveCountAsync(3);

        var widest = await visit.Page.EvaluateAsync<double>(
            "Math.max(...[...document.querySelectorAll('contact-widget')].flatMap(widget => [...widget.shadowRoot.querySelectorAll('*')].map(part => part.getBoundingClientRect().right))) - document.querySelector('div').getBoundingClientRect().left");

        Assert.InRange(widest, 1, 200);
    }

    [Fact]
    public async Task Whoever_was_called_asks_it_whether_the_number_is_theirs()
    {
        await using var site = await SiteAsync("<contact-widget check lang=en></contact-widget>");
        await using var visit = await Visit.BeginAsync(width: 320);
        await visit.Page.GotoAsync(site.Address);

        await visit.Page.Locator("contact-widget input").FillAsync("8 800 555-35-34");
        await visit.Page.Locator("contact-widget button").ClickAsync();

        await Expect(visit.Page.Locator("contact-widget .checked")).ToContainTextAsync("one digit is another: 4 instead of 5");
        await Expect(visit.Page.Locator("contact-widget .name")).ToHaveTextAsync("Online chat on the portal");
        Assert.Equal(320, await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task It_tells_the_page_what_it_shows_and_what_is_pressed()
    {
        await using var site = await SiteAsync("<contact-widget segment=individual need=voice></contact-widget>");
        await using var visit = await Visit.BeginAsync();
        await visit.Page.AddInitScriptAsync(
            """
            window.told = [];
            for (const name of ['contact-answer', 'contact-reach']) addEventListener(name, event => told.push(name + ' ' + (event.detail.channelId ?? event.detail.best.channelId)));
            addEventListener('contact-shown', event => told.push('contact-shown ' + JSON.stringify(event.detail)));
            addEventListener('click', event => event.preventDefault());
            """);
        await visit.Page.GotoAsync(site.Address);

        await visit.Page.Locator("contact-widget .reach").ClickAsync();

        // What is shown is told in what the catalog knows: nothing of the visitor, not even their zone.
        Assert.Equal(["contact-shown {\"channelId\":\"hotline\",\"state\":\"disputed\",\"form\":\"card\"}", "contact-answer hotline", "contact-reach hotline"], await visit.Page.EvaluateAsync<string[]>("told"));
    }

    [Fact]
    public async Task It_shows_other_answers_as_its_attributes_change()
    {
        await using var site = await SiteAsync("<contact-widget></contact-widget>");
        await using var visit = await Visit.BeginAsync();
        await visit.Page.GotoAsync(site.Address);
        await Expect(visit.Page.Locator("contact-widget .name")).ToHaveTextAsync("Онлайн-чат на портале");

        await visit.Page.Locator("contact-widget").EvaluateAsync("widget => { widget.setAttribute('need', 'voice'); widget.lang = 'en'; }");

        await Expect(visit.Page.Locator("contact-widget .name")).ToHaveTextAsync("Hotline");
        await Expect(visit.Page.Locator("contact-widget .reach")).ToHaveTextAsync("Call 8 800 555-35-35");
    }

    [Fact]
    public async Task Where_nobody_answers_it_says_so_before_it_names_a_channel()
    {
        served.App.Change(catalog => catalog with
        {
            Incidents = [.. catalog.Channels.Select(channel => new Incident(channel.Id, channel.Id, Domain.At("2026-11-22 00:00"), null, Domain.Reason))],
        });
        await using var site = await SiteAsync("<contact-widget lang=en></contact-widget>");
        await using var visit = await Visit.BeginAsync();
        await visit.Page.GotoAsync(site.Address);

        await Expect(visit.Page.Locator("contact-widget p").First).ToHaveTextAsync("Nobody answers now; when somebody will is not known.");
        await Expect(visit.Page.Locator("contact-widget .eyebrow")).ToHaveCountAsync(0);
        await Expect(visit.Page.Locator("contact-widget .card")).ToContainTextAsync("Out of order: reason");
    }

    [Fact]
    public async Task An_incident_shows_by_itself()
    {
        await using var site = await SiteAsync("<contact-widget></contact-widget>");
        await using var visit = await Visit.BeginAsync();
        await visit.Page.GotoAsync(site.Address);
        await Expect(visit.Page.Locator("contact-widget .name")).ToHaveTextAsync("Онлайн-чат на портале");

        using var steward = new HttpClient { BaseAddress = served.Address }.With(served.App.KeyOf(Scope.Steward).Text);
        await steward.WriteAsync(
            "POST", "/v1/admin/incidents", """{ "channelId": "portal-chat", "reason": { "ru": "Сбой чата.", "en": "The chat is down." } }""");

        await Expect(visit.Page.Locator("contact-widget .name")).ToHaveTextAsync("Горячая линия");
    }

    [Fact]
    public async Task When_the_stream_comes_back_after_an_outage_it_asks_at_once()
    {
        await using var site = await SiteAsync("<contact-widget></contact-widget>");
        await using var visit = await Visit.BeginAsync();
        await visit.Page.AddInitScriptAsync(
            """
            window.EventSource = class extends EventTarget { constructor() { super(); window.stream = this; } close() { } };
            window.tell = (answer) => stream.dispatchEvent(new MessageEvent('best-channel', { data: JSON.stringify(answer) }));
            addEventListener('contact-answer', (event) => window.answer = event.detail);
            """);
        await visit.Page.GotoAsync(site.Address);
        await Expect(visit.Page.Locator("contact-widget .name")).ToHaveTextAsync("Онлайн-чат на портале");
        await visit.Page.RouteAsync("**/v1/**", route => route.AbortAsync());
        await visit.Page.EvaluateAsync("tell({ catalogRevision: 2 })");
        await Expect(visit.Page.Locator("contact-widget .old")).ToContainTextAsync("Связи нет.");

        await visit.Page.UnrouteAsync("**/v1/**");
        await visit.Page.EvaluateAsync("tell(answer)");

        await Expect(visit.Page.Locator("contact-widget .old")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Without_a_connection_it_shows_the_last_answer_while_that_holds_and_says_how_old_it_is()
    {
        await using var site = await SiteAsync("<contact-widget></contact-widget>");
        await using var visit = await Visit.BeginAsync();
        // It stands still but for what passes below.
        await visit.Page.Clock.InstallAsync(new() { TimeDate = DateTime.UnixEpoch });
        await visit.Page.Clock.PauseAtAsync(DateTime.UnixEpoch.AddDays(1));
        await visit.Page.GotoAsync(site.Address);
        await Expect(visit.Page.Locator("contact-widget .name")).ToBeVisibleAsync();

        await visit.Page.RouteAsync("**/v1/**", route => route.AbortAsync());
        await visit.Page.Clock.FastForwardAsync("01:30:00");
        await visit.Page.ReloadAsync();

        await Expect(visit.Page.Locator("contact-widget .old")).ToHaveTextAsync("Связи нет. Этот совет получен 90 минут назад и пока верен.");
        await Expect(visit.Page.Locator("contact-widget .name")).ToHaveTextAsync("Онлайн-чат на портале");

        // The answer holds until 08:00.
        await visit.Page.Clock.FastForwardAsync("05:00:00");
        await visit.Page.ReloadAsync();
        await Expect(visit.Page.Locator("contact-widget .old")).ToHaveTextAsync("Связи нет. Телефон поддержки:");
        await Expect(visit.Page.Locator("contact-widget .reach")).ToHaveAttributeAsync("href", "tel:+78005553535");

        await visit.Page.UnrouteAsync("**/v1/**");
        await visit.Page.Clock.FastForwardAsync("00:01:00");
        await Expect(visit.Page.Locator("contact-widget .name")).ToHaveTextAsync("Онлайн-чат на портале");
    }

    public void Dispose() => served.Dispose();

    private async Task<ForeignSite> SiteAsync(string widget)
    {
        var service = served.Address.GetLeftPart(UriPartial.Authority);
        return await ForeignSite.StartAsync(
            $"<h1>A portal</h1><script src=\"{served.At("/widget.js")}\" defer></script>{widget}",
            $"default-src 'none'; script-src {service}; connect-src {service}; img-src data:; require-trusted-types-for 'script'");
    }
}
