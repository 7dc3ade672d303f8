using System.Text.Json.Nodes;
using ContactsApi.Tests.Support;
using ContactsApi.Tests.Vectors;

namespace ContactsApi.Tests.Features.BestChannel;

/// <summary>What <c>explain=true</c> adds, against the answer that it explains.</summary>
public sealed class ExplanationTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    private static readonly string[] EligibilityRules =
        ["no-address", "topic-not-served", "region-not-served", "urgent-only", "need-not-met", "language-not-served", "excluded"];

    private static readonly string[] OrderRules = ["order-class", "order-room", "order-specialised", "order-promise", "order-priority", "order-id"];

    private readonly HttpClient client = app.CreateClient();

    public static TheoryData<Vector> Questions => [.. VectorTests.BestChannel.Select(row => row.Data)];

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Every_channel_of_the_segment_is_told_once_in_order(Vector question)
    {
        var answer = await ExplainedAsync(question.Query());
        var told = answer["explanation"]!.AsArray();
        var inOrder = Recommendations(answer).Select(one => one["channelId"].Text()).ToList();

        Assert.Equal(inOrder.Concat(answer["ineligible"]!.AsArray().Select(Id)), told.Select(Id));
        Assert.Equal(
            (await client.GetJsonAsync($"/v1/channels?segment={answer["segment"].Text()}"))["channels"]!.AsArray().Select(channel => channel!["id"].Text()).Order(),
            told.Select(Id).Order());
        Assert.Equal(
            told.Select((_, i) => i < inOrder.Count ? i + 1 : (int?)null),
            told.Select(one => one!["position"]?.GetValue<int>()));
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task The_eligibility_rules_not_matched_are_the_reasons_against_a_channel(Vector question)
    {
        var answer = await ExplainedAsync(question.Query());
        var reasons = answer["ineligible"]!.AsArray().ToDictionary(Id, one => one!["reasons"]!.AsArray().Select(reason => reason.Text()));

        Assert.All(answer["explanation"]!.AsArray(), channel =>
        {
            var rules = Rules(channel).Take(EligibilityRules.Length).ToList();
            Assert.Equal(EligibilityRules, rules.Select(rule => rule["rule"].Text()));
            Assert.Equal(
                reasons.GetValueOrDefault(Id(channel), []),
                rules.Where(rule => rule["outcome"].Text() != "matched").Select(rule => rule["rule"].Text()));
            Assert.DoesNotContain(rules, rule => rule["outcome"].Text() == "beaten");
        });
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task The_last_rule_of_the_order_is_the_one_that_the_channel_right_before_wins_by(Vector question)
    {
        var told = (await ExplainedAsync(question.Query()))["explanation"]!.AsArray();

        for (var i = 0; i < told.Count; i++)
        {
            var rules = Rules(told[i]).Skip(EligibilityRules.Length).ToList();
            Assert.Equal(OrderRules.Take(rules.Count), rules.Select(rule => rule["rule"].Text()));
            Assert.Equal(told[i]!["position"] is not null && i > 0, rules.Count > 0);
            Assert.Equal(
                rules.SkipLast(1).Select(_ => ("matched", (string?)null)).Concat(rules.Count == 0 ? [] : [("beaten", Id(told[i - 1]))]),
                rules.Select(rule => (rule["outcome"].Text()!, rule["beatenBy"].Text())));
        }
    }

    [Fact]
    public async Task On_a_Sunday_night_the_chat_goes_before_the_app_by_priority_and_the_app_before_the_hotline_by_class()
    {
        var told = (await ExplainedAsync("segment=individual&at=2026-11-22T03:00:00%2B03:00"))["explanation"]!.AsArray();

        Assert.Equal(["portal-chat", "mobile-app", "hotline"], told.Take(3).Select(Id));
        Assert.Equal(["order-priority", "order-class"], told.Skip(1).Take(2).Select(channel => Rules(channel).Last()["rule"].Text()));
    }

    [Fact]
    public async Task A_need_that_a_passage_meets_is_told_with_the_passage()
    {
        var told = (await ExplainedAsync("segment=individual&need=voice"))["explanation"]!.AsArray();
        var need = Rules(told.Single(channel => Id(channel) == "hotline")).Single(rule => rule["rule"].Text() == "need-not-met");

        Assert.Equal(("matched", "1.1"), (need["outcome"].Text(), Assert.Single(need["references"]!.AsArray()).Text()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("&explain=false")]
    public async Task Who_does_not_ask_is_not_told(string parameter) =>
        Assert.Null((await client.GetJsonAsync($"/v1/best-channel?segment=individual{parameter}"))["explanation"]);

    /// <summary>Sections of the source, and the two words that stand in place of one.</summary>
    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Every_reason_has_a_reference(Vector question)
    {
        var answer = await ExplainedAsync(question.Query());

        Assert.All(Recommendations(answer), recommendation =>
        {
            Assert.NotEmpty(recommendation["because"]!.AsArray());
            Assert.All(recommendation["because"]!.AsArray(), reason => Assert.Contains(reason!["reference"].Text(), References));
        });
        Assert.All(
            answer["explanation"]!.AsArray().SelectMany(Rules).SelectMany(rule => rule["references"]!.AsArray()),
            reference => Assert.Contains(reference.Text(), References));
    }

    private IEnumerable<string> References => app.Snapshot.Directory.Sections.Keys.Append("editorial").Append("operator");

    private Task<JsonNode> ExplainedAsync(string query) => client.GetJsonAsync($"/v1/best-channel?{query}&explain=true");

    private static IEnumerable<JsonNode> Recommendations(JsonNode answer) =>
        answer["alternatives"]!.AsArray().Prepend(answer["best"]).OfType<JsonNode>();

    private static IEnumerable<JsonNode> Rules(JsonNode? channel) => channel!["rules"]!.AsArray().OfType<JsonNode>();

    private static string Id(JsonNode? channel) => channel!["channelId"].Text()!;
}
