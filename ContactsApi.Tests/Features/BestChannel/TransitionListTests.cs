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

    /// <summary>In the zone of the caller, else of the region, else in Moscow's; shown by Moscow's clocks.</summary>
    [Theory]
    [InlineData("&from=2026-12-28&to=2027-01-03", "2026-12-28T00:00:00+03:00", "2027-01-04T00:00:00+03:00")]
    [InlineData("&from=2026-12-28&to=2026-12-28", "2026-12-28T00:00:00+03:00", "2026-12-29T00:00:00+03:00")]
    [InlineData("&timeZone=Asia/Vladivostok&from=2026-12-28&to=2027-01-03", "2026-12-27T17:00:00+03:00", "2027-01-03T17:00:00+03:00")]
    [InlineData("&region=RU-KGD&from=2026-12-28&to=2027-01-03", "2026-12-28T01:00:00+03:00", "2027-01-04T01:00:00+03:00")]
    [InlineData("&timeZone=Asia/Vladivostok&region=RU-KGD&from=2026-12-28&to=2027-01-03", "2026-12-27T17:00:00+03:00", "2027-01-03T17:00:00+03:00")]
    // A date with a moment.
    [InlineData("&from=2026-12-28&to=2026-12-28T12:00:00Z", "2026-12-28T00:00:00+03:00", "2026-12-28T15:00:00+03:00")]
    [InlineData("&from=2026-12-28T12:00&to=2026-12-28", "2026-12-28T12:00:00+03:00", "2026-12-29T00:00:00+03:00")]
    // Havana skips midnight, and has it twice; Berlin's day has 23 hours.
    [InlineData("&timeZone=America/Havana&from=2024-03-10&to=2024-03-10", "2024-03-10T08:00:00+03:00", "2024-03-11T07:00:00+03:00")]
    [InlineData("&timeZone=America/Havana&from=2024-03-09&to=2024-03-09", "2024-03-09T08:00:00+03:00", "2024-03-10T08:00:00+03:00")]
    [InlineData("&timeZone=America/Havana&from=2024-11-03&to=2024-11-03", "2024-11-03T07:00:00+03:00", "2024-11-04T08:00:00+03:00")]
    [InlineData("&timeZone=Europe/Berlin&from=2026-03-29&to=2026-03-29", "2026-03-29T02:00:00+03:00", "2026-03-30T01:00:00+03:00")]
    // As many dates as there may be, the last an hour longer; and the first and the last that there are answers for.
    [InlineData("&timeZone=Europe/Berlin&from=2027-10-31&to=2028-10-30", "2027-10-31T01:00:00+03:00", "2028-10-31T02:00:00+03:00")]
    [InlineData("&from=2000-01-01&to=2000-12-31", "2000-01-01T00:00:00+03:00", "2001-01-01T00:00:00+03:00")]
    [InlineData("&from=2100-01-01&to=2100-12-31", "2100-01-01T00:00:00+03:00", "2101-01-01T00:00:00+03:00")]
    public async Task Dates_are_whole_days_of_the_caller(string span, string from, string to)
    {
        var answer = await client.GetJsonAsync($"/v1/transitions?segment=individual&need=voice{span}");

        Assert.Equal((from, to), (answer["from"].Text(), answer["to"].Text()));
    }

    [Fact]
    public async Task By_dates_the_same_is_told_as_by_their_moments() => Assert.Equal(
        (await client.GetJsonAsync($"{Voice}&from=2026-12-28T00:00:00&to=2027-01-04T00:00:00"))["transitions"]!.ToJsonString(),
        (await client.GetJsonAsync($"{Voice}&from=2026-12-28&to=2027-01-03"))["transitions"]!.ToJsonString());

    [Fact]
    public async Task What_is_neither_a_date_nor_a_moment_is_refused_with_an_example_of_each()
    {
        foreach (var (language, first) in new[] { ("en", "A date or a moment by ISO 8601 is needed, as 2026-11-23, "), ("ru", "Нужна дата или момент по ISO 8601, например 2026-11-23, ") })
        {
            var errors = (await client.AskAsync("/v1/transitions?segment=individual&from=today&to=2026-13-01", language)).Body["errors"]!;
            Assert.All(["from", "to"], edge => Assert.StartsWith(first, errors[edge]![0].Text()));
        }
    }

    [Theory]
    [InlineData("", "from", "to")]
    [InlineData("&from=2026-11&to=noon", "from", "to")]
    [InlineData("&from=2026-11-23&to=2026-11-22", "to")]
    [InlineData("&from=2027-01-01&to=2028-01-02", "to")]
    [InlineData("&from=1999-12-31&to=2101-01-01", "from", "to")]
    [InlineData("&from=9999-12-31&to=9999-12-31", "from", "to")]
    [InlineData("&timeZone=Pacific/Auckland&from=2000-01-01&to=2000-01-02", "from")]
    [InlineData("&timeZone=America/New_York&from=2100-12-30&to=2100-12-31", "to")]
    // A date that Samoa never had.
    [InlineData("&timeZone=Pacific/Apia&from=2011-12-30&to=2011-12-30", "to")]
    [InlineData("&timeZone=MSK&from=2026-11-23&to=2026-11-24", "timeZone")]
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
