using ContactsApi.Tests.Support;
using Microsoft.Playwright;
using Xunit.Sdk;
using static Microsoft.Playwright.Assertions;

namespace ContactsApi.Tests.Features.Pages;

/// <summary>Every page can be used by everybody, as far as axe can tell: WCAG 2.2 AA and what axe itself recommends.</summary>
[Collection<Alone>]
public sealed class AccessibilityTests(ServedApp served) : IClassFixture<ServedApp>
{
    private static readonly string[] Paths =
        ["/", "/?segment=abroad&at=2027-01-01T03:00", "/?topic=fire", "/calendar", "/quality", "/history", "/widget", "/poster?segment=abroad",
        "/?topic=account-locked", "/?need=attachments&exclude=portal-chat", "/status", "/correction?channel=hotline"];

    public static TheoryData<string> Pages => [.. Paths];

    /// <summary>In both languages at once, as it is the browser that is busy.</summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public Task Axe_finds_nothing_by_day_and_by_night(string path) => Task.WhenAll(FindNothingAsync(path, "ru"), FindNothingAsync(path, "en"));

    private async Task FindNothingAsync(string path, string language)
    {
        await using var visit = await Visit.BeginAsync(language, width: 390, height: 844);
        await visit.Page.GotoAsync(served.At(path));
        await visit.Page.EvaluateAsync("document.querySelectorAll('details').forEach(details => details.open = true)");

        await Axe.FindsNothingAsync(visit, $"{path} in {language}");
        await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Axe.FindsNothingAsync(visit, $"{path} in {language} by night", "color-contrast");
    }

    [Fact]
    public async Task Axe_finds_nothing_in_any_state()
    {
        using var troubled = new ServedApp();
        troubled.App.Change(catalog => catalog with
        {
            Incidents =
            [
                new("now", "hotline", Domain.At("2026-11-22 02:30"), null, Domain.Reason),
                new("over", "telegram", Domain.At("2026-11-01 10:00"), Domain.At("2026-11-03 12:00"), Domain.Reason),
            ],
        });
        await using var visit = await Visit.BeginAsync(width: 390, height: 844);
        var tried = string.Concat(troubled.App.Snapshot.Directory.Channels.Keys.Select(id => $"&exclude={id}"));
        foreach (var path in new[] { "/", "/status", "/?segment=abroad&country=XX&need=quickly", $"/?need=voice{tried}", "/?need=voice&need=attachments&language=en", "/correction/none" })
        {
            await visit.Page.GotoAsync(troubled.At(path));
            await Axe.FindsNothingAsync(visit, visit.Page.Url);
        }

        await visit.Page.GotoAsync(troubled.At("/correction"));
        await visit.Page.GetByLabel("Откуда вы это знаете").FillAsync("Мой телефон +7 912 345-67-89");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Отправить" }).ClickAsync();
        await Expect(visit.Page.Locator("#fault-because")).ToBeVisibleAsync();
        await Axe.FindsNothingAsync(visit, visit.Page.Url);
        await visit.Page.GetByLabel("Откуда вы это знаете").FillAsync("Мне ответил человек, и это другая служба");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Отправить" }).ClickAsync();
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("Ваше сообщение об ошибке");
        await Axe.FindsNothingAsync(visit, visit.Page.Url);
    }

    [Fact]
    public async Task Axe_finds_what_is_wrong()
    {
        await using var visit = await Visit.BeginAsync();
        await visit.Page.GotoAsync(served.At("/"));
        await visit.Page.EvaluateAsync("document.querySelector('main').append(document.createElement('img'))");

        var faults = await Assert.ThrowsAsync<EmptyException>(() => Axe.FindsNothingAsync(visit, "the page"));

        Assert.Contains("the page image-alt: <img>", faults.Message);
    }

    /// <summary>Where the system paints everything in two colours, what was told by a colour is told by a line.</summary>
    [Fact]
    public async Task In_forced_colours_the_button_the_choice_and_the_state_are_seen()
    {
        await using var visit = await Visit.BeginAsync();
        await visit.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        await visit.Page.GotoAsync(served.At("/?need=voice"));

        Assert.Equal("2px", await StyleAsync(visit, ".reach.main", "borderTopWidth"));
        Assert.Equal("3px", await StyleAsync(visit, ".segments [aria-current]", "borderTopWidth"));
        Assert.NotEqual(await StyleAsync(visit, "body", "backgroundColor"), await StyleAsync(visit, ".best .dot", "backgroundColor"));
    }

    [Fact]
    public async Task Who_wants_no_motion_sees_none()
    {
        await using var visit = await Visit.BeginAsync();
        await visit.Page.GotoAsync(served.At("/?need=voice"));
        Assert.Equal(("smooth", "0.12s"), (await StyleAsync(visit, "html", "scrollBehavior"), await StyleAsync(visit, ".reach.main", "transitionDuration")));

        await visit.Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });

        Assert.Equal(("auto", "0s"), (await StyleAsync(visit, "html", "scrollBehavior"), await StyleAsync(visit, ".reach.main", "transitionDuration")));
    }

    /// <summary>Else the number would stand before the name, as it is read from the right.</summary>
    [Fact]
    public async Task A_name_written_from_right_to_left_leaves_the_line_as_it_is()
    {
        using var renamed = new ServedApp();
        renamed.App.ChangeChannel("hotline", channel => channel with { Name = new("الخط الساخن", "الخط الساخن") });
        await using var visit = await Visit.BeginAsync();
        await visit.Page.GotoAsync(renamed.At("/"));

        var name = await visit.Page.Locator(".step bdi").BoundingBoxAsync();
        var number = await visit.Page.Locator(".step a").BoundingBoxAsync();

        Assert.Equal("«الخط الساخن»", await visit.Page.Locator(".step bdi").TextContentAsync());
        Assert.InRange(number!.X, name!.X + name.Width, 1280);
    }

    private static Task<string> StyleAsync(Visit visit, string selector, string property) =>
        visit.Page.Locator(selector).EvaluateAsync<string>("(element, property) => getComputedStyle(element)[property]", property);

    /// <summary>What happened is asked first, so the button is many stops away; the first of them leads right to it.</summary>
    [Fact]
    public async Task The_button_is_three_keys_away()
    {
        await using var visit = await Visit.BeginAsync();
        await visit.Page.GotoAsync(served.At("/?exclude=portal-chat&exclude=mobile-app"));

        foreach (var key in new[] { "Tab", "Enter", "Tab" })
            await visit.Page.Keyboard.PressAsync(key);

        await Expect(visit.Page.Locator(".reach.main")).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData("/?exclude=portal-chat&exclude=mobile-app")]
    [InlineData("/correction")]
    public async Task Everything_is_within_reach_of_the_keyboard_and_shows_where_it_is(string uri)
    {
        await using var visit = await Visit.BeginAsync();
        await visit.Page.GotoAsync(served.At(uri));
        await visit.Page.EvaluateAsync("document.querySelectorAll('details').forEach(details => details.open = true)");
        var all = await visit.Page.Locator("a[href]:visible, button:visible, input:visible:not([type=hidden]), select:visible, summary:visible").CountAsync();

        HashSet<int> reached = [];
        List<string> unmarked = [];
        // A moment is typed in parts, each a stop of its own.
        for (var i = 0; i < 2 * all && reached.Count < all; i++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            reached.Add(await visit.Page.EvaluateAsync<int>("[...document.querySelectorAll('*')].indexOf(document.activeElement)"));
            if (await visit.Page.EvaluateAsync<string?>("getComputedStyle(document.activeElement).outlineStyle === 'none' ? document.activeElement.outerHTML : null") is { } html)
                unmarked.Add(html);
        }

        Assert.Equal(all, reached.Count);
        Assert.Empty(unmarked);
    }

    [Fact]
    public async Task What_is_folded_is_opened_by_a_key()
    {
        await using var visit = await Visit.BeginAsync();
        await visit.Page.GotoAsync(served.At("/"));

        await visit.Page.Locator("#because-portal-chat summary").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");

        await Expect(visit.Page.Locator("#because-portal-chat")).ToHaveAttributeAsync("open", "");
    }
}
