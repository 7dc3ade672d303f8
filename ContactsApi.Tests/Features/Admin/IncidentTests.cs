using System.Text.Json.Nodes;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Features.Admin;

/// <summary>An outage at night, on Sunday 22 November 2026 from 03:00 in Moscow on.</summary>
public sealed class IncidentTests : IDisposable
{
    private const string Announcement = """{ "channelId": "portal-chat", "reason": { "ru": "Сбой чата.", "en": "The chat is down." } }""";

    private const string UntilFour =
        """{ "channelId": "portal-chat", "end": "2026-11-22T01:00:00Z", "reason": { "ru": "Сбой чата.", "en": "The chat is down." } }""";

    /// <summary>What is closed when neither the hotline nor the chat works.</summary>
    private static readonly string[] Shut = ["hotline", "voice-assistant", "portal-chat", "mobile-app"];

    private readonly ContactsApp app = new();
    private readonly HttpClient client;

    public IncidentTests() => client = app.CreateClientWith(Scope.Steward);

    [Fact]
    public async Task It_is_in_the_very_next_answer_with_its_reason()
    {
        Assert.Equal("portal-chat", await BestAsync());

        var answer = await client.WriteAsync("POST", "/v1/admin/incidents", Announcement);

        Assert.Equal((201, "/v1/admin/incidents/portal-chat-2026-11-22"), ((int)answer.Status, answer.Response.Headers.Location?.ToString()));
        Assert.Equal("2026-11-22T00:00:00Z", answer.Body["element"]!["start"].Text());
        Assert.Equal("hotline", await BestAsync());
        var alternatives = (await client.ReadAsync("/v1/best-channel?segment=individual"))["alternatives"]!.AsArray();
        var chat = alternatives.Single(one => one!["channelId"].Text() == "portal-chat")!;
        Assert.Equal(("closed", "incident"), (chat["availability"]!["state"].Text(), chat["availability"]!["cause"].Text()));
        Assert.Contains(chat["because"]!.AsArray(), reason => reason!["text"].Text()!.Contains("The chat is down."));
    }

    [Theory]
    [InlineData("portal-chat", "", "portal-chat mobile-app")]
    [InlineData("mobile-app", "", "portal-chat mobile-app")]
    [InlineData("portal-chat", ", \"onlyHere\": true", "portal-chat")]
    [InlineData("hotline", "", "hotline voice-assistant abroad-hotline")]
    [InlineData("voice-assistant", "", "voice-assistant")]
    public async Task It_names_every_channel_that_it_closes(string channel, string only, string closed)
    {
        var body = $$"""{ "channelId": "{{channel}}", "reason": { "ru": "Сбой.", "en": "Down." }{{only}} }""";
        var tried = await client.WriteAsync("POST", "/v1/admin/incidents?dryRun=true", body);
        var announced = await client.WriteAsync("POST", "/v1/admin/incidents", body);

        Assert.Equal(closed, Affected(tried.Body));
        Assert.Equal(closed, Affected(announced.Body));
        foreach (var id in closed.Split(' '))
        {
            var segment = id == "abroad-hotline" ? "abroad" : "individual";
            var now = await client.ReadAsync($"/v1/channels/{id}/availability?segment={segment}");
            Assert.Equal(("closed", "incident"), (now["state"].Text(), now["cause"].Text()));
        }
    }

    [Fact]
    public async Task An_override_names_every_channel_whose_hours_it_replaces()
    {
        var answer = await client.WriteAsync(
            "PUT", "/v1/admin/overrides/new-year?dryRun=true", """{ "id": "new-year", "channelId": "abroad-hotline", "from": "2026-12-31", "to": "2027-01-02", "windows": [], "reason": { "ru": "Праздник", "en": "Holiday" } }""");

        Assert.Equal("hotline abroad-hotline", Affected(answer.Body));
    }

    [Fact]
    public async Task Nobody_is_sent_to_another_door_of_the_room_that_is_out_of_order()
    {
        await client.WriteAsync("POST", "/v1/admin/incidents", Announcement);
        await client.WriteAsync("POST", "/v1/admin/incidents", Announcement.Replace("portal-chat", "hotline", StringComparison.Ordinal));

        var answer = await client.ReadAsync("/v1/best-channel?segment=individual");
        var voice = await client.ReadAsync("/v1/best-channel?segment=individual&need=voice");

        Assert.Equal("chat-bot", answer["best"]!["channelId"].Text());
        Assert.All(Recommended(answer).SelectMany(one => one["next"]!.AsArray()), step =>
            Assert.DoesNotContain(step!["channelId"].Text(), Shut));
        Assert.All(Recommended(voice), one => Assert.Equal("closed", one["availability"]!["state"].Text()));
    }

    [Fact]
    public async Task It_ends_by_itself()
    {
        await client.WriteAsync("POST", "/v1/admin/incidents", UntilFour);
        Assert.Equal("hotline", await BestAsync());
        Assert.Equal("2026-11-22T04:00:00+03:00", (await client.ReadAsync("/v1/best-channel?segment=individual"))["validUntil"].Text());

        app.Time.Advance(TimeSpan.FromHours(1) - TimeSpan.FromTicks(1));
        Assert.Equal("hotline", await BestAsync());
        app.Time.Advance(TimeSpan.FromTicks(1));

        Assert.Equal("portal-chat", await BestAsync());
    }

    [Fact]
    public async Task It_is_ended_by_a_patch_of_its_end()
    {
        var announced = await client.WriteAsync("POST", "/v1/admin/incidents", Announcement);
        app.Time.Advance(TimeSpan.FromMinutes(30));

        await client.PatchAsync(announced.Response.Headers.Location!.ToString(), """{ "end": "2026-11-22T00:30:00Z" }""", announced.Tag()!);

        Assert.Equal("portal-chat", await BestAsync());
    }

    [Fact]
    public async Task A_repeated_announcement_is_the_same_incident_as_long_as_that_lasts()
    {
        var first = await client.WriteAsync("POST", "/v1/admin/incidents", UntilFour);
        app.Time.Advance(TimeSpan.FromMinutes(5));
        var second = await client.WriteAsync("POST", "/v1/admin/incidents", UntilFour);
        var otherEnd = await client.WriteAsync("POST", "/v1/admin/incidents", Announcement);
        app.Time.Advance(TimeSpan.FromHours(1));
        var later = await client.WriteAsync(
            "POST", "/v1/admin/incidents", UntilFour.Replace("T01:00", "T09:00", StringComparison.Ordinal));

        Assert.Equal((200, first.Tag(), false), ((int)second.Status, second.Tag(), second.Body["written"]!.GetValue<bool>()));
        Assert.Equal(first.Body["element"]!.ToJsonString(), second.Body["element"]!.ToJsonString());
        Assert.Equal((201, "portal-chat-2026-11-22.2"), ((int)otherEnd.Status, otherEnd.Body["element"]!["id"].Text()));
        Assert.Equal((201, "portal-chat-2026-11-22.3"), ((int)later.Status, later.Body["element"]!["id"].Text()));
    }

    [Fact]
    public async Task One_that_is_announced_ahead_starts_then()
    {
        const string ahead =
            """{ "channelId": "portal-chat", "start": "2026-11-22T01:00:00Z", "end": "2026-11-22T02:00:00Z", "reason": { "ru": "Работы.", "en": "Works." } }""";
        Assert.Equal(201, (int)(await client.WriteAsync("POST", "/v1/admin/incidents", ahead)).Status);
        Assert.Equal(200, (int)(await client.WriteAsync("POST", "/v1/admin/incidents", ahead)).Status);

        Assert.Equal("portal-chat", await BestAsync());
        app.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal("hotline", await BestAsync());
        app.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal("portal-chat", await BestAsync());
    }

    [Theory]
    [InlineData("[]", "$")]
    [InlineData("{}", "$")]
    [InlineData("""{ "channelId": "pigeon", "reason": { "ru": "а", "en": "a" } }""", "channelId")]
    [InlineData("""{ "channelId": { "a": 1 }, "reason": 7 }""", "channelId reason")]
    [InlineData("""{ "id": "mine", "channelId": "hotline", "reason": { "ru": "а", "en": "a" } }""", "id")]
    [InlineData("""{ "channelId": "hotline", "end": "2026-11-21T00:00:00Z", "reason": { "ru": "а", "en": "a" } }""", "end")]
    [InlineData("""{ "channelId": "hotline", "start": null, "reason": { "ru": "а", "en": "a" } }""", "start")]
    public async Task A_wrong_announcement_is_refused(string body, string blamed)
    {
        var answer = await client.WriteAsync("POST", "/v1/admin/incidents", body);

        Assert.Equal((422, blamed), ((int)answer.Status, string.Join(' ', answer.Blamed.Order())));
    }

    public void Dispose()
    {
        client.Dispose();
        app.Dispose();
    }

    private static string Affected(JsonNode body) => string.Join(' ', body["affects"]!.AsArray().Select(one => one!["channelId"].Text()));

    private static IEnumerable<JsonNode> Recommended(JsonNode answer) => answer["alternatives"]!.AsArray().Prepend(answer["best"]).OfType<JsonNode>();

    private async Task<string?> BestAsync() => (await client.ReadAsync("/v1/best-channel?segment=individual"))["best"]!["channelId"].Text();
}
