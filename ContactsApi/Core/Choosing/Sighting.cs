using ContactsApi.Core.Hours;
using NodaTime;

namespace ContactsApi.Core.Choosing;

/// <summary>
/// What one walk along a timeline sees from a moment on: the interval of the moment and the first instants of interest.
/// </summary>
/// <param name="Changes">When state, cause or the statements that say open next change.</param>
/// <param name="StateChanges">When the state next changes.</param>
/// <param name="Takes">The first instant at which the channel takes requests; the moment itself if it does now.</param>
/// <param name="MayTake">The first instant at which it takes requests or may do so.</param>
public readonly record struct Sighting(StateInterval Now, Instant? Changes, Instant? StateChanges, Instant? Takes, Instant? MayTake)
{
    /// <param name="live">Whether a person answers now: an unstated line may be empty, an unstated mailbox takes a letter.</param>
    public static Sighting From(HoursTimeline timeline, bool live, Instant moment)
    {
        StateInterval? now = null;
        Instant? changes = null, stateChanges = null, takes = null, mayTake = null;
        foreach (var interval in timeline.Intervals(moment, Horizon.EndOfExamination(moment)))
        {
            if (now is null)
                now = interval;
            else
                changes ??= interval.Start;
            if (interval.State != now.Value.State)
                stateChanges ??= interval.Start;
            if (TakesRequests(interval.State, live))
                takes ??= interval.Start;
            if (MayTakeRequests(interval.State, live))
                mayTake ??= interval.Start;
            if (stateChanges is not null && takes is not null)
                break;
        }

        return new Sighting(now!.Value, changes, stateChanges, takes, mayTake);
    }

    private static bool TakesRequests(HoursState state, bool live) =>
        state == HoursState.Open || (state == HoursState.Unstated && !live);

    private static bool MayTakeRequests(HoursState state, bool live) =>
        TakesRequests(state, live) || state == HoursState.Disputed || state == HoursState.Unstated;
}
