using System.Text.Json.Nodes;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Vectors;

/// <summary>Every worked example, over HTTP.</summary>
public sealed class VectorTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    private readonly HttpClient client = app.CreateClient();

    public static IEnumerable<TheoryDataRow<Vector>> BestChannel => Vector.Of("best-channel.json");

    public static IEnumerable<TheoryDataRow<Vector>> Schedule => Vector.Of("schedule.json");

    public static IEnumerable<TheoryDataRow<Vector>> Errors => Vector.Of("errors.json");

    [Theory]
    [MemberData(nameof(BestChannel))]
    public async Task Best_channel(Vector vector)
    {
        var answer = await client.GetJsonAsync($"/v1/best-channel?{vector.Query()}");
        var expected = vector.Expected;

        Assert.Equal(expected["moment"].Moment(), answer["moment"].Moment());
        Assert.Equal(expected["callerMoment"].Moment(), answer["callerMoment"].Moment());
        Assert.Equal(expected["timeZone"].Text(), answer["timeZone"].Text());
        Assert.Equal(expected["segment"].Text(), answer["segment"].Text());
        Assert.Equal(expected["calendarBasis"].Text(), answer["calendarBasis"].Text());
        Assert.Equal(expected["order"]!.AsArray().Select(id => id.Text()), Recommendations(answer).Select(one => one["channelId"].Text()));
        Assert.Equal(Recommendations(expected).Select(Shown), Recommendations(answer).Select(Shown));
        Assert.Equal(Ineligible(expected), Ineligible(answer));
        Assert.Equal(expected["validUntil"].Instant(), answer["validUntil"].Instant());
    }

    [Theory]
    [MemberData(nameof(Schedule))]
    public async Task Schedule_of_a_channel(Vector vector)
    {
        var answer = await client.GetJsonAsync($"/v1/channels/{vector.Request["channelId"].Text()}/schedule?{vector.Query(except: "channelId")}");

        Assert.Equal(vector.Expected["channelId"].Text(), answer["channelId"].Text());
        Assert.Equal(vector.Expected["timeZone"].Text(), answer["timeZone"].Text());
        Assert.Equal(vector.Expected["days"]!.AsArray().Select(Day), answer["days"]!.AsArray().Select(Day));
    }

    [Theory]
    [MemberData(nameof(Errors))]
    public async Task Refused(Vector vector)
    {
        var response = await client.GetAsync(
            $"{vector.Request["path"].Text()}?{vector.Request["query"].Text()}", TestContext.Current.CancellationToken);
        var problem = Json.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal(vector.Expected["status"]!.GetValue<int>(), (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.NotEmpty(problem["code"].Text()!);
        var blamed = problem["errors"]!.AsObject().Select(error => error.Key).ToList();
        if (vector.Expected["parameter"] is JsonArray any)
            Assert.Contains(Assert.Single(blamed), any.Select(parameter => parameter.Text()));
        else
            Assert.Equal(vector.Expected["parameter"] is { } one ? [one.Text()!] : [], blamed);
    }

    private static IEnumerable<JsonNode> Recommendations(JsonNode answer) =>
        answer["alternatives"]!.AsArray().Prepend(answer["best"]).OfType<JsonNode>();

    private static object Shown(JsonNode recommendation) => (
        recommendation["channelId"].Text(),
        recommendation["availability"]!["state"].Text(),
        recommendation["availability"]!["until"].Instant(),
        recommendation["availability"]!["opensAt"].Instant(),
        Promise(recommendation["answer"]),
        Promise(recommendation["perhaps"]));

    private static object? Promise(JsonNode? promise) => promise is null
        ? null
        : (promise["within"].Duration(), promise["by"].Instant(), promise["approximate"]!.GetValue<bool>());

    private static IEnumerable<string> Ineligible(JsonNode answer) => answer["ineligible"]!.AsArray().Select(one =>
        $"{one!["channelId"].Text()}: {string.Join(", ", one["reasons"]!.AsArray().Select(reason => reason.Text()))}");

    private static string Day(JsonNode? day) =>
        $"{day!["date"].Text()} {day["dayKind"].Text()} {day["calendarBasis"].Text()} "
        + string.Join("; ", day["windows"]!.AsArray().Select(window =>
            $"{window!["start"].Moment()}-{window["end"].Moment()} {window["callerStart"].Moment()}-{window["callerEnd"].Moment()} {window["state"].Text()}"));
}
