using System.Net;
using System.Text.Json.Nodes;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Features.Audit;

/// <summary>Who wrote what.</summary>
public sealed class AuditEndpointsTests : IDisposable
{
    private readonly ContactsApp app = new();

    [Fact]
    public async Task A_write_is_told_with_its_key_its_request_and_a_hash_of_the_address()
    {
        var key = app.KeyOf(Scope.Admin);
        await RevokeFromAsync("192.0.2.1", key.Text, "request-1");
        await RevokeFromAsync("192.0.2.1", key.Text, "request-2");
        await RevokeFromAsync("192.0.2.2", key.Text, "request-3");

        var entries = await EntriesAsync($"key={key.Key.Id}");

        Assert.Equal(["request-3", "request-2", "request-1"], entries.Select(entry => entry["requestId"].Text()));
        Assert.All(entries, entry => Assert.Equal(
            ("revoke-key", key.Key.Name, "2026-11-22T03:00:00+03:00"), (entry["action"].Text(), entry["author"].Text(), entry["at"].Text())));
        var hashes = entries.Select(entry => entry["addressHash"].Text()).ToList();
        Assert.Equal((hashes[1], false), (hashes[2], hashes[0] == hashes[1]));
        Assert.Matches("^[0-9a-f]{32}$", hashes[0]!);
    }

    [Fact]
    public async Task The_log_is_read_page_by_page()
    {
        for (var i = 0; i < 3; i++)
            app.KeyOf(Scope.Read);
        var client = app.CreateClientWith(Scope.Admin);
        var all = await EntriesAsync("", client);

        var first = await client.GetJsonAsync("/v1/admin/audit?limit=2");
        var rest = await client.GetJsonAsync($"/v1/admin/audit?cursor={first["next"].Text()}");

        Assert.Equal([5, 4], Numbers(first));
        Assert.Equal([3, 2, 1], Numbers(rest));
        Assert.Null(rest["next"]);
        Assert.Equal(5, all.Count);
    }

    [Fact]
    public async Task The_log_can_be_narrowed_to_an_action()
    {
        app.KeyOf(Scope.Read);

        Assert.Equal(["1"], (await EntriesAsync("action=write-revision")).Select(entry => entry["subject"].Text()));
        Assert.Empty(await EntriesAsync("action=rotate-key"));
        Assert.Empty(await EntriesAsync("key=none"));
    }

    public void Dispose() => app.Dispose();

    private async Task RevokeFromAsync(string address, string key, string request)
    {
        var context = await app.AskFromAsync(
            address, $"/v1/admin/keys/{app.KeyOf(Scope.Read).Key.Id}", "DELETE", ("Authorization", $"Bearer {key}"), ("X-Request-Id", request));
        Assert.Equal((int)HttpStatusCode.OK, context.Response.StatusCode);
    }

    private async Task<IReadOnlyList<JsonNode>> EntriesAsync(string query, HttpClient? client = null) =>
        [.. (await (client ?? app.CreateClientWith(Scope.Admin)).GetJsonAsync($"/v1/admin/audit?{query}"))["entries"]!.AsArray().OfType<JsonNode>()];

    private static IEnumerable<int> Numbers(JsonNode page) => page["entries"]!.AsArray().Select(entry => entry!["number"]!.GetValue<int>());
}
