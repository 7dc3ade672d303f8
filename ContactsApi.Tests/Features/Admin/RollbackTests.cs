using ContactsApi.Hosting.Access;
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

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("2")]
    [InlineData("first")]
    [InlineData("9223372036854775807")]
    public async Task There_is_no_going_back_to_nothing(string number) =>
        Assert.Equal(404, (int)(await client.WriteAsync("POST", $"/v1/admin/revisions/{number}/rollback", match: "*")).Status);

    public void Dispose()
    {
        client.Dispose();
        app.Dispose();
    }
}
