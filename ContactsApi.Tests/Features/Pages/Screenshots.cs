using ContactsApi.Tests.Support;
using Microsoft.Playwright;

namespace ContactsApi.Tests.Features.Pages;

/// <summary>
/// The pictures of the README can be made, and each load tells how soon its answer was on the screen. They are put into <c>docs/images</c> by
/// <c>CONTACTS_TEST_PICTURES=1 dotnet run --project ContactsApi.Tests -- -class ContactsApi.Tests.Features.Pages.Screenshots -showLiveOutput</c>
/// </summary>
[Collection<Alone>]
public sealed class Screenshots
{
    private const string Day = "2026-11-23 12:00";
    private const string Night = "2026-11-22 03:00";

    private static readonly byte[] PngSignature = [0x89, (byte)'P', (byte)'N', (byte)'G'];

    [Theory]
    [InlineData("page-phone", "/?need=voice", 390, 844, Night)]
    [InlineData("page-dark", "/", 390, 844, Night, true)]
    [InlineData("page-day", "/", 390, 844, Day)]
    [InlineData("page-outage", "/", 390, 844, Day, false, true)]
    [InlineData("page-locked", "/?topic=account-locked", 390, 1100, Night)]
    [InlineData("page-abroad", "/?segment=abroad&country=DE&language=en", 390, 844, Night)]
    [InlineData("page-wide", "/", 1280, 1500, Day)]
    [InlineData("page-week", "/?language=en", 1280, 900, Night)]
    [InlineData("page-narrow-week", "/", 360, 844, Night)]
    [InlineData("page-status", "/status", 390, 844, Day, true, true)]
    [InlineData("page-mistake", "/correction?channel=hotline", 390, 844, Day)]
    [InlineData("page-printed", "/?need=voice", 658, 980, Night, false, false, true)]
    [InlineData("poster-printed", "/poster", 658, 980, Day, false, false, true)]
    public async Task A_picture_is_taken(
        string name, string uri, int width, int height, string moment, bool dark = false, bool outage = false, bool printed = false)
    {
        using var app = new ServedApp();
        app.App.Time.SetUtcNow(Domain.At(moment).ToDateTimeOffset());
        if (outage)
        {
            app.App.Change(catalog => catalog with
            {
                Incidents = [new("i", "hotline", Domain.At("2026-11-21 22:30"), Domain.At("2026-11-23 15:00"), new("Сбой у оператора связи.", "The phone operator has a failure."))],
            });
        }

        // A visit is a fresh profile: its cache is empty.
        await using var visit = await Visit.BeginAsync(width: width, height: height, dark: dark);
        await visit.Page.GotoAsync(app.At(uri), new() { WaitUntil = WaitUntilState.Load });
        var painted = await visit.Page.EvaluateAsync<double>(
            "new Promise(done => new PerformanceObserver(list => done(list.getEntries()[0].startTime)).observe({ type: 'paint', buffered: true }))");
        TestContext.Current.TestOutputHelper!.WriteLine($"{name}: the first answer was on the screen after {painted:0} ms");
        if (await visit.Page.Locator("#slider").CountAsync() > 0)
            await visit.Page.Locator("#slider").WaitForAsync();
        if (printed)
            await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });

        var picture = name.EndsWith("-week", StringComparison.Ordinal)
            ? await visit.Page.Locator("#week").ScreenshotAsync()
            : await visit.Page.ScreenshotAsync();

        Assert.Equal(PngSignature, picture[..PngSignature.Length]);
        if (Environment.GetEnvironmentVariable("CONTACTS_TEST_PICTURES") == "1")
            await File.WriteAllBytesAsync(Path.Combine(Repository.Root, "docs", "images", $"{name}.png"), picture, TestContext.Current.CancellationToken);
    }
}
