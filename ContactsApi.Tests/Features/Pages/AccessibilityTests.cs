using ContactsApi.Tests.Support;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

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

    [Fact]
    public async Task Everything_is_within_reach_of_the_keyboard_and_shows_where_it_is()
    {
        await using var visit = await Visit.BeginAsync();
        await visit.Page.GotoAsync(served.At("/?exclude=portal-chat&exclude=mobile-app"));

        List<string> passed = [];
        for (var i = 0; i < 20 && !passed.Contains("tel:+78005553535"); i++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            passed.Add(await visit.Page.EvaluateAsync<string>("document.activeElement.getAttribute('href') ?? document.activeElement.tagName"));
            Assert.NotEqual("none", await visit.Page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle"));
        }

        Assert.Equal("#main", passed[0]);
        Assert.Contains("tel:+78005553535", passed);
        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.Keyboard.PressAsync("Enter");
        Assert.True(await visit.Page.EvaluateAsync<bool>("document.activeElement.parentElement.open"));
    }

    private static async Task AssertNothingAsync(Visit visit, AxeRunOptions options)
    {
        var result = await visit.Page.RunAxe(options);
        Assert.NotEmpty(result.Passes);
        Assert.Empty(result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {node.Html} {node.Any.FirstOrDefault()?.Message}")));
    }
}
