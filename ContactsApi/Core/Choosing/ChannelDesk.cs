using ContactsApi.Core.Answers;
using ContactsApi.Core.Calendar;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Hours;
using ContactsApi.Core.Statements;
using NodaTime;

namespace ContactsApi.Core.Choosing;

/// <summary>One channel as one segment meets it: its counting statements, and what they amount to at any moment.</summary>
/// <param name="StatementTimelines">What each counting hours statement says by itself, incidents and overrides aside.</param>
public sealed record ChannelDesk(
    Channel Channel,
    Segment Segment,
    ProductionCalendar Calendar,
    IReadOnlyList<HoursStatement> CountingHours,
    HoursTimeline Timeline,
    IReadOnlyList<HoursTimeline> StatementTimelines,
    IReadOnlyList<AnswerStatement> CountingAnswers,
    AnswerTimes AnswerTimes)
{
    private readonly bool isConstant = Timeline.IsConstant && AnswerTimes.IsConstant;
    private Outlook? latest;

    /// <summary>The office that the channel is in the region asked about; nothing if it is none, or none there.</summary>
    public Office? Office { get; init; }

    /// <inheritdoc cref="Eligibility.Beforehand"/>
    public ReasonSet AgainstBeforehand { get; } = Eligibility.Beforehand(Channel);

    public int Priority { get; } = Channel.Priority[Segment];

    /// <summary>What each counting hours statement says at the moment.</summary>
    public IReadOnlyList<HoursState> SaidAt(Instant moment) => [.. StatementTimelines.Select(timeline => timeline.At(moment).State)];

    /// <summary>What can be said of the channel at the moment. The last outlook is kept: most ask about now, and it holds for a while.</summary>
    public Outlook OutlookAt(Instant moment) =>
        latest is { } kept && (isConstant || kept.HoldsAt(moment)) ? kept : latest = Examine(moment);

    private Outlook Examine(Instant moment)
    {
        var seen = Sighting.From(Timeline, IsLive, moment);
        var until = Horizon.Shown(seen.StateChanges, moment);
        var taken = Horizon.Shown(seen.Takes, moment);
        var mayBeTaken = Horizon.Shown(seen.MayTake, moment);
        var perhapsSooner = mayBeTaken is not null && (taken is null || mayBeTaken < taken);

        var answer = PromiseFor(taken, moment);
        var perhaps = perhapsSooner ? PromiseFor(mayBeTaken, moment) : null;

        var changesAt = Earliest(
            Horizon.Of(moment) + Duration.Epsilon,
            seen.Changes,
            Horizon.ComesIntoSight(seen.StateChanges, moment),
            PromiseComesIntoSight(seen.Takes, moment),
            PromiseComesIntoSight(seen.MayTake, moment));
        if (taken == moment)
            changesAt = AnswerTimes.NextChange(answer, moment, limit: changesAt) ?? changesAt;
        else if (mayBeTaken == moment)
            changesAt = AnswerTimes.NextChange(perhaps, moment, limit: changesAt) ?? changesAt;

        return new Outlook(moment, seen.Now, until, answer, perhaps, BasisOf(until, answer?.By, perhaps?.By), Horizon.Shown(changesAt, moment));
    }

    private bool IsLive => Channel.Mode == Mode.Live;

    private Promise? PromiseFor(Instant? taken, Instant moment) =>
        taken is not { } at ? null
        : at == moment ? AnswerTimes.From(at)
        : AnswerTimes.FromLater(at, IsLive);

    /// <summary>An instant of taking requests matters only if something is promised for it.</summary>
    private Instant? PromiseComesIntoSight(Instant? taken, Instant moment) =>
        Horizon.ComesIntoSight(taken, moment) is { } sight && AnswerTimes.FromLater(taken!.Value, IsLive) is not null ? sight : null;

    private static Instant Earliest(Instant first, params ReadOnlySpan<Instant?> others)
    {
        foreach (var other in others)
        {
            if (other < first)
                first = other.Value;
        }

        return first;
    }

    private CalendarBasis BasisOf(params ReadOnlySpan<Instant?> shown)
    {
        foreach (var instant in shown)
        {
            if (instant is { } at && Calendar.BasisAt(at) == CalendarBasis.Statute)
                return CalendarBasis.Statute;
        }

        return CalendarBasis.Decree;
    }
}
