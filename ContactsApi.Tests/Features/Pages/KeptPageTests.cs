using System.Text.RegularExpressions;
using ContactsApi.Core;
using ContactsApi.Core.Hours;
using ContactsApi.Tests.Support;
using NodaTime;

namespace ContactsApi.Tests.Features.Pages;

/// <summary>A page that is kept is the page that would be made. The service is asked twice: as it is, and without any memory of its own.</summary>
public sealed partial class KeptPageTests : IDisposable
{
    private readonly ContactsApp app = new();
    private readonly ContactsApp forgetful = new() { Settings = new Dictionary<string, string> { ["Freshness:KeptMebibytes"] = "0" } };

    [Theory]
    [InlineData("/", "2026-11-27T16:58:59.9Z")]
    [InlineData("/?timeZone=Asia/Vladivostok", "2026-11-27T13:59:20Z")]
    [InlineData("/?segment=legal-entity&language=en", "2026-11-27T16:59:50Z")]
    [InlineData("/?segment=abroad&exclude=abroad-main", "2026-11-27T17:59:58Z")]
    [InlineData("/?at=2026-11-27T12:00", "2026-11-27T12:00:00Z")]
    [InlineData("/?topic=fishing", "2026-11-27T12:00:00Z")]
    public async Task At_every_moment_it_is_the_page_that_would_be_made(string uri, string from)
    {
        var at = NodaTime.Text.InstantPattern.ExtendedIso.Parse(from).Value;
        foreach (var (step, coding) in new[]
        {
            (0, "br"), (0.05, "br"), (0.05, "identity"), (1, "gzip"), (1.123, "br"), (9, "gzip, br"), (30, "identity"), (0.5, "br"), (20, "gzip"), (60, "br"), (3600, "gzip"),
        })
        {
            at += Duration.FromSeconds(step);
            await Same(uri, at, coding);
        }
    }

    [Fact]
    public async Task It_tells_of_outages_and_revisions_at_once()
    {
        var at = Instant.FromUtc(2026, 11, 27, 12, 0, 10);
        await Same("/", at);
        foreach (var service in new[] { app, forgetful })
        {
            service.Change(catalog => catalog with
            {
                Incidents =
                [
                    new Incident("first", "portal-chat", at, at + Duration.FromSeconds(20), new LocalizedText("Сбой.", "A failure.")),
                    new Incident("second", "portal-chat", at + Duration.FromSeconds(5), at + Duration.FromSeconds(30), new LocalizedText("Другой сбой.", "Another failure.")),
                ],
            });
        }

        var pages = new List<string>();
        // The second begins while the channel is out of order already.
        foreach (var seconds in new[] { 0, 4, 5, 19, 20, 29, 30, 31 })
            pages.Add(await Same("/", at + Duration.FromSeconds(seconds)));

        Assert.Equal([false, false, true, true, true, true, false, false], pages.Select(page => page.Contains("Другой сбой", StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task It_names_the_host_that_was_asked()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = "elsewhere.example" } };
        await app.CreateClient().AskAsync("/");

        var page = await app.CreateClient().SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Contains("http://elsewhere.example/", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        app.Dispose();
        forgetful.Dispose();
    }

    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("br", "br")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    public async Task It_is_compressed_for_whom_takes_that(string taken, string coding)
    {
        (await AskAsync("/", taken)).Dispose();
        using var kept = await AskAsync("/", taken);
        using var plain = await AskAsync("/", "identity");

        Assert.Equal([coding], kept.Content.Headers.ContentEncoding);
        Assert.Empty(plain.Content.Headers.ContentEncoding);
        Assert.Equal(["Accept-Encoding"], kept.Headers.Vary.Where(name => name == "Accept-Encoding"));
        Assert.Equal(["Accept-Encoding"], plain.Headers.Vary.Where(name => name == "Accept-Encoding"));
        Assert.InRange(kept.Content.Headers.ContentLength!.Value, 1, plain.Content.Headers.ContentLength!.Value / 4);
    }

    private async Task<string> Same(string uri, Instant at, string coding = "identity")
    {
        app.Time.AdjustTime(at.ToDateTimeOffset());
        forgetful.Time.AdjustTime(at.ToDateTimeOffset());
        using var answer = await AskAsync(uri, coding);
        var page = Exactly(await answer.Content.ReadUnpackedAsync());
        Assert.Equal(Exactly((await forgetful.CreateClient().AskAsync(uri)).Text), page);
        return page;
    }

    private async Task<HttpResponseMessage> AskAsync(string uri, string coding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, uri) { Headers = { { "Accept-Encoding", coding } } };
        return await app.CreateClient().SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>The line of now in the picture of the week moves by a hundredth of a percent a minute.</summary>
    private static string Exactly(string page) => Now().Replace(page, "").Replace("&#x2B;", "+", StringComparison.Ordinal);

    [GeneratedRegex("""<line x1="[\d.]+%" x2="[\d.]+%" y1="0" y2="100%" ?/?>""")]
    private static partial Regex Now();
}
