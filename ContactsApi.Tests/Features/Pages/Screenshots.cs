using ContactsApi.Tests.Support;
using Microsoft.Playwright;

namespace ContactsApi.Tests.Features.Pages;

/// <summary>
/// The pictures of the README can be made, and each load tells how soon its answer was on the screen. They are put into <c>docs/images</c> by
/// <c>CONTACTS_TEST_PICTURES=1 dotnet run --project ContactsApi.Tests -- -class ContactsApi.Tests.Features.Pages.Screenshots -showLiveOutput</c>
/// </summary>
[Collection<Alone>]
public sealed class Screenshots(ServedApp served) : IClassFixture<ServedApp>
{
    private static readonly byte[] PngSignature = [0x89, (byte)'P', (byte)'N', (byte)'G'];

    [Theory]
    [InlineData("page-phone", "/?need=voice", 390, 844, false)]
    [InlineData("page-dark", "/", 390, 844, true)]
    [InlineData("page-wide", "/", 1280, 1500, false)]
    [InlineData("page-week", "/?language=en", 1280, 900, false)]
    public async Task A_picture_is_taken(string name, string uri, int width, int height, bool dark)
    {
        // A visit is a fresh profile: its cache is empty.
        await using var visit = await Visit.BeginAsync(width: width, height: height, dark: dark);
        await visit.Page.GotoAsync(served.At(uri), new() { WaitUntil = WaitUntilState.Load });
        await visit.Page.Locator("#slider").WaitForAsync();
        var painted = await visit.Page.EvaluateAsync<double>(
            "new Promise(done => new PerformanceObserver(list => done(list.getEntries()[0].startTime)).observe({ type: 'paint', buffered: true }))");
        TestContext.Current.TestOutputHelper!.WriteLine($"{name}: the first answer was on the screen after {painted:0} ms");

        var picture = name == "page-week"
            ? await visit.Page.Locator("#week").ScreenshotAsync()
            : await visit.Page.ScreenshotAsync();

        Assert.Equal(PngSignature, picture[..PngSignature.Length]);
        if (Environment.GetEnvironmentVariable("CONTACTS_TEST_PICTURES") == "1")
            await File.WriteAllBytesAsync(Path.Combine(Repository.Root, "docs", "images", $"{name}.png"), picture, TestContext.Current.CancellationToken);
    }
}
