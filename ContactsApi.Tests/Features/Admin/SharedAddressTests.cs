using ContactsApi.Features.Admin;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Features.Admin;

/// <summary>
/// Whoever changes a number is told where else it stands. +78005553535 is that of hotline, voice-assistant and abroad-hotline, +74951234567
/// that of urgent-phone and legal-northwest, and four channels are pages of one portal.
/// </summary>
public sealed class SharedAddressTests : IDisposable
{
    private const string ToUrgent = """{ "address": { "phone": "+74951234567" } }""";

    private readonly ContactsApp app = new();
    private readonly HttpClient client;

    public SharedAddressTests() => client = app.CreateClientWith(Scope.Steward);

    [Theory]
    [InlineData("channels/hotline", """{ "address": { "phone": "+78005550100" } }""",
        "former channels/voice-assistant +78005553535; former channels/abroad-hotline +78005553535")]
    [InlineData("channels/hotline", ToUrgent,
        "former channels/voice-assistant +78005553535; former channels/abroad-hotline +78005553535; new channels/urgent-phone +74951234567; new channels/legal-northwest +74951234567")]
    [InlineData("channels/legal-fax", """{ "address": { "phone": "+78005553535" } }""",
        "new channels/hotline +78005553535; new channels/voice-assistant +78005553535; new channels/abroad-hotline +78005553535")]
    [InlineData("channels/legal-fax", """{ "address": { "phone": "+78005550100" } }""", "")]
    [InlineData("channels/viber", """{ "address": { "uri": "https://t.me/Gosuslugi_support", "display": { "ru": "т", "en": "t" } } }""",
        "new channels/telegram https://t.me/Gosuslugi_support")]
    [InlineData("channels/hotline", """{ "address": null }""", "former channels/voice-assistant +78005553535; former channels/abroad-hotline +78005553535")]
    [InlineData("channels/hotline", """{ "name": { "en": "The line" } }""", "")]
    [InlineData("channels/hotline", "{}", "")]
    [InlineData("channels/hotline/hours/hours-3.1", """{ "rank": "preferred" }""", "")]
    [InlineData("topics/sms-code", """{ "marks": [] }""", "")]
    public async Task A_write_names_who_shares_an_address_that_it_brings_or_takes_away(string element, string patch, string shared)
    {
        var beforehand = await client.WriteAsync("PATCH", $"/v1/admin/{element}?dryRun=true", patch);
        var written = await client.PatchAsync($"/v1/admin/{element}", patch);

        Assert.Equal((shared, shared), (Shared(beforehand), Shared(written)));
    }

    [Fact]
    public async Task A_page_that_several_channels_are_on_is_shared_too()
    {
        var answer = await client.PatchAsync("/v1/admin/channels/faq", """{ "address": { "uri": "https://www.gosuslugi.ru/help" } }""");

        Assert.Equal(
            ["channels/portal-chat", "channels/chat-bot", "channels/feedback-form"],
            answer.Body["sharedWith"]!.AsArray().Select(one => $"{one!["kind"]}/{one["id"]}"));
    }

    [Fact]
    public async Task Offices_share_numbers_with_each_other_and_with_channels()
    {
        var another = EditingExamples.Office.Replace("spb-nevsky", "spb-moika", StringComparison.Ordinal);
        await client.CreateAsync("/v1/admin/offices/spb-nevsky", EditingExamples.Office);
        var second = await client.CreateAsync("/v1/admin/offices/spb-moika", another);
        var moved = await client.PatchAsync("/v1/admin/offices/spb-moika", """{ "address": { "phone": "+78005553536" } }""");
        var removed = await client.WriteAsync("DELETE", "/v1/admin/offices/spb-moika", match: "*");

        Assert.Equal("new offices/spb-nevsky +78120000000", Shared(second));
        Assert.Equal("former offices/spb-nevsky +78120000000; new channels/legal-fax +78005553536", Shared(moved));
        Assert.Equal("former channels/legal-fax +78005553536", Shared(removed));
    }

    [Fact]
    public async Task Going_back_names_who_shares_what_that_brings_back()
    {
        await client.PatchAsync("/v1/admin/channels/hotline", ToUrgent);

        var back = await client.WriteAsync("POST", "/v1/admin/revisions/1/rollback", match: "*");

        Assert.Equal(
            "former channels/urgent-phone +74951234567; former channels/legal-northwest +74951234567; "
            + "new channels/voice-assistant +78005553535; new channels/abroad-hotline +78005553535",
            Shared(back));
    }

    [Theory]
    [InlineData("ru", "Голосовой помощник", "У «Голосовой помощник» остался прежний адрес, +7 800 555-35-35. Если он сменился и там, измените его и там.")]
    [InlineData("en", "Voice assistant", "“Voice assistant” still has the former address, +7 800 555-35-35. If it has changed there too, change it there as well.")]
    public async Task It_says_what_to_look_at_in_both_languages(string language, string name, string text)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, "/v1/admin/channels/hotline?dryRun=true")
        {
            Content = new StringContent(ToUrgent, null, "application/merge-patch+json"),
        };
        request.Headers.TryAddWithoutValidation("Accept-Language", language);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var first = Json.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))["sharedWith"]![0]!;

        Assert.Equal((name, text), (first["name"].Text(), first["text"].Text()));
    }

    public void Dispose()
    {
        client.Dispose();
        app.Dispose();
    }

    private static string Shared(Answer answer) =>
        string.Join("; ", answer.Body["sharedWith"]!.AsArray().Select(one => $"{one!["which"]} {one["kind"]}/{one["id"]} {one["address"]}"));
}
