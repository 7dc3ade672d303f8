using System.Text.Json.Nodes;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Features.Admin;

/// <summary>What a change would do to the answers of the next 14 days, told on Sunday 22 November 2026 at 03:00 in Moscow.</summary>
public sealed class DryRunTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    private readonly HttpClient client = app.CreateClientWith(Scope.Steward);

    [Fact]
    public async Task Preferring_3_1_closes_the_hotline_outside_its_hours()
    {
        var changes = await ChangesAsync("PATCH", "/v1/admin/channels/hotline/hours/hours-3.1", """{ "rank": "preferred" }""");

        Assert.All(changes, change =>
        {
            Assert.Equal("individual", change["segment"].Text()); // for organisations 2.3 alone counts
            Assert.Equal(("disputed", "closed"), (StateOf("hotline", change["before"]!), StateOf("hotline", change["after"]!)));
            Assert.Equal(("portal-chat", "portal-chat"), (change["before"]!["best"].Text(), change["after"]!["best"].Text()));
        });
        Assert.Equal(
            [
                "2026-11-22T03:00:00+03:00 2026-11-22T08:00:00+03:00", "2026-11-22T08:00:00+03:00 2026-11-22T10:00:00+03:00",
                "2026-11-22T16:00:00+03:00 2026-11-22T20:00:00+03:00", "2026-11-22T20:00:00+03:00 2026-11-23T08:00:00+03:00",
                "2026-11-23T20:00:00+03:00 2026-11-24T08:00:00+03:00",
            ],
            changes.Take(5).Select(change => $"{change["from"]} {change["to"]}"));
        Assert.Equal(
            "Individuals, from 22 November at 03:00 Moscow time until 22 November at 08:00 Moscow time. "
            + "“Online chat on the portal” still goes first. Different: “Hotline” disputed → closed.",
            changes[0]["text"].Text());
    }

    [Fact]
    public async Task An_outage_of_the_best_channel_gives_each_segment_another()
    {
        var changes = await ChangesAsync(
            "POST", "/v1/admin/incidents", """{ "channelId": "portal-chat", "end": "2026-11-22T02:00:00Z", "reason": { "ru": "Сбой", "en": "Down" } }""");

        var first = changes[0];
        Assert.Equal(("portal-chat", "hotline"), (first["before"]!["best"].Text(), first["after"]!["best"].Text()));
        Assert.Equal("2026-11-22T05:00:00+03:00", changes.Last(change => change["segment"].Text() == "individual")["to"].Text());
        Assert.Contains("“Hotline” would go first instead of “Online chat on the portal”", first["text"].Text());
    }

    /// <summary>In November it is New Year's hours that people want to see, and not the next two weeks, in which nothing changes.</summary>
    [Theory]
    [InlineData("\"from\": \"2026-12-31\", \"to\": \"2027-01-01\"", "2026-12-31T00:00:00+03:00")]
    [InlineData("\"yearly\": \"12-31\", \"yearlyTo\": \"01-01\"", "2026-12-31T00:00:00+03:00")]
    [InlineData("\"yearly\": \"11-21\", \"yearlyTo\": \"11-30\"", "2026-11-22T03:00:00+03:00")]
    [InlineData("\"from\": \"2026-11-01\", \"to\": \"2026-11-02\"", "2026-11-22T03:00:00+03:00")]
    public async Task Of_an_override_that_is_to_come_the_days_are_told_for_which_it_is(string dates, string from)
    {
        var answer = await client.WriteAsync(
            "PUT", "/v1/admin/overrides/o?dryRun=true", $$"""{ "id": "o", "channelId": "portal-chat", {{dates}}, "windows": [], "reason": { "ru": "Праздник", "en": "Holiday" } }""");

        Assert.Equal(from, answer.Body["dryRun"]!["from"].Text());
        Assert.Equal(dates.Contains("2026-11-01", StringComparison.Ordinal) ? null : from, answer.Body["dryRun"]!["answerChanges"]!.AsArray().FirstOrDefault()?["from"].Text());
    }

    [Theory]
    [InlineData("PATCH", "/v1/admin/channels/hotline", """{ "name": { "en": "The line" } }""")]
    [InlineData("PATCH", "/v1/admin/channels/hotline", "{}")]
    [InlineData("PATCH", "/v1/admin/topics/sms-code", """{ "marks": [] }""")]
    [InlineData("POST", "/v1/admin/revisions/1/rollback", null)]
    public async Task A_change_that_changes_no_answer_says_so(string method, string uri, string? body) =>
        Assert.Empty(await ChangesAsync(method, uri, body));

    [Fact]
    public async Task Too_much_to_compare_is_cut_and_said_so()
    {
        // A mailbox that counts working hours: its promise moves on with every minute of them.
        var answer = await client.WriteAsync(
            "PATCH",
            "/v1/admin/channels/email?dryRun=true",
            """
            {
              "address": { "uri": "mailto:a@example.ru", "display": { "ru": "a@example.ru", "en": "a@example.ru" } },
              "answers": [{ "id": "answer-3.3", "workingHours": 1, "reference": "3.3" }]
            }
            """);

        var dryRun = answer.Body["dryRun"]!;
        Assert.Equal(200, (int)answer.Status);
        Assert.False(dryRun["complete"]!.GetValue<bool>());
        Assert.InRange(dryRun["to"].Moment().ToInstant(), Domain.At("2026-11-23 12:00"), Domain.At("2026-12-06 02:59"));
        Assert.InRange(dryRun["answerChanges"]!.AsArray().Count, 3, 200);
    }

    private async Task<IReadOnlyList<JsonNode>> ChangesAsync(string method, string uri, string? body)
    {
        var answer = await client.WriteAsync(method, $"{uri}?dryRun=true", body);

        Assert.Equal((200, false, 1), ((int)answer.Status, answer.Body["written"]!.GetValue<bool>(), answer.Revision()));
        Assert.Equal(1, app.Snapshot.Revision);
        Assert.True(answer.Body["dryRun"]!["complete"]!.GetValue<bool>());
        Assert.Equal("2026-12-06T03:00:00+03:00", answer.Body["dryRun"]!["to"].Text());
        return [.. answer.Body["dryRun"]!["answerChanges"]!.AsArray().OfType<JsonNode>()];
    }

    private static string? StateOf(string channel, JsonNode outline) =>
        outline["order"]!.AsArray().Single(line => line!["channelId"].Text() == channel)!["state"].Text();
}
