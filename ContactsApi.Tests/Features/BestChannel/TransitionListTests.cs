using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Features.BestChannel;

/// <summary>The transitions of a span over HTTP.</summary>
public sealed class TransitionListTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    private const string Voice = "/v1/transitions?segment=individual&need=voice&need=free-of-charge&exclude=chat-bot";

    private readonly HttpClient client = app.CreateClient();

    [Fact]
    public async Task Each_has_its_moment_in_both_times_and_what_is_best_before_and_after()
    {
        var answer = await client.GetJsonAsync($"{Voice}&timeZone=Asia/Vladivostok&from=2026-11-23T00:00:00%2B03:00&to=2026-11-24T00:00:00%2B03:00");

        Assert.Equal(
            [("2026-11-23T08:00:00+03:00", "2026-11-23T15:00:00+10:00"), ("2026-11-23T20:00:00+03:00", "2026-11-24T03:00:00+10:00")],
            answer["transitions"]!.AsArray().Select(one => (one!["moment"].Text(), one["callerMoment"].Text())));
        foreach (var one in answer["transitions"]!.AsArray())
        {
            var moment = System.Uri.EscapeDataString(one!["moment"].Text()!);
            var best = (await client.GetJsonAsync($"{Voice.Replace("transitions", "best-channel")}&at={moment}"))["best"]!;
            Assert.Equal(
                (best["channelId"].Text(), best["name"].Text(), best["availability"]!["state"].Text()),
                (one["after"]!["channelId"].Text(), one["after"]!["name"].Text(), one["after"]!["state"].Text()));
        }

        Assert.Null(answer["truncatedAt"]);
    }

    [Fact]
    public async Task A_local_time_is_the_callers() => Assert.Equal(
        "2026-11-22T17:00:00+03:00",
        (await client.GetJsonAsync($"{Voice}&timeZone=Asia/Vladivostok&from=2026-11-23T00:00:00&to=2026-11-24T00:00:00"))["from"].Text());

    [Theory]
    [InlineData("", "from", "to")]
    [InlineData("&from=2026-11-23&to=noon", "from", "to")]
    [InlineData("&from=2026-11-23T00:00:00Z&to=2026-11-23T00:00:00Z", "to")]
    [InlineData("&from=2026-11-23T00:00:00Z&to=2027-11-24T00:00:01Z", "to")]
    [InlineData("&from=2026-11-23T00:00:00Z&to=2026-11-24T00:00:00Z&at=2026-11-23T00:00:00Z", "at")]
    public async Task A_span_that_is_none_is_refused(string span, params string[] blamed) =>
        Assert.Equal(blamed, (await client.AskAsync($"/v1/transitions?segment=individual{span}")).Blamed.Order());

    [Fact]
    public async Task A_year_is_told_in_pages_without_a_gap()
    {
        List<string> moments = [];
        for (var from = "2026-01-01T00:00:00+03:00"; from is not null;)
        {
            var page = await client.GetJsonAsync($"{Voice}&from={System.Uri.EscapeDataString(from)}&to=2027-01-01T00:00:00%2B03:00");
            moments.AddRange(page["transitions"]!.AsArray().Select(one => one!["moment"].Text()!));
            from = page["truncatedAt"].Text();
        }

        Assert.Equal(moments.Distinct().Order(), moments);
        Assert.Equal(2 * 365, moments.Count);
    }
}
