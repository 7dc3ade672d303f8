using ContactsApi.Core;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Choosing;
using ContactsApi.Features.Wording;
using ContactsApi.Serialization;

namespace ContactsApi.Features.BestChannel;

/// <summary>How one channel fared.</summary>
/// <param name="ChannelId">The channel's id in the directory.</param>
/// <param name="Position">Its place in the order, 1 for the best; null if it is not eligible.</param>
/// <param name="Rules">The rules in the order in which they are applied.</param>
/// <param name="Hours">What decided whether it is open; null if it is not eligible: then nobody looked.</param>
public sealed record ChannelExplanation(string ChannelId, int? Position, IReadOnlyList<RuleExplanation> Rules, HoursExplanation? Hours);

/// <summary>How one rule went for one channel.</summary>
/// <param name="Rule">An eligibility rule (by the reason it gives against a channel) or, as `order-…`, a rule of the order.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="BeatenBy">The channel right before this one in the order, at the rule that put it there.</param>
/// <param name="Text">In the language of the answer.</param>
/// <param name="References">The sections of the source behind the value that the rule looked at; empty where it is our own.</param>
public sealed record RuleExplanation(string Rule, RuleOutcome Outcome, string? BeatenBy, string Text, IReadOnlyList<string> References);

public enum RuleOutcome
{
    /// <summary>The channel meets the rule; for a rule of the order, it is as good as the channel before it.</summary>
    Matched,

    /// <summary>The channel fails an eligibility rule.</summary>
    NotMatched,

    /// <summary>By this rule another channel goes before.</summary>
    Beaten,
}

/// <summary>Tells every channel of the segment rule by rule: the eligible ones in their order, then the others.</summary>
public static class Explanations
{
    public static IReadOnlyList<ChannelExplanation> Of(Decision decision, Language language) =>
    [
        .. decision.Order.Select((recommendation, i) => new ChannelExplanation(
            recommendation.Channel.Id,
            i + 1,
            [
                .. EligibilityRules(recommendation.Channel, decision.Question, language),
                .. i == 0 ? [] : OrderRules(decision.Order[i - 1], recommendation, language),
            ],
            HoursExplanation.Of(recommendation.Served.PrecedenceAt(decision.Moment), recommendation.Served, language))),
        .. decision.Ineligible.Select(ineligible => new ChannelExplanation(
            ineligible.Channel.Id, null, [.. EligibilityRules(ineligible.Channel, decision.Question, language)], null)),
    ];

    private static IEnumerable<RuleExplanation> EligibilityRules(Channel channel, Question question, Language language) =>
        from rule in Enum.GetValues<IneligibleReason>()
        let fails = Eligibility.SpeaksAgainst(rule, channel, question)
        select new RuleExplanation(
            EnumNames<IneligibleReason>.Of(rule),
            fails ? RuleOutcome.NotMatched : RuleOutcome.Matched,
            null,
            EligibilityWording.Of(rule, fails).In(language),
            EligibilityWording.ReferencesOf(rule, channel, question));

    /// <summary>Up to the rule that decides: those after it were not asked.</summary>
    private static IEnumerable<RuleExplanation> OrderRules(Recommendation before, Recommendation recommendation, Language language)
    {
        var decided = RecommendationOrder.DecidedBy(before, recommendation);
        return from rule in Enum.GetValues<OrderRule>()
               where rule <= decided
               select new RuleExplanation(
                   $"order-{EnumNames<OrderRule>.Of(rule)}",
                   rule == decided ? RuleOutcome.Beaten : RuleOutcome.Matched,
                   rule == decided ? before.Channel.Id : null,
                   OrderWording.Of(rule).In(language),
                   rule == OrderRule.Promise ? [.. recommendation.Availability.Answer?.Sources.Select(source => source.Reference).Distinct() ?? []]
                   : rule == OrderRule.Class ? [.. recommendation.Served.CountingHours.Select(statement => statement.Reference).Distinct()]
                   : []);
    }
}
