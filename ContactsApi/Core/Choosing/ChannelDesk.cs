using ContactsApi.Core.Answers;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Hours;
using ContactsApi.Core.Statements;
using NodaTime;

namespace ContactsApi.Core.Choosing;

/// <summary>One channel as one segment meets it: its counting statements, and what they amount to at any moment.</summary>
public sealed record ChannelDesk(
    Channel Channel,
    Segment Segment,
    IReadOnlyList<HoursStatement> CountingHours,
    HoursTimeline Timeline,
    IReadOnlyList<HoursTimeline> StatementTimelines,
    IReadOnlyList<AnswerStatement> CountingAnswers,
    AnswerTimes AnswerTimes)
{
    /// <summary>The office that the channel is in the region asked about; nothing if it is none, or none there.</summary>
    public Office? Office { get; init; }

    public int Priority => Channel.Priority[Segment];

    /// <summary>What each counting hours statement says at the moment by itself, incidents and overrides aside.</summary>
    public IReadOnlyList<HoursState> SaidAt(Instant moment) => [.. StatementTimelines.Select(timeline => timeline.At(moment).State)];

    public Outlook OutlookAt(Instant moment)
    {
        var seen = Sighting.From(Timeline, Channel.Mode == Mode.Live, moment);
        var taken = Horizon.Shown(seen.Takes, moment);
        var mayBeTaken = Horizon.Shown(seen.MayTake, moment);
        var perhapsSooner = mayBeTaken is not null && (taken is null || mayBeTaken < taken);

        var answer = PromiseFor(taken, moment);
        var perhaps = perhapsSooner ? PromiseFor(mayBeTaken, moment) : null;

        var changesAt = new[]
        {
            seen.Changes,
            Horizon.ComesIntoSight(seen.StateChanges, moment),
            Horizon.ComesIntoSight(WithPromise(seen.Takes), moment),
            Horizon.ComesIntoSight(WithPromise(seen.MayTake), moment),
            Horizon.Of(moment) + Duration.Epsilon,
        }.Min();
        if (taken == moment || (perhapsSooner && mayBeTaken == moment))
            changesAt = AnswerTimes.NextChange(moment, limit: changesAt!.Value) ?? changesAt;

        return new Outlook(seen.Now, Horizon.Shown(seen.StateChanges, moment), answer, perhaps, Horizon.Shown(changesAt, moment));
    }

    private Promise? PromiseFor(Instant? taken, Instant moment) =>
        taken is null ? null
        : taken == moment ? AnswerTimes.From(moment)
        : AnswerTimes.FromLater(taken.Value, live: Channel.Mode == Mode.Live);

    /// <summary>An instant of taking requests matters only if something is promised for it.</summary>
    private Instant? WithPromise(Instant? taken) =>
        taken is { } at && AnswerTimes.FromLater(at, live: Channel.Mode == Mode.Live) is not null ? at : null;
}
