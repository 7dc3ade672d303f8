using ContactsApi.Storage;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Features.Admin;

/// <summary>A write says on which state it was made. The hotline was last changed by revision 1.</summary>
public sealed class PreconditionTests : IDisposable
{
    private const string Hotline = "/v1/admin/channels/hotline";
    private const string Statement = "/v1/admin/channels/hotline/hours/hours-3.1";
    private const string NewTopic = "/v1/admin/topics/parking";
    private const string NewStatement = "/v1/admin/channels/hotline/hours/hours-9";
    private const string Topic = """{ "id": "parking", "name": { "ru": "Парковка", "en": "Parking" } }""";
    private const string Hours = """{ "id": "hours-9", "schedule": "H-247", "reference": "1.1" }""";
    private const string Rename = """{ "note": null }""";

    private readonly ContactsApp app = new();
    private readonly HttpClient client;

    public PreconditionTests() => client = app.CreateClientWith(Scope.Steward);

    [Theory]
    // What is there is changed by who knows its state.
    [InlineData("PATCH", Statement, Rename, "\"1\"", null, 200)]
    [InlineData("PATCH", Statement, Rename, "*", null, 200)]
    [InlineData("PATCH", Statement, Rename, "\"7\", \"1\"", null, 200)]
    [InlineData("PATCH", Statement, Rename, "\"2\"", null, 412)]
    [InlineData("PATCH", Statement, Rename, "\"01\"", null, 412)]
    [InlineData("PATCH", Statement, Rename, "W/\"1\"", null, 412)] // If-Match compares strongly
    [InlineData("PATCH", Statement, Rename, "W/\"1\", \"1\"", null, 200)]
    [InlineData("PATCH", Statement, Rename, null, null, 428)]
    [InlineData("PATCH", Statement, Rename, "1", null, 400)]
    [InlineData("PATCH", Statement, Rename, ",", null, 400)]
    [InlineData("PATCH", Statement, Rename, null, "\"7\"", 428)] // that demands next to nothing
    [InlineData("PATCH", Statement, Rename, "\"1\"", "\"1\"", 412)]
    [InlineData("PATCH", Statement, Rename, "\"1\"", "W/\"1\"", 412)] // If-None-Match compares weakly
    [InlineData("DELETE", Statement, null, "\"1\"", null, 200)]
    [InlineData("DELETE", Statement, null, "\"9\"", null, 412)]
    [InlineData("DELETE", Statement, null, null, null, 428)]
    // What is not there is created by who says so.
    [InlineData("PUT", NewTopic, Topic, null, "*", 201)]
    [InlineData("PUT", NewTopic, Topic, null, null, 428)]
    [InlineData("PUT", NewTopic, Topic, "*", null, 412)]
    [InlineData("PUT", NewTopic, Topic, "\"1\"", null, 412)]
    [InlineData("PUT", NewTopic, Topic, null, "\"1\"", 428)]
    [InlineData("PUT", NewStatement, Hours, null, "*", 201)]
    [InlineData("PUT", NewStatement, Hours, "\"1\"", null, 412)]
    [InlineData("PUT", "/v1/admin/topics/registration", """{ "id": "registration", "name": { "ru": "Р", "en": "R" } }""", null, "*", 412)]
    [InlineData("PUT", Statement, Hours, null, "*", 412)]
    // What is not there is not found, whatever is demanded of it.
    [InlineData("PATCH", NewTopic, Rename, "*", null, 404)]
    [InlineData("PATCH", NewTopic, Rename, null, null, 404)]
    [InlineData("DELETE", NewTopic, null, "\"1\"", null, 404)]
    [InlineData("DELETE", NewStatement, null, "\"1\"", null, 404)]
    [InlineData("PUT", "/v1/admin/channels/pigeon/hours/hours-9", Hours, null, "*", 404)]
    // A dry run writes nothing, so it needs no demand; one that is made counts.
    [InlineData("PATCH", Statement + "?dryRun=true", Rename, null, null, 200)]
    [InlineData("PATCH", Statement + "?dryRun=true", Rename, "\"2\"", null, 412)]
    [InlineData("POST", "/v1/admin/revisions/1/rollback", null, "\"1\"", null, 200)]
    [InlineData("POST", "/v1/admin/revisions/1/rollback", null, "\"2\"", null, 412)]
    [InlineData("POST", "/v1/admin/revisions/1/rollback", null, null, null, 428)]
    [InlineData("POST", "/v1/admin/revisions/2/rollback", null, "\"1\"", null, 404)]
    public async Task A_demand_is_met_or_nothing_is_written(string method, string uri, string? body, string? match, string? noneMatch, int status)
    {
        var answer = await client.WriteAsync(method, uri, body, match, noneMatch);

        Assert.Equal(status, (int)answer.Status);
        Assert.Equal("no-store", answer.Response.Headers.CacheControl?.ToString());
        if (status >= 400)
            Assert.Equal(1, app.Snapshot.Revision);
        if (status is 412 or 428 && !uri.StartsWith(NewTopic, StringComparison.Ordinal) && uri != NewStatement)
            Assert.Equal("\"1\"", answer.Tag());
        if (status is 412 or 428)
            Assert.Equal(status == 412 ? "precondition-failed" : "precondition-required", answer.Code());
    }

    [Fact]
    public async Task A_repeated_write_is_harmless()
    {
        const string patch = """{ "name": { "en": "The line" } }""";
        Assert.Equal("\"2\"", (await client.PatchAsync(Hotline, patch, "\"1\"")).Tag());

        var repeated = await client.PatchAsync(Hotline, patch, "\"1\"");

        Assert.Equal((412, "\"2\""), ((int)repeated.Status, repeated.Tag()));
        Assert.Equal(2, app.Snapshot.Revision);
    }

    [Fact]
    public async Task A_tag_changes_with_its_element_alone()
    {
        var answer = await client.PatchAsync(Hotline, """{ "name": { "en": "The line" } }""", "\"1\"");

        Assert.Equal("\"2\"", answer.Tag());
        Assert.Equal("\"2\"", await client.TagOfAsync(Hotline));
        Assert.Equal("\"2\"", await client.TagOfAsync(Statement));
        Assert.Equal("\"1\"", await client.TagOfAsync("/v1/admin/channels/portal-chat"));
        Assert.Equal("\"1\"", await client.TagOfAsync("/v1/admin/source"));
        Assert.Equal(
            ["\"2\"", "\"1\""],
            (await client.ReadAsync("/v1/admin/channels"))["elements"]!.AsArray().Take(2).Select(element => element!["eTag"].Text()));
        Assert.Equal(200, (int)(await client.PatchAsync("/v1/admin/channels/portal-chat", """{ "name": { "en": "Chat" } }""", "\"1\"")).Status);
    }

    public void Dispose()
    {
        client.Dispose();
        app.Dispose();
    }
}
