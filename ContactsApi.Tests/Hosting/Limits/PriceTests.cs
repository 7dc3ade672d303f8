using ContactsApi.Hosting.Limits;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Hosting.Limits;

/// <summary>What dear answers cost of a quota of 1,000 requests: the first time their price, then as much as any.</summary>
public sealed class PriceTests : IDisposable
{
    private readonly ContactsApp app = new() { Settings = new Dictionary<string, string> { ["Limits:AddressPerMinute"] = "1000" } };

    [Theory]
    [InlineData("/v1/best-channel?segment=individual", 1, 1)]
    [InlineData("/v1/channels/hotline/schedule?segment=individual&from=2026-11-23&to=2026-11-29", 1, 1)]
    [InlineData("/v1/channels/hotline/schedule?segment=individual&from=2026-01-01&to=2026-12-31", 31, 1)]
    [InlineData("/v1/transitions?segment=individual&from=2026-01-01T00:00Z&to=2027-01-01T00:00Z", 9, 1)]
    [InlineData("/v1/transitions.ics?segment=individual", 25, 1)]
    [InlineData("/v1/transitions.ics?segment=individual&revision=1", 25, 1)] // The newest by its number is kept like the rest.
    [InlineData("/v1/channels/hotline/schedule.ics?segment=individual", 30, 1)]
    [InlineData("/v1/quality", 15, 1)]
    [InlineData("/v1/contact-points.jsonld", 20, 1)]
    [InlineData("/v1/channels/hotline/schedule.ics?segment=martian", 30, 30)] // A fault is no way around the price.
    public async Task A_dear_answer_counts_as_what_it_is_until_it_is_at_hand(string uri, int first, int again)
    {
        using var client = app.CreateClient();

        Assert.Equal([first, again], [1000 - await LeftAsync(client, uri), 1000 - first - await LeftAsync(client, uri)]);
    }

    [Fact]
    public async Task A_price_is_never_more_than_the_whole_quota()
    {
        using var small = new ContactsApp { Settings = new Dictionary<string, string> { ["Limits:AddressPerMinute"] = "5" } };
        using var client = small.CreateClient();

        Assert.Equal(0, await LeftAsync(client, "/v1/transitions.ics?segment=individual"));
        Assert.Equal(429, (int)(await client.AskAsync("/v1/best-channel?segment=individual")).Status);
    }

    [Fact]
    public async Task What_is_left_must_be_enough()
    {
        using var small = new ContactsApp { Settings = new Dictionary<string, string> { ["Limits:AddressPerMinute"] = "26" } };
        using var client = small.CreateClient();
        await client.AskAsync("/v1/best-channel?segment=individual");
        await client.AskAsync("/v1/best-channel?segment=abroad");

        Assert.Equal(429, (int)(await client.AskAsync("/v1/transitions.ics?segment=individual")).Status);
        Assert.Equal(200, (int)(await client.AskAsync("/v1/best-channel?segment=individual")).Status);
    }

    public void Dispose() => app.Dispose();

    private static async Task<int> LeftAsync(HttpClient client, string uri) => int.Parse(
        Assert.Single((await client.AskAsync(uri)).Response.Headers.GetValues(RequestLimiter.LeftHeader)).Split("r=")[1].Split(';')[0], null);
}
