using System.Text.Json;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Features.Admin;

/// <summary>What is not fit to be shown to people is refused at its place, wherever a steward writes it.</summary>
public sealed class UnfitContentTests : IDisposable
{
    private readonly ContactsApp app = new();
    private readonly HttpClient client;

    public UnfitContentTests() => client = app.CreateClientWith(Scope.Steward);

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://example.org/\r\nNOTE:injected")]
    [InlineData("")]
    [InlineData("/relative")]
    [InlineData("data:text/html,x")]
    [InlineData("mailto:a%0D%0AX:b@example.org")]
    [InlineData("mailto:a@example.org,b@example.org")]
    [InlineData("https://")]
    public async Task An_address_that_may_be_no_link_is_refused(string address) => await AssertRefusedAsync(
        "PATCH", "channels/portal-chat", $$"""{ "address": { "uri": {{Quoted(address)}} } }""", "address.uri");

    [Fact]
    public async Task An_address_of_three_thousand_characters_is_refused() => await AssertRefusedAsync(
        "PATCH", "channels/portal-chat", $$"""{ "address": { "uri": "https://example.org/{{new string('a', 3000)}}" } }""", "address.uri");

    [Theory]
    [InlineData("channels/portal-chat", """{ "name": { "en": ¦ } }""", "name.en")]
    [InlineData("channels/portal-chat", """{ "description": { "ru": ¦ } }""", "description.ru")]
    [InlineData("channels/portal-chat", """{ "address": { "display": { "ru": ¦ } } }""", "address.display.ru")]
    [InlineData("channels/hotline/hours/hours-3.1", """{ "note": { "en": ¦, "ru": "а" } }""", "note.en")]
    [InlineData("topics/sms-code", """{ "name": { "ru": ¦ } }""", "name.ru")]
    [InlineData("regions/RU-SPE", """{ "name": { "ru": ¦ } }""", "name.ru")]
    [InlineData("source", """{ "title": { "ru": ¦ } }""", "title.ru")]
    [InlineData("years/2026", """{ "decree": { "ru": ¦ } }""", "decree.ru")]
    public async Task A_text_that_is_not_legible_is_refused(string place, string patch, string blamed)
    {
        foreach (var text in (string[])["a\0b", "\u001B[31m", "a\u202Eb", "a\u2066b", "a\nb", "a\tb"])
            await AssertRefusedAsync("PATCH", place, patch.Replace("¦", Quoted(text)), blamed);
    }

    [Theory]
    [InlineData("PUT", "offices/x", """{ "id": "x", "region": "RU-SPE", "name": { "ru": "а", "en": "a" }, "address": { "postal": { "ru": "а", "en": "a" }, "uri": "javascript:x" } }""", "address.uri")]
    [InlineData("PUT", "incidents/x", """{ "id": "x", "channelId": "hotline", "start": "2026-12-02T00:00:00Z", "end": null, "reason": { "ru": "а", "en": "a\u001b" } }""", "reason.en")]
    [InlineData("POST", "incidents", """{ "channelId": "hotline", "reason": { "ru": "а", "en": "a\u202e" } }""", "reason.en")]
    [InlineData("PUT", "overrides/x", """{ "id": "x", "channelId": "hotline", "from": "2026-12-02", "to": "2026-12-02", "windows": [], "reason": { "ru": "\u0000", "en": "a" } }""", "reason.ru")]
    public async Task What_is_new_is_held_to_it_too(string method, string place, string body, string blamed) =>
        await AssertRefusedAsync(method, place, body, blamed);

    [Fact]
    public async Task So_is_the_reason_of_a_change()
    {
        var answer = await client.PatchAsync("/v1/admin/topics/sms-code?message=a%E2%80%AEb", """{ "name": { "en": "A code" } }""");

        Assert.Equal((400, "message"), ((int)answer.Status, Assert.Single(answer.Blamed)));
    }

    public void Dispose()
    {
        client.Dispose();
        app.Dispose();
    }

    private async Task AssertRefusedAsync(string method, string place, string body, string blamed)
    {
        var create = method == "PUT";
        var answer = await client.WriteAsync(method, $"/v1/admin/{place}", body, match: create ? null : "*", noneMatch: create ? "*" : null);

        Assert.Equal((422, "invalid-element", blamed), ((int)answer.Status, answer.Code(), string.Join(' ', answer.Blamed)));
        Assert.Equal(1, app.Snapshot.Revision);
    }

    private static string Quoted(string text) => JsonSerializer.Serialize(text);
}
