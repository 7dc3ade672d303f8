using ContactsApi.Features.Admin;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Features.Admin;

/// <summary>Going back is going on: an older catalog becomes the newest revision.</summary>
public sealed class RollbackTests : IDisposable
{
    private readonly ContactsApp app = new();
    private readonly HttpClient client;

    public RollbackTests() => client = app.CreateClientWith(Scope.Steward);

    [Fact]
    public async Task The_catalog_is_as_it_was_and_the_history_longer()
    {
        await client.PatchAsync("/v1/admin/channels/hotline", """{ "name": { "en": "The line" } }""");
        await client.WriteAsync("DELETE", "/v1/admin/topics/service-information", match: "*");
        var before = app.Snapshot.Revision;

        var answer = await client.WriteAsync("POST", "/v1/admin/revisions/1/rollback", match: "\"3\"");

        Assert.Equal((200, 4, "\"4\""), ((int)answer.Status, answer.Revision(), answer.Tag()));
        Assert.Equal(["channels/hotline name.en", "topics/service-information"], answer.Changed().Order());
        Assert.Equal(3, before);
        Assert.Equal(Domain.Shipped.ToJson(), app.Snapshot.Directory.Catalog.ToJson());
        Assert.Equal("Back to revision 1", (await client.ReadAsync("/v1/revisions/4"))["message"].Text());
        Assert.Equal("The line", (await client.ReadAsync("/v1/channels/hotline?revision=3"))["name"].Text());
    }

    [Fact]
    public async Task Going_back_to_what_is_makes_no_revision()
    {
        var answer = await client.WriteAsync("POST", "/v1/admin/revisions/1/rollback", match: "\"1\"");

        Assert.Equal((200, 1, false), ((int)answer.Status, answer.Revision(), answer.Body["written"]!.GetValue<bool>()));
    }

    [Fact]
    public async Task An_outage_that_runs_is_not_ended_nor_one_to_come_forgotten()
    {
        await client.WriteAsync("POST", "/v1/admin/incidents", Outage("portal-chat"));
        await client.WriteAsync("POST", "/v1/admin/incidents", Outage("email").Replace("\"channelId\"", "\"start\": \"2026-11-23T00:00:00Z\", \"channelId\"", StringComparison.Ordinal));
        await client.CreateAsync("/v1/admin/overrides/hotline-new-year", EditingExamples.Override);

        foreach (var (uri, revision) in new[] { ("?dryRun=true", 4), ("", 5) })
        {
            var answer = await client.WriteAsync("POST", $"/v1/admin/revisions/1/rollback{uri}", match: "*");

            Assert.Equal((200, revision), ((int)answer.Status, answer.Revision()));
            Assert.Equal(["overrides/hotline-new-year"], answer.Changed());
            Assert.Equal(
                [
                    "portal-chat-2026-11-22 portal-chat running The outage runs, and stays as it is.",
                    "email-2026-11-22 email to-come The outage is to come, and stays as it is.",
                ],
                answer.Body["kept"]!.AsArray().Select(kept => $"{kept!["id"]} {kept["channelId"]} {kept["standing"]} {kept["text"]}"));
        }

        Assert.Equal(["portal-chat-2026-11-22", "email-2026-11-22"], app.Snapshot.Directory.Catalog.Incidents.Select(incident => incident.Id));
        Assert.Equal("hotline", (await client.ReadAsync("/v1/best-channel?segment=individual"))["best"]!["channelId"].Text());
    }

    [Fact]
    public async Task An_outage_that_has_ended_does_not_start_again()
    {
        var announced = await client.WriteAsync("POST", "/v1/admin/incidents", Outage("portal-chat"));
        app.Time.Advance(TimeSpan.FromMinutes(30));
        await client.PatchAsync(announced.Response.Headers.Location!.ToString(), """{ "end": "2026-11-22T00:30:00Z" }""");

        var answer = await client.WriteAsync("POST", "/v1/admin/revisions/2/rollback", match: "*");

        Assert.Equal((200, 3, "ended"), ((int)answer.Status, answer.Revision(), answer.Body["kept"]![0]!["standing"].Text()));
        Assert.Equal("portal-chat", (await client.ReadAsync("/v1/best-channel?segment=individual"))["best"]!["channelId"].Text());
    }

    [Theory]
    [InlineData("")]
    [InlineData("?dryRun=true")]
    public async Task An_outage_of_a_channel_that_was_not_there_is_in_the_way(string query)
    {
        app.Change(catalog => catalog with { Channels = [.. catalog.Channels, catalog.Channels[0] with { Id = "new-line" }] });
        await client.WriteAsync("POST", "/v1/admin/incidents", Outage("new-line"));

        var answer = await client.WriteAsync("POST", $"/v1/admin/revisions/1/rollback{query}", match: "*");

        Assert.Equal((409, "element-in-use"), ((int)answer.Status, answer.Code()));
        Assert.Equal(["incidents[new-line-2026-11-22].channelId"], answer.Blamed);
        Assert.Equal(3, app.Snapshot.Revision);
    }

    /// <summary>To revision 2, in which the app is a room of its own, while the chat is out of order and the app with it.</summary>
    [Fact]
    public async Task An_outage_is_ended_for_no_door_that_it_closes_now()
    {
        app.ChangeChannel("mobile-app", channel => channel with { Desk = null });
        app.ChangeChannel("mobile-app", channel => channel with { Desk = "online-support" });
        await client.WriteAsync("POST", "/v1/admin/incidents", Outage("portal-chat"));

        var refused = await client.WriteAsync("POST", "/v1/admin/revisions/2/rollback", match: "*");
        await client.WriteAsync("POST", "/v1/admin/incidents", Outage("mobile-app"));
        var done = await client.WriteAsync("POST", "/v1/admin/revisions/2/rollback", match: "*");

        Assert.Equal((409, "element-in-use"), ((int)refused.Status, refused.Code()));
        Assert.Equal(
            ["By revision 2 this outage does not close the channel 'mobile-app', which it closes now. First announce an outage of that one too."],
            refused.Body["errors"]![Assert.Single(refused.Blamed)]!.AsArray().Select(text => text.Text()));
        Assert.Equal(200, (int)done.Status);
        Assert.Equal("closed", (await client.ReadAsync("/v1/channels/mobile-app/availability?segment=individual"))["state"].Text());
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("2")]
    [InlineData("first")]
    [InlineData("9223372036854775807")]
    public async Task There_is_no_going_back_to_nothing(string number) =>
        Assert.Equal(404, (int)(await client.WriteAsync("POST", $"/v1/admin/revisions/{number}/rollback", match: "*")).Status);

    private static string Outage(string channel) => EditingExamples.Announcement.Replace("hotline", channel, StringComparison.Ordinal);

    public void Dispose()
    {
        client.Dispose();
        app.Dispose();
    }
}
