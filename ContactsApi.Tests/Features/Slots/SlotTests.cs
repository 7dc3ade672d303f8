using System.Text.Json.Nodes;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Features.Slots;

/// <summary>Somebody looks for a time to call. It is Sunday 22 November 2026, 03:00 in Moscow.</summary>
public sealed class SlotTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    private static readonly string[] Times = ["start", "end", "lastStart", "callerStart", "callerEnd", "callerLastStart"];

    private readonly HttpClient client = app.CreateClient();

    [Fact]
    public async Task A_slot_is_told_in_both_zones_with_its_reasons()
    {
        var slot = (await AskAsync("segment=individual&need=voice&timeZone=Asia/Vladivostok&hours=18:00-22:00&weekday=monday"))["slots"]![0]!;

        Assert.Equal(
            "2026-11-23T11:00:00+03:00 2026-11-23T11:15:00+03:00 2026-11-23T14:45:00+03:00 2026-11-23T18:00:00+10:00 2026-11-23T18:15:00+10:00 2026-11-23T21:45:00+10:00",
            string.Join(' ', Times.Select(field => slot[field].Text())));
        Assert.Equal(
            [
                "1.1 “Hotline” (8 800 555-35-35) is certain to be open until 23 November at 15:00 Moscow time (23 November at 22:00 your time) at least.",
                "1.1 “Hotline phone”: round the clock.",
                "3.1 “Hotline schedule”: on working days 08:00–20:00, on Saturdays 09:00–18:00, on Sundays and holidays 10:00–16:00.",
            ],
            slot["because"]!.AsArray().Select(reason => $"{reason!["reference"].Text()} {reason["text"].Text()}"));
    }

    [Fact]
    public async Task What_is_not_certain_stands_apart_and_says_why()
    {
        var answer = await AskAsync("segment=individual&need=voice&hours=20:00-22:00&days=1");

        Assert.Empty(answer["slots"]!.AsArray());
        Assert.Equal(
            "disputed “Hotline” (8 800 555-35-35) may have nobody there: the portal gives different hours.",
            $"{answer["perhaps"]![0]!["state"].Text()} {answer["perhaps"]![0]!["because"]![0]!["text"].Text()}");
        Assert.Equal(["hotline"], answer["perhaps"]![0]!["channelIds"]!.AsArray().Select(channel => channel.Text()));
    }

    [Fact]
    public async Task Where_nothing_suits_the_answer_says_when_somebody_is_there()
    {
        var answer = await AskAsync("segment=individual&need=voice&hours=20:00-22:00&days=2");

        Assert.Empty(answer["slots"]!.AsArray());
        Assert.Equal(["2026-11-23T19:45:00+03:00", "2026-11-22T15:45:00+03:00"], answer["otherHours"]!.AsArray().Select(slot => slot!["start"].Text()));
        Assert.Equal(
            "no-certain-slot At the times that suit you nobody is there for certain. The nearest at which somebody is: 23 November at 19:45 Moscow time.",
            $"{answer["warnings"]![0]!["code"].Text()} {answer["warnings"]![0]!["text"].Text()}");
    }

    [Theory]
    [InlineData("limit=1", 1, 1, 13)]
    [InlineData("limit=7", 7, 7, 1)]
    [InlineData("limit=8", 7, 8, 0)]
    public async Task What_did_not_fit_is_counted(string limit, int slots, int perhaps, int more)
    {
        var answer = await AskAsync($"segment=individual&need=voice&{limit}");

        Assert.Equal(
            (slots, perhaps, more),
            (answer["slots"]!.AsArray().Count, answer["perhaps"]!.AsArray().Count, (int)answer["more"]!));
        Assert.Empty(answer["otherHours"]!.AsArray());
    }

    [Fact]
    public async Task It_is_kept_no_longer_than_it_holds()
    {
        var answer = await client.AskAsync("/v1/slots?segment=abroad&need=voice&hours=00:00-24:00");

        Assert.Equal("2026-11-22T03:05:00+03:00", answer.Body["validUntil"].Text());
        Assert.True(answer.Response.Headers.CacheControl!.MaxAge <= TimeSpan.FromMinutes(5));
    }

    [Theory]
    [InlineData("segment=individual&hours=9-21", "hours")]
    [InlineData("segment=individual&hours=01:00-02:00&hours=03:00-04:00&hours=05:00-06:00&hours=07:00-08:00&hours=09:00-10:00", "hours")]
    [InlineData("segment=individual&weekday=Monday&length=PT4M&days=32", "days length weekday")]
    [InlineData("segment=individual&length=P1Y", "length")]
    [InlineData("hours=18:00-22:00&at=noon", "at segment")]
    public async Task What_is_wrong_is_blamed(string query, string blamed) =>
        Assert.Equal(blamed, string.Join(' ', (await client.AskAsync($"/v1/slots?{query}")).Blamed.Order()));

    /// <summary>5.2: a phone number for a call back, and the preferred time.</summary>
    [Theory]
    [InlineData("individual", "Europe/Moscow", "2026-11-29T03:00", "disputed", "2026-11-29T10:00:00+03:00 2026-11-28T17:45:00+03:00 2026-11-30T08:00:00+03:00")] // Sunday at three in Moscow
    [InlineData("individual", "Europe/Moscow", "2026-11-23T12:00", "open", "2026-11-23T12:00:00+03:00")]
    [InlineData("individual", "Europe/Moscow", "2026-11-22T15:50", "disputed", "2026-11-22T15:45:00+03:00 2026-11-23T09:00:00+03:00 2026-11-24T09:00:00+03:00")] // they go before the call is over
    [InlineData("individual", "America/New_York", "2026-11-30T12:00", "disputed", "2026-11-30T11:45:00-05:00 2026-12-01T09:00:00-05:00 2026-12-02T09:00:00-05:00")] // by day, no nights
    [InlineData("individual", "America/New_York", "2026-11-30T23:00", "disputed", "2026-12-01T00:00:00-05:00 2026-11-30T11:45:00-05:00 2026-12-02T00:00:00-05:00")] // the night suits
    [InlineData("abroad", "America/New_York", "2026-11-30T03:00", "open", "2026-11-30T03:00:00-05:00")]
    public async Task A_wished_call_back_is_checked_and_the_nearest_certain_times_are_told(string segment, string zone, string at, string state, string nearest)
    {
        var callback = (await DraftAsync(segment, zone, at))["callback"]!;

        Assert.Equal(
            (state, nearest),
            (callback["state"].Text(), string.Join(' ', callback["nearest"]!.AsArray().Select(slot => slot![zone == "Europe/Moscow" ? "start" : "callerStart"].Text()))));
    }

    [Fact]
    public async Task The_letter_names_the_wished_time_by_the_clocks_of_those_who_call() => Assert.EndsWith(
        "Удобное время звонка: 30 ноября в 20:00 по Москве", (await DraftAsync("abroad", "America/New_York", "2026-11-30T12:00"))["text"].Text(), StringComparison.Ordinal);

    [Theory]
    [InlineData("2026-11-22T02:59", "Europe/Moscow", "callbackAt")] // past
    [InlineData("2026-12-24T12:00", "Europe/Moscow", "callbackAt")] // more than a month ahead
    [InlineData("evening", "Europe/Moscow", "callbackAt")]
    [InlineData("2026-11-23T12:00", "Mars", "timeZone")]
    public async Task A_wish_that_cannot_be_checked_is_blamed(string at, string zone, string blamed) =>
        Assert.Equal(blamed, Assert.Single((await DraftAsync("individual", zone, at))["errors"]!.AsObject()).Key);

    private async Task<JsonNode> AskAsync(string query) => (await client.AskAsync($"/v1/slots?{query}", "en")).Body;

    private async Task<JsonNode> DraftAsync(string segment, string zone, string at) => (await client.PostAsync(
        "/v1/requests/draft",
        $$"""{ "channelId": "portal-chat", "segment": "{{segment}}", "callbackPhone": "+79161234567", "callbackAt": "{{at}}", "timeZone": "{{zone}}" }""", "en")).Body;
}
