using ContactsApi.Tests.Support;
using Microsoft.Playwright;

namespace ContactsApi.Tests.Features.Pages;

/// <summary>
/// Makes the pictures of the README, and measures how soon an answer is on the screen. Run by hand:
/// <c>dotnet run --project ContactsApi.Tests -- -explicit only -class ContactsApi.Tests.Features.Pages.Screenshots</c>
/// </summary>
public sealed class Screenshots(ServedApp served) : IClassFixture<ServedApp>
{
    private const int Loads = 5;

    [Theory(Explicit = true)]
    [InlineData("page-phone", "/?need=voice", 390, 844, false)]
    [InlineData("page-dark", "/", 390, 844, true)]
    [InlineData("page-wide", "/", 1280, 1500, false)]
    [InlineData("page-week", "/?language=en", 1280, 900, false)]
    public async Task Take(string name, string uri, int width, int height, bool dark)
    {
        await using var visit = await Visit.BeginAsync(width: width, height: height, dark: dark);
        await visit.Page.GotoAsync(served.At(uri), new() { WaitUntil = WaitUntilState.Load });
        await visit.Page.Locator("#slider").WaitForAsync();
        var path = Path.Combine(Repository(), "docs", "images", $"{name}.png");
        if (name == "page-week")
            await visit.Page.Locator("#week").ScreenshotAsync(new() { Path = path });
        else
            await visit.Page.ScreenshotAsync(new() { Path = path });
    }

    [Fact(Explicit = true)]
    public async Task Measure_when_the_answer_is_on_the_screen()
    {
        for (var i = 0; i < Loads; i++)
        {
            // A visit is a fresh profile: its cache is empty.
            await using var visit = await Visit.BeginAsync(width: 390, height: 844);
            await visit.Page.GotoAsync(served.At("/"), new() { WaitUntil = WaitUntilState.Load });
            var painted = await visit.Page.EvaluateAsync<double>(
                "new Promise(done => new PerformanceObserver(list => done(list.getEntries()[0].startTime)).observe({ type: 'paint', buffered: true }))");
            TestContext.Current.TestOutputHelper!.WriteLine($"First answer on the screen after {painted:0} ms");
        }
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ContactsApi.slnx")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
