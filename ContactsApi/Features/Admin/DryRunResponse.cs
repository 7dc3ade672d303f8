using ContactsApi.Core;
using ContactsApi.Core.Calendar;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Comparison;
using ContactsApi.Core.Hours;
using ContactsApi.Editing;
using ContactsApi.Features.Responses;
using ContactsApi.Features.Asking;
using NodaTime;

namespace ContactsApi.Features.Admin;

/// <summary>
/// The answers that a change would change, to the plain question of each segment. Compared are the channels in their order, each with
/// its state, cause and kind of promise; not texts, addresses, or instants that only move on.
/// </summary>
/// <param name="From">Now; of an override that is to come, the beginning of its first date.</param>
/// <param name="To">Up to when answers were compared: 14 days on, or less if there was too much to compare.</param>
/// <param name="Complete">Whether that is all of the 14 days.</param>
public sealed record DryRunResponse(OffsetDateTime From, OffsetDateTime To, bool Complete, IReadOnlyList<AnswerChangeResponse> AnswerChanges)
{
    /// <summary>At how many moments answers are compared at most, for each segment. The shipped catalog needs some hundred.</summary>
    private const int MostMoments = 1000;

    private static readonly Duration Length = Duration.FromDays(14);

    public static DryRunResponse Of(EditedCatalog edited, Instant now, Language language)
    {
        var from = Beginning(edited, now);
        var end = from + Length;
        var comparisons = Enum.GetValues<Segment>().ToDictionary(
            segment => segment,
            segment => AnswerComparison.Between(edited.Before.Directory, edited.After!, new Question(segment), from, end, MostMoments));
        var until = comparisons.Values.Min(comparison => comparison.ComparedUntil);
        return new DryRunResponse(
            CallerTime.InMoscow(from),
            CallerTime.InMoscow(until),
            until == end,
            [
                .. from comparison in comparisons
                   from change in comparison.Value.Spans
                   select AnswerChangeResponse.Of(comparison.Key, change, language),
            ]);
    }

    /// <summary>An override that is to come changes nothing before: what is told of New Year in November is what holds at New Year.</summary>
    private static Instant Beginning(EditedCatalog edited, Instant now)
    {
        if (edited.Path?.Part.Name != "overrides")
            return now;
        var begins =
            from directory in new[] { edited.Before.Directory, edited.After! }
            from one in directory.Catalog.Overrides.Where(one => one.Id == edited.Path.Id)
            let zone = MoscowTime.ZoneOf(directory.Channels[one.ChannelId].TimeZone)
            from span in one.Within(new(now.InZone(zone).Date, DateSet.LastDate)).Take(1)
            select MoscowTime.InstantOf(span.Start.AtMidnight(), zone);
        return Instant.Max(now, begins.DefaultIfEmpty(now).Min());
    }
}

/// <summary>A span of time in which a segment would be answered otherwise.</summary>
/// <param name="From">In Moscow's time, included.</param>
/// <param name="To">In Moscow's time, not included.</param>
/// <param name="Before">The answer as it is; its promises are those of the beginning of the span.</param>
/// <param name="After">The answer as it would be, of the same moment.</param>
/// <param name="Text">The difference in words, in the language of the answer.</param>
public sealed record AnswerChangeResponse(
    Segment Segment, OffsetDateTime From, OffsetDateTime To, AnswerOutlineResponse Before, AnswerOutlineResponse After, string Text)
{
    public static AnswerChangeResponse Of(Segment segment, AnswerChange change, Language language) => new(
        segment,
        CallerTime.InMoscow(change.From),
        CallerTime.InMoscow(change.To),
        AnswerOutlineResponse.Of(change.Before),
        AnswerOutlineResponse.Of(change.After),
        AnswerChangeWording.Of(segment, change).In(language));
}

/// <summary>An answer in short.</summary>
/// <param name="Best">The best channel; null if none is eligible.</param>
/// <param name="Order">All eligible channels, the best first.</param>
public sealed record AnswerOutlineResponse(string? Best, IReadOnlyList<AnswerLineResponse> Order)
{
    public static AnswerOutlineResponse Of(Decision decision) => new(
        decision.Order.Count == 0 ? null : decision.Order[0].Channel.Id,
        [
            .. decision.Order.Select(one => new AnswerLineResponse(
                one.Channel.Id,
                one.Availability.State,
                one.Availability.Now.Cause,
                PromiseResponse.Of(one.Availability.Answer),
                PromiseResponse.Of(one.Availability.Perhaps))),
        ]);
}

/// <summary>One channel of an answer.</summary>
/// <param name="Answer">When an answer comes at the latest, by every source; null if that is not stated.</param>
/// <param name="Perhaps">What the more favourable source promises, where that starts sooner; else null.</param>
public sealed record AnswerLineResponse(string ChannelId, HoursState State, Cause Cause, PromiseResponse? Answer, PromiseResponse? Perhaps);
