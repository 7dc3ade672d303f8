using ContactsApi.Core.Hours;
using NodaTime;

namespace ContactsApi.Core.Choosing;

/// <summary>What can be seen of a channel's hours from a moment on, as far as has to be examined: the first instants of interest.</summary>
/// <param name="Changes">When the state, or what it rests on, next changes.</param>
/// <param name="StateChanges">When the state next changes.</param>
/// <param name="Takes">The first instant at which the channel takes requests; the moment itself if it does now.</param>
/// <param name="MayTake">The first instant at which it takes requests or may do so.</param>
public readonly record struct HoursForecast(HoursReading Now, Instant? Changes, Instant? StateChanges, Instant? Takes, Instant? MayTake)
{
    private static readonly StateSet Open = StateSet.Of(HoursState.Open);
    private static readonly StateSet OpenOrUnstated = StateSet.Of(HoursState.Open, HoursState.Unstated);
    private static readonly StateSet NotClosed = StateSet.AllBut(HoursState.Closed);

    /// <param name="live">Whether a person answers now: an unstated line may be empty, an unstated mailbox takes a letter.</param>
    public static HoursForecast From(HoursTimeline timeline, bool live, Instant moment)
    {
        var end = Horizon.EndOfExamination(moment);
        var here = timeline.PositionOf(moment);
        var now = timeline.At(here);
        var changes = timeline.First(ReadingCriterion.ChangeOf(now), here, end);
        return new HoursForecast(
            now,
            changes,
            FirstOf(StateSet.AllBut(now.State), here),
            FirstOf(live ? Open : OpenOrUnstated, here),
            FirstOf(NotClosed, here));

        Instant? FirstOf(StateSet states, in HoursPosition here) =>
            states.Contains(now.State) ? moment
            : changes is null ? null
            : timeline.First(ReadingCriterion.AnyOf(states), here, end);
    }
}
