using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(ContactsApi.Tests.Support.Browser.LastTest))]

namespace ContactsApi.Tests.Support;

/// <summary>
/// The Chromium that is installed, run once for all tests; each visit is a fresh profile of it. Where there is none the tests that need
/// it are skipped, unless <c>CONTACTS_TEST_REQUIRE_ALL=1</c> makes them mandatory. Nothing is ever downloaded.
/// </summary>
public static class Browser
{
    /// <summary>In milliseconds, as the browser wants it.</summary>
    public static readonly float Patience = (float)Eventually.Patience.TotalMilliseconds;

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private static readonly Lazy<Task<(IPlaywright Playwright, IBrowser Browser)>> Lazily = new(LaunchAsync);

    public static async Task<IBrowser> SharedAsync()
    {
        if (Environment.GetEnvironmentVariable(PostgresServer.RequireAll) != "1")
            Assert.SkipUnless(Program() is not null, "Chromium is not installed (no chromium, chromium-browser or google-chrome in the PATH).");
        return (await Lazily.Value).Browser;
    }

    /// <summary>Ends the browser after the last test.</summary>
    public sealed class LastTest : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            if (!Lazily.IsValueCreated)
                return;
            var (playwright, browser) = await Lazily.Value;
            await browser.CloseAsync();
            playwright.Dispose();
        }
    }

    private static async Task<(IPlaywright Playwright, IBrowser Browser)> LaunchAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        var playwright = await Playwright.CreateAsync();
        return (playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program(), Timeout = Patience }));
    }

    private static string? Program() => (
        from name in Names
        from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        select Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}
