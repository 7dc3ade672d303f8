using System.Net;
using System.Text.Json.Nodes;
using ContactsApi.Core;
using ContactsApi.Serialization;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace ContactsApi.Tests.Features.Corrections;

/// <summary>Anyone reports, a steward judges, and the sender learns of it. It is Sunday 22 November 2026, 03:00 in Moscow.</summary>
public sealed class CorrectionEndpointsTests : IDisposable
{
    private const string Report =
        """{ "channelId": "hotline", "element": "hours", "statementId": "hours-3.1", "because": "It answers at night", "shouldBe": "round the clock" }""";

    private readonly ContactsApp app = new();
    private readonly HttpClient caller;
    private readonly HttpClient steward;

    public CorrectionEndpointsTests()
    {
        caller = app.CreateClient();
        steward = app.CreateClientWith(Scope.Steward);
        steward.DefaultRequestHeaders.Add("Accept-Language", "en");
    }

    [Fact]
    public async Task A_report_gets_a_number_by_which_it_is_looked_up()
    {
        var sent = await caller.PostAsync("/v1/corrections", Report);
        var found = await caller.AskAsync(sent.Response.Headers.Location!.ToString());

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (sent.Status, found.Status));
        Assert.Equal(sent.Text, found.Text);
        Assert.Equal($"/v1/corrections/{sent.Body["number"].Text()}", sent.Response.Headers.Location.ToString());
        Assert.Equal(
            """{"channelId":"hotline","element":"hours","statementId":"hours-3.1","status":"received","receivedAt":"2026-11-22T03:00:00+03:00","judgedAt":null,"revision":null,"explanation":null}""",
            Without(found.Body, "number"));
    }

    [Fact]
    public async Task The_same_report_gets_the_same_number()
    {
        var first = await caller.PostAsync("/v1/corrections", Report);
        var again = await caller.PostAsync("/v1/corrections", Report.Replace("It answers at night", "I called at three"));

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (first.Status, again.Status));
        Assert.Equal(first.Text, again.Text);
        var seen = await CaseOf(first);
        Assert.Equal((2, "It answers at night"), (seen["reports"]!.GetValue<int>(), seen["because"].Text()));
    }

    [Theory]
    [InlineData("ru", "По постановлению.")]
    [InlineData("en", "By decree.")]
    public async Task A_sender_learns_with_which_revision_it_was_accepted_and_why_in_the_senders_language(string language, string words)
    {
        var sent = await caller.PostAsync("/v1/corrections", Report);
        app.Time.Advance(TimeSpan.FromMinutes(10));
        var judged = await Judge(sent, "accept", """{ "revision": 1, "comment": { "ru": "По постановлению.", "en": "By decree." } }""");
        var found = await caller.AskAsync(sent.Response.Headers.Location!.ToString(), language);

        Assert.Equal(HttpStatusCode.OK, judged.Status);
        Assert.Equal(
            ("accepted", "2026-11-22T03:10:00+03:00", 1, words),
            (found.Body["status"].Text(), found.Body["judgedAt"].Text(), found.Body["revision"]!.GetValue<int>(), found.Body["explanation"].Text()));
    }

    [Fact]
    public async Task A_sender_learns_why_it_was_rejected_and_nothing_of_what_others_wrote()
    {
        var sent = await caller.PostAsync("/v1/corrections", Report);
        await Judge(sent, "reject", """{ "reason": { "ru": "Это не так.", "en": "It is not so." } }""");
        var found = await caller.AskAsync(sent.Response.Headers.Location!.ToString());

        Assert.Equal(("rejected", null, "Это не так."), (found.Body["status"].Text(), found.Body["revision"], found.Body["explanation"].Text()));
        Assert.DoesNotContain("night", found.Text);
    }

    [Theory]
    [InlineData("accept", """{ "revision": 1 }""", HttpStatusCode.OK)]
    [InlineData("accept", """{ "revision": 2 }""", HttpStatusCode.Conflict)]
    [InlineData("accept", """{ "revision": 1, "comment": { "ru": "Да.", "en": "Yes." } }""", HttpStatusCode.Conflict)]
    [InlineData("reject", """{ "reason": { "ru": "Нет.", "en": "No." } }""", HttpStatusCode.Conflict)]
    public async Task What_was_judged_stays_so(string verb, string body, HttpStatusCode status)
    {
        AppendRevision();
        var sent = await caller.PostAsync("/v1/corrections", Report);
        await Judge(sent, "accept", """{ "revision": 1 }""");
        var before = (await CaseOf(sent)).ToJsonString();

        var again = await Judge(sent, verb, body);

        Assert.Equal(status, again.Status);
        Assert.Equal(before, (await CaseOf(sent)).ToJsonString());
        if (status == HttpStatusCode.Conflict)
            Assert.Equal(("correction-judged", "It was accepted before, with revision 1."), (again.Body["code"].Text(), again.Body["detail"].Text()));
    }

    [Fact]
    public async Task Of_an_address_a_new_number_is_taken()
    {
        var sent = await caller.PostAsync(
            "/v1/corrections", """{ "channelId": "hotline", "element": "address", "because": "The portal shows another", "shouldBe": "+7 916 123-45-67" }""");

        Assert.Equal(HttpStatusCode.Created, sent.Status);
        Assert.Equal("+7 916 123-45-67", (await CaseOf(sent))["shouldBe"].Text());
    }

    [Theory]
    [InlineData("portal-chat")]
    [InlineData("mobile-app")] // another door to the chat: the chat's statements are its own
    public async Task A_statement_is_one_of_those_that_the_channel_goes_by(string channel)
    {
        var sent = await caller.PostAsync(
            "/v1/corrections", $$"""{ "channelId": "{{channel}}", "element": "answer-time", "statementId": "answer-1.2", "because": "It takes hours" }""");

        Assert.Equal((HttpStatusCode.Created, channel), (sent.Status, sent.Body["channelId"].Text()));
    }

    [Fact]
    public async Task A_correction_that_is_mended_already_is_accepted_with_an_older_revision()
    {
        AppendRevision();
        app.Time.Advance(TimeSpan.FromMinutes(1));
        var sent = await caller.PostAsync("/v1/corrections", Report);

        Assert.Equal(HttpStatusCode.OK, (await Judge(sent, "accept", """{ "revision": 2 }""")).Status);
    }

    [Fact]
    public async Task Stewards_see_all_in_pages_the_newest_first()
    {
        foreach (var name in new[] { "one", "two", "three" })
            await caller.PostAsync("/v1/corrections", Report.Replace("round the clock", name));

        var first = await steward.GetJsonAsync("/v1/admin/corrections?limit=2&status=received&channel=hotline");
        var rest = await steward.GetJsonAsync($"/v1/admin/corrections?limit=2&status=received&channel=hotline&cursor={first["next"].Text()}");

        Assert.Equal(["three", "two"], first["corrections"]!.AsArray().Select(one => one!["shouldBe"].Text()));
        Assert.Equal(["one"], rest["corrections"]!.AsArray().Select(one => one!["shouldBe"].Text()));
        Assert.Null(rest["next"]);
        Assert.Empty((await steward.GetJsonAsync("/v1/admin/corrections?status=accepted"))["corrections"]!.AsArray());
        Assert.Empty((await steward.GetJsonAsync("/v1/admin/corrections?channel=email"))["corrections"]!.AsArray());
        Assert.Equal(
            ["channel", "cursor", "limit", "status"],
            (await steward.AskAsync("/v1/admin/corrections?status=Open&channel=pigeon&limit=0&cursor=x")).Blamed.Order());
    }

    [Fact]
    public async Task With_too_many_open_corrections_senders_are_told_to_come_later()
    {
        using var full = app.WithWebHostBuilder(host => host.UseSetting("Corrections:MaxOpen", "1"));
        using var client = full.CreateClient();
        await client.PostAsync("/v1/corrections", Report);

        var answer = await client.PostAsync("/v1/corrections", Report.Replace("round the clock", "never"), "en");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "too-many-corrections"), (answer.Status, answer.Body["code"].Text()));
        Assert.Equal(TimeSpan.FromHours(1), answer.Response.Headers.RetryAfter?.Delta);
        Assert.Equal(HttpStatusCode.OK, (await client.PostAsync("/v1/corrections", Report)).Status);
    }

    [Fact]
    public async Task While_the_store_fails_senders_are_told_to_come_later_and_nothing_is_half_done()
    {
        using var other = app.Services.GetRequiredService<Database>().Open();
        other.Execute("ALTER TABLE audit RENAME TO hidden"); // so that the last step of a write fails

        var answer = await caller.PostAsync("/v1/corrections", Report);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "store-unavailable"), (answer.Status, answer.Body["code"].Text()));
        Assert.NotNull(answer.Response.Headers.RetryAfter);
        Assert.Equal(0, Count("correction"));

        other.Execute("ALTER TABLE hidden RENAME TO audit");
        Assert.Equal(HttpStatusCode.Created, (await caller.PostAsync("/v1/corrections", Report)).Status);
    }

    public void Dispose()
    {
        caller.Dispose();
        steward.Dispose();
        app.Dispose();
    }

    private Task<Answer> Judge(Answer sent, string verb, string body) =>
        steward.PostAsync($"/v1/admin/corrections/{sent.Body["number"].Text()}/{verb}", body);

    private Task<JsonNode> CaseOf(Answer sent) => steward.GetJsonAsync($"/v1/admin/corrections/{sent.Body["number"].Text()}");

    private void AppendRevision()
    {
        var catalog = app.Snapshot.Directory.Catalog;
        app.Services.GetRequiredService<RevisionStore>().Append(
            catalog with { Topics = [.. catalog.Topics, new("parking", new LocalizedText("Парковка", "Parking"))] },
            1,
            Instant.FromUtc(2026, 11, 22, 0, 0),
            new("a steward"),
            "Another topic");
    }

    private long Count(string table)
    {
        using var connection = app.Services.GetRequiredService<Database>().Open();
        return connection.ExecuteScalar<long>($"SELECT COUNT(*) FROM {table}");
    }

    private static string Without(JsonNode answer, string property)
    {
        answer.AsObject().Remove(property);
        return answer.ToJsonString(ContactsJson.Options);
    }
}
