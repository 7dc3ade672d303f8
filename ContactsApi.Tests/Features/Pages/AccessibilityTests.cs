using ContactsApi.Tests.Support;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ContactsApi.Tests.Features.Pages;

/// <summary>Every page can be used by everybody, as far as axe can tell: WCAG 2.2 AA and what axe itself recommends.</summary>
[Collection<Alone>]
public sealed class AccessibilityTests(ServedApp served) : IClassFixture<ServedApp>
{
    private static readonly string[] Paths =
        ["/", "/?segment=abroad&at=2027-01-01T03:00", "/?topic=fire", "/calendar", "/quality", "/history", "/widget", "/poster?segment=abroad",
        "/?topic=account-locked", "/?need=attachments&exclude=portal-chat", "/status", "/correction?channel=hotline"];

    private static readonly string[] Languages = ["ru", "en"];

    public static TheoryData<string, string> Pages =>
    [
        .. from path in Paths
           from language in Languages
           select new TheoryDataRow<string, string>(path, language),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Axe_finds_nothing_by_day_and_by_night(string path, string language)
    {
        await using var visit = await Visit.BeginAsync(language, width: 390, height: 844);
        await visit.Page.GotoAsync(served.At(path));
        await visit.Page.EvaluateAsync("document.querySelectorAll('details').forEach(details => details.open = true)");

        await AssertNothingAsync(visit, new AxeRunOptions());
        await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await AssertNothingAsync(visit, new AxeRunOptions { RunOnly = RunOnlyOptions.Rules("color-contrast") });
    }

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

    private static async Task AssertNothingAsync(Visit visit, AxeRunOptions options)
    {
        var result = await visit.Page.RunAxe(options);
        Assert.NotEmpty(result.Passes);
        Assert.Empty(result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {node.Html} {node.Any.FirstOrDefault()?.Message}")));
    }
}
