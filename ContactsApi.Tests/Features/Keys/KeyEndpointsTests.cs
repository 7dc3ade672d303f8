using System.Net;
using ContactsApi.Hosting.Access;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Features.Keys;

/// <summary>An admin gives keys out and ends them. It is 22 November 2026, 03:00 in Moscow.</summary>
public sealed class KeyEndpointsTests : IDisposable
{
    private readonly ContactsApp app = new();
    private readonly HttpClient admin;

    public KeyEndpointsTests() => admin = app.CreateClientWith(Scope.Admin);

    [Fact]
    public async Task A_key_is_made_used_rotated_and_revoked()
    {
        var made = await admin.AskAsync("/v1/admin/keys", method: HttpMethod.Post, body: """{ "name": "Anna", "scope": "admin" }""");
        var (id, secret) = (made.Body["key"]!["id"].Text(), made.Body["secret"].Text()!);
        Assert.Equal(HttpStatusCode.Created, made.Status);
        Assert.Equal(HttpStatusCode.OK, await UseAsync(secret));

        var rotated = await admin.AskAsync($"/v1/admin/keys/{id}/rotate", method: HttpMethod.Post);
        Assert.Equal(id, rotated.Body["key"]!["id"].Text());
        Assert.Equal(HttpStatusCode.Unauthorized, await UseAsync(secret));
        Assert.Equal(HttpStatusCode.OK, await UseAsync(rotated.Body["secret"].Text()!));

        var revoked = await admin.AskAsync($"/v1/admin/keys/{id}", method: HttpMethod.Delete);
        Assert.Equal(("revoked", "2026-11-22T03:00:00+03:00"), (revoked.Body["state"].Text(), revoked.Body["revokedAt"].Text()));
        Assert.Equal(HttpStatusCode.Unauthorized, await UseAsync(rotated.Body["secret"].Text()!));
    }

    [Fact]
    public async Task To_revoke_a_key_again_changes_nothing()
    {
        var id = app.KeyOf(Scope.Read).Key.Id;
        var first = await admin.AskAsync($"/v1/admin/keys/{id}", method: HttpMethod.Delete);
        app.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(first.Text, (await admin.AskAsync($"/v1/admin/keys/{id}", method: HttpMethod.Delete)).Text);
    }

    [Fact]
    public async Task An_admin_may_end_the_last_admin_key_the_own_one()
    {
        var keys = (await admin.GetJsonAsync("/v1/admin/keys"))["keys"]!.AsArray();
        var own = Assert.Single(keys)!["id"].Text();

        Assert.Equal(HttpStatusCode.OK, (await admin.AskAsync($"/v1/admin/keys/{own}", method: HttpMethod.Delete)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await admin.AskAsync("/v1/admin/keys")).Status);
    }

    [Fact]
    public async Task A_list_shows_no_secrets()
    {
        var issued = app.KeyOf(Scope.Steward);

        var list = await admin.AskAsync("/v1/admin/keys");

        Assert.Contains(issued.Key.Id, list.Text);
        Assert.DoesNotContain(issued.Text, list.Text);
        Assert.DoesNotContain(Convert.ToHexStringLower(KeyText.Hash(issued.Text)), list.Text);
    }

    [Theory]
    [InlineData("", "body")]
    [InlineData("[]", "body")]
    [InlineData("""{ "name": "Anna", """, "body")]
    [InlineData("""{ "name": "Anna", "name": "Anna", "scope": "read" }""", "name")]
    [InlineData("""{ "name": "\ud800", "scope": "read" }""", "name")]
    [InlineData("{}", "name scope")]
    [InlineData("""{ "name": " ", "scope": "Admin", "rank": 1 }""", "name rank scope")]
    [InlineData("""{ "name": 1, "scope": ["read"], "expiresAt": "tomorrow" }""", "expiresAt name scope")]
    [InlineData("""{ "name": " ", "scope": "read", "expiresAt": "tomorrow" }""", "expiresAt name")]
    [InlineData("""{ "name": "a\nb", "scope": "read", "expiresAt": "2026-11-22T00:00:00Z" }""", "expiresAt name")] // now
    [InlineData("""{ "name": " ", "name": "Anna", "expiresAt": "2026-11-21T00:00:00Z" }""", "expiresAt name scope")]
    public async Task All_that_is_wrong_with_a_wanted_key_is_told_and_none_is_made(string body, string blamed)
    {
        var answer = await admin.AskAsync("/v1/admin/keys", method: HttpMethod.Post, body: body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(blamed.Split(' '), answer.Blamed.Order(StringComparer.Ordinal));
        Assert.Single((await admin.GetJsonAsync("/v1/admin/keys"))["keys"]!.AsArray());
    }

    [Theory]
    [InlineData("tomorrow")]
    [InlineData("2026-12-01T00:00:00")]
    public async Task An_end_without_an_offset_is_refused_with_what_is_right(string end)
    {
        var answer = await admin.AskAsync(
            "/v1/admin/keys", "en", HttpMethod.Post, $$"""{ "name": "Anna", "scope": "read", "expiresAt": "{{end}}" }""");

        Assert.Equal("A moment with an offset is needed, as 2026-11-23T12:00:00+03:00.", Assert.Single(answer.Body["errors"]!["expiresAt"]!.AsArray()).Text());
    }

    [Theory]
    [InlineData("PT-1S")]
    [InlineData("P31D")]
    [InlineData("P1Y")]
    [InlineData("1h")]
    public async Task A_wrong_grace_is_refused(string grace) => Assert.Equal(
        ["grace"], (await admin.AskAsync($"/v1/admin/keys/{app.KeyOf(Scope.Read).Key.Id}/rotate?grace={grace}", method: HttpMethod.Post)).Blamed);

    public void Dispose() => app.Dispose();

    private async Task<HttpStatusCode> UseAsync(string secret) => (await app.CreateClient().With(secret).AskAsync("/v1/admin/audit")).Status;
}
