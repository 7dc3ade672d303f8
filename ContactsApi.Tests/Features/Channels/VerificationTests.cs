using System.Text.Json.Nodes;
using ContactsApi.Core.Statements;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Features.Channels;

/// <summary>The hotline with its address and two statements marked by a steward: the marks are shown, and change nothing else.</summary>
public sealed class VerificationTests : IDisposable
{
    private const string Marks =
        """{ "outcome": "disputed", "date": "2026-11-20", "by": "a steward", "how": "we called, it is a wrong number" }""";

    private readonly ContactsApp app = new();
    private readonly HttpClient client;

    public VerificationTests()
    {
        client = app.CreateClient();
        client.DefaultRequestHeaders.Add("Accept-Language", "en");
    }

    [Fact]
    public async Task A_mark_is_shown_with_what_it_marks_and_with_nothing_else()
    {
        Mark(VerificationOutcome.Disputed);
        var channel = await client.GetJsonAsync("/v1/channels/hotline");
        var availability = await client.GetJsonAsync("/v1/channels/hotline/availability?segment=individual");

        AssertMarked(channel["address"]);
        Assert.Equal(["answer-1.3", "hours-1.1"], MarkedIds(channel).Order());
        Assert.Equal(["hours-1.1"], MarkedIds(availability));
    }

    [Theory]
    [InlineData(VerificationOutcome.Verified, 0)]
    [InlineData(VerificationOutcome.Disputed, 1)]
    public async Task A_disputed_address_is_warned_of(VerificationOutcome outcome, int warnings)
    {
        Mark(outcome);
        var answer = await client.GetJsonAsync("/v1/best-channel?segment=individual");

        Assert.All(answer["alternatives"]!.AsArray().Prepend(answer["best"]), one =>
        {
            var found = one!["warnings"]!.AsArray().Where(warning => warning!["code"].Text() == "address-disputed").ToList();
            Assert.Equal(one["channelId"].Text() == "hotline" ? warnings : 0, found.Count);
            Assert.All(found, warning => Assert.Equal("The address is in doubt: we called, it is a wrong number", warning!["text"].Text()));
        });
    }

    [Theory]
    [InlineData(VerificationOutcome.Verified)]
    [InlineData(VerificationOutcome.Disputed)]
    public async Task A_mark_changes_no_state_no_promise_and_no_order(VerificationOutcome outcome)
    {
        var before = await AnswerWithoutMarksAsync();
        Mark(outcome);

        Assert.Equal(before, await AnswerWithoutMarksAsync());
    }

    [Fact]
    public async Task A_revision_tells_a_mark_as_the_one_thing_that_changed()
    {
        app.ChangeChannel("hotline", channel => channel with { Address = channel.Address! with { Verification = SmallCatalog.Marked(VerificationOutcome.Disputed) } });
        var change = Assert.Single((await client.GetJsonAsync("/v1/revisions/2"))["changes"]!.AsArray())!;

        Assert.Equal(("hotline", "address.verification"), (change["id"].Text(), Assert.Single(change["fields"]!.AsArray())!["path"].Text()));
    }

    /// <summary>A mark silences doubts about an address, so it may not stay on another one unseen.</summary>
    [Theory]
    [InlineData("channels/hotline", """{ "address": { "phone": "+77077777777" } }""", "address.verification")]
    [InlineData("channels/hotline", """{ "address": { "phone": "+77077777777", "verification": null } }""", null)]
    [InlineData("channels/hotline", """{ "address": { "phone": "+77077777777", "verification": { "date": "2026-11-21" } } }""", null)]
    [InlineData("channels/hotline", """{ "name": { "en": "Line" } }""", null)]
    [InlineData("offices/o", """{ "address": { "phone": "+77077777777" } }""", "verification")]
    [InlineData("offices/o", """{ "address": { "phone": "+77077777777" }, "verification": null }""", null)]
    [InlineData("offices/o", """{ "name": { "en": "Place" } }""", null)]
    public async Task A_mark_does_not_pass_to_another_address(string element, string patch, string? blamed)
    {
        Mark(VerificationOutcome.Verified);
        app.Change(catalog => catalog with { Offices = [SmallCatalog.Office("o") with { Hours = [], Verification = SmallCatalog.Marked(VerificationOutcome.Verified) }] });

        var answer = await app.CreateClientWith(Scope.Steward).PatchAsync($"/v1/admin/{element}", patch);

        Assert.Equal(blamed is null ? 200 : 422, (int)answer.Status);
        if (blamed is not null)
            Assert.Equal([blamed], answer.Blamed);
    }

    public void Dispose()
    {
        client.Dispose();
        app.Dispose();
    }

    private void Mark(VerificationOutcome outcome) => app.ChangeChannel("hotline", channel => channel with
    {
        Address = channel.Address! with { Verification = SmallCatalog.Marked(outcome) },
        Hours = [channel.Hours[0] with { Verification = SmallCatalog.Marked(outcome) }, .. channel.Hours.Skip(1)],
        Answers = [channel.Answers[0] with { Verification = SmallCatalog.Marked(outcome) }, .. channel.Answers.Skip(1)],
    });

    private async Task<string> AnswerWithoutMarksAsync()
    {
        var answer = (await client.GetJsonAsync("/v1/best-channel?segment=individual")).AsObject();
        answer.Remove("catalogRevision");
        foreach (var one in answer["alternatives"]!.AsArray().Prepend(answer["best"]))
        {
            one!["address"]!.AsObject().Remove("verification");
            one["warnings"]!.AsArray().RemoveAll(warning => warning!["code"].Text() == "address-disputed");
        }

        return answer.ToJsonString();
    }

    private static IEnumerable<string> MarkedIds(JsonNode answer)
    {
        foreach (var statement in answer["statements"]!.AsArray().Where(statement => statement!["verification"] is not null))
        {
            AssertMarked(statement);
            yield return statement!["id"].Text()!;
        }
    }

    private static void AssertMarked(JsonNode? marked) => Assert.Equal(Json.Parse(Marks), marked!["verification"], JsonNode.DeepEquals);
}
