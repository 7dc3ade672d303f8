using System.Text.Json.Nodes;
using ContactsApi.Tests.Support;
using ContactsApi.Tests.Vectors;

namespace ContactsApi.Tests.Features.Channels;

public sealed class AvailabilityTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    private readonly HttpClient client = app.CreateClient();

    public static TheoryData<Vector> Questions => [.. VectorTests.BestChannel.Select(row => row.Data)];

    [Theory]
    // Sunday 22 November 2026: every day 08-20 by one reading, 10-16 by the other.
    [InlineData("telegram", "individual", "2026-11-22T07:59:59", "closed", "closed closed")]
    [InlineData("telegram", "individual", "2026-11-22T08:00:00", "disputed", "open closed")]
    [InlineData("telegram", "individual", "2026-11-22T10:00:00", "open", "open open")]
    [InlineData("telegram", "individual", "2026-11-22T16:00:00", "disputed", "open closed")]
    [InlineData("telegram", "individual", "2026-11-22T20:00:00", "closed", "closed closed")]
    // Six passages call the hotline round-the-clock, the seventh has hours; for legal entities one passage alone counts.
    [InlineData("hotline", "individual", "2026-11-22T03:00:00", "disputed", "open open open open open open closed")]
    [InlineData("hotline", "legal-entity", "2026-11-22T03:00:00", "open", "open")]
    // Working days only by the second reading.
    [InlineData("abroad-hotline", "abroad", "2026-11-22T12:00:00", "disputed", "open closed open")]
    [InlineData("abroad-hotline", "abroad", "2026-11-23T12:00:00", "open", "open open open")]
    // No passage states its hours.
    [InlineData("legal-fax", "legal-entity", "2026-11-23T12:00:00", "unstated", "")]
    // Another door to the desk of the chat.
    [InlineData("mobile-app", "legal-entity", "2026-11-22T12:00:00", "disputed", "open closed")]
    public async Task A_state_is_what_the_counting_statements_say(string channel, string segment, string at, string state, string says)
    {
        var answer = await client.GetJsonAsync($"/v1/channels/{channel}/availability?segment={segment}&at={at}");

        Assert.Equal(state, answer["state"].Text());
        Assert.Equal(says, string.Join(' ', answer["statements"]!.AsArray().Select(statement => statement!["says"].Text())));
    }

    [Fact]
    public async Task A_statement_that_counts_is_shown_with_its_passage_and_schedule()
    {
        var answer = (await client.AskAsync("/v1/channels/telegram/availability?segment=individual", "en")).Body;
        var second = answer["statements"]![1]!;

        Assert.Equal(("hours-6.2-b", "6.2", "normal"), (second["id"].Text(), second["reference"].Text(), second["rank"].Text()));
        Assert.Equal("H-GRAPH", second["schedule"]!["id"].Text());
        Assert.Equal("08:00-20:00", Assert.Single(second["schedule"]!["workday"]!.AsArray()).Text());
        Assert.StartsWith("Second reading", second["note"].Text());
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task A_channel_is_as_available_by_itself_as_when_it_is_recommended(Vector question)
    {
        var answer = await client.GetJsonAsync($"/v1/best-channel?{question.Query()}");
        var moment = $"segment={answer["segment"].Text()}&timeZone={answer["timeZone"].Text()}&at={Uri.EscapeDataString(answer["moment"].Text()!)}";

        foreach (var recommendation in answer["alternatives"]!.AsArray().Prepend(answer["best"]).OfType<JsonNode>())
        {
            var alone = await client.GetJsonAsync($"/v1/channels/{recommendation["channelId"].Text()}/availability?{moment}");

            Assert.All(recommendation["availability"]!.AsObject(), property => Assert.Equal(property.Value, alone[property.Key], JsonNode.DeepEquals));
            Assert.All(["moment", "callerMoment", "timeZone", "catalogRevision"], property => Assert.Equal(answer[property], alone[property], JsonNode.DeepEquals));
        }
    }

    [Fact]
    public async Task A_channel_that_does_not_serve_the_segment_is_refused_with_those_it_serves()
    {
        var answer = await client.AskAsync("/v1/channels/hotline/availability?segment=abroad");

        Assert.Equal((System.Net.HttpStatusCode.BadRequest, "segment-not-served"), (answer.Status, answer.Body["code"].Text()));
        Assert.Equal(["segment"], answer.Blamed);
        Assert.Contains("individual, legal-entity", Assert.Single(answer.Body["errors"]!["segment"]!.AsArray()).Text());
    }
}
