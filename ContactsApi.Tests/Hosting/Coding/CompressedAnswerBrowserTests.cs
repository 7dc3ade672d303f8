using System.Text.Json.Nodes;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Hosting.Coding;

[Collection(typeof(Alone))]
public sealed class CompressedAnswerBrowserTests
{
    private const string Best = "/v1/best-channel?segment=individual&timeZone=Asia/Vladivostok";

    /// <summary>Of gzip's concatenated members Chromium reads the first alone.</summary>
    [Fact]
    public async Task A_browser_reads_an_answer_to_the_end()
    {
        using var served = new ServedApp();
        var browser = await Browser.SharedAsync();
        var page = await browser.NewPageAsync(new() { Locale = "en" });
        using var client = new HttpClient { BaseAddress = served.Address };
        await client.AskAsync($"{Best}&view=full", "en");
        // A browser takes both, and is sent Brotli of what was asked for before.
        foreach (var (uri, coding) in new[] { (Best, "gzip"), ($"{Best}&view=full", "br") })
        {
            var response = await page.GotoAsync(served.At(uri));

            Assert.Equal(coding, await response!.HeaderValueAsync("content-encoding"));
            Assert.True(JsonNode.DeepEquals((await client.AskAsync(uri, "en")).Body, Json.Parse(await page.InnerTextAsync("pre"))));
        }

        await page.CloseAsync();
    }
}
