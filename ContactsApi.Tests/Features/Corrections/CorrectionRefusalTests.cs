using System.Net;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Features.Corrections;

/// <summary>What is wrong is refused, all at once and by its path, and nothing is written.</summary>
public sealed class CorrectionRefusalTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    private const string Report =
        """{ "channelId": "hotline", "element": "hours", "statementId": "hours-3.1", "because": "It answers at night", "shouldBe": "round the clock" }""";

    private readonly HttpClient client = app.CreateClientWith(Scope.Steward);

    [Theory]
    [InlineData("\"hotline\"", "\"pigeon\"", "channelId")]
    [InlineData("\"hotline\"", "\"Hotline\"", "channelId")]
    [InlineData("\"hours\"", "\"colour\"", "element")]
    [InlineData("\"hours\"", "\"Hours\"", "element")]
    [InlineData("\"hours\"", "\"name\"", "statementId")] // a name is no statement
    [InlineData("\"hours\"", "\"answer-time\"", "statementId")] // of the other kind
    [InlineData("hours-3.1", "hours-9.9", "statementId")]
    [InlineData("\"hotline\"", "\"telegram\"", "statementId")] // another channel's
    [InlineData("\"hours-3.1\"", "7", "statementId")]
    [InlineData("It answers at night", " ", "because")]
    [InlineData("It answers at night", "?!", "because")]
    [InlineData("It answers at night", @"one\ntwo", "because")]
    [InlineData("It answers at night", @"one\u2028two", "because")]
    [InlineData("It answers at night", @"\u0000", "because")]
    [InlineData("It answers at night", @"It answers \u202Eat night", "because")]
    [InlineData("round the clock", @"\u2067round the clock", "shouldBe")]
    [InlineData("It answers at night", @"\uD800", "because")]
    [InlineData("It answers at night", "call me: +7 916 123-45-67", "because")]
    [InlineData("round the clock", "+7 916 123-45-67", "shouldBe")] // no address
    [InlineData("round the clock", "", "shouldBe")]
    [InlineData("\"because\": \"It answers at night\",", "", "because")]
    [InlineData("{ ", "{ \"email\": \"a@example.ru\", ", "email")]
    [InlineData("{ ", "{ \"channelId\": \"hotline\", ", "channelId")]
    public async Task A_wrong_report_is_refused(string right, string wrong, string blamed)
    {
        var before = await ListAsync();
        var answer = await client.PostAsync("/v1/corrections", Report.Replace(right, wrong));

        Assert.Equal((HttpStatusCode.BadRequest, "invalid-parameters"), (answer.Status, answer.Body["code"].Text()));
        Assert.Equal([blamed], answer.Blamed);
        Assert.Equal(before, await ListAsync());
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once()
    {
        var answer = await client.PostAsync(
            "/v1/corrections?colour=red", $$"""{ "channelId": "pigeon", "element": "name", "because": "", "shouldBe": "{{new string('x', 501)}}" }""");

        Assert.Equal(["because", "channelId", "colour", "shouldBe"], answer.Blamed.Order());
    }

    [Theory]
    [InlineData("""{ "channelId": "pigeon", "element": "Hours", "because": 1, "shouldBe": "", "more": 1 }""", "because channelId element more shouldBe")]
    [InlineData("""{ "channelId": "hotline", "element": "hours", "statementId": "hours-9.9", "shouldBe": [] }""", "because shouldBe statementId")]
    [InlineData("""{ "channelId": 7, "element": "hours", "statementId": "hours-9.9", "because": "?!" }""", "because channelId")] // whose statement?
    [InlineData("""{ "channelId": "hotline", "element": "colour", "because": "?!", "shouldBe": "+7 916 123-45-67" }""", "because element")] // an address?
    public async Task What_is_misshapen_hides_nothing_else_that_is_wrong(string report, string blamed)
    {
        var answer = await client.PostAsync("/v1/corrections", report);

        Assert.Equal(blamed, string.Join(' ', answer.Blamed.Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("{}", "revision")]
    [InlineData("""{ "revision": 0 }""", "revision")]
    [InlineData("""{ "revision": 2 }""", "revision")] // there is none yet
    [InlineData("""{ "revision": "1" }""", "revision")]
    [InlineData("""{ "revision": 1, "comment": { "ru": "Да." } }""", "comment.en")]
    [InlineData("""{ "revision": 1, "comment": { "ru": "Да.", "en": " " } }""", "comment.en")]
    [InlineData("""{ "revision": 9, "comment": { "ru": "", "en": "" } }""", "comment.en", "comment.ru", "revision")]
    [InlineData("""{ "revision": 9, "comment": { "ru": "" }, "more": 1 }""", "comment.en", "comment.ru", "more", "revision")]
    [InlineData("""{ "revision": 1.5, "comment": { "ru": "\n", "en": 1 } }""", "comment.en", "comment.ru", "revision")]
    public async Task A_wrong_acceptance_is_refused(string body, params string[] blamed) => await AssertBlamed("accept", body, blamed);

    [Theory]
    [InlineData("{}", "reason")]
    [InlineData("""{ "reason": null }""", "reason")]
    [InlineData("""{ "reason": "No." }""", "reason")]
    [InlineData("""{ "reason": { "ru": "Нет.", "en": "" } }""", "reason.en")]
    [InlineData("""{ "reason": { "ru": "?!", "eng": "No." } }""", "reason.en", "reason.eng", "reason.ru")]
    public async Task A_wrong_rejection_is_refused(string body, params string[] blamed) => await AssertBlamed("reject", body, blamed);

    [Theory]
    [InlineData("GET", "/v1/corrections/K7QM-4TZP-W2XD", "")]
    [InlineData("GET", "/v1/corrections/%F0%9F%98%80", "")]
    [InlineData("GET", "/v1/admin/corrections/K7QM-4TZP-W2XD", "")]
    [InlineData("POST", "/v1/admin/corrections/K7QM-4TZP-W2XD/accept", """{ "revision": 1 }""")]
    [InlineData("POST", "/v1/admin/corrections/K7QM-4TZP-W2XD/reject", """{ "reason": { "ru": "Нет.", "en": "No." } }""")]
    public async Task An_unknown_number_is_not_found(string method, string uri, string body)
    {
        var answer = method == "GET" ? await client.AskAsync(uri) : await client.PostAsync(uri, body);

        Assert.Equal((HttpStatusCode.NotFound, "correction-not-found"), (answer.Status, answer.Body["code"].Text()));
    }

    private async Task AssertBlamed(string verb, string body, string[] blamed)
    {
        var number = (await client.PostAsync("/v1/corrections", Report)).Body["number"].Text();
        var before = await ListAsync();
        var answer = await client.PostAsync($"/v1/admin/corrections/{number}/{verb}", body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(blamed, answer.Blamed.Order());
        Assert.Equal(before, await ListAsync());
    }

    private async Task<string> ListAsync() => (await client.AskAsync("/v1/admin/corrections")).Text;
}
