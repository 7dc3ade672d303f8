using ContactsApi.Core.Choosing;
using ContactsApi.Core.Hours;
using NodaTime;

namespace ContactsApi.Core.Events;

/// <summary>A message, in the form that Standard Webhooks recommends.</summary>
/// <param name="Timestamp">When it happened, which may be long before it is sent; in Moscow's time.</param>
/// <param name="Sequence">Those for one receiver come in the order of it, with gaps where an event is not for that receiver. Absent: out of the order.</param>
public sealed record EventMessage(string Type, OffsetDateTime Timestamp, long? Sequence, object Data);

/// <param name="Author">Who changed the catalog.</param>
/// <param name="Message">Why, in the author's words.</param>
/// <param name="Changes">How many elements were added, changed or removed.</param>
public sealed record RevisionCreated(long Revision, string Author, string Message, int Changes);

public enum ChannelChange
{
    Added,
    Changed,
    Removed,
}

/// <param name="Revision">That changed it.</param>
public sealed record ChannelChanged(string ChannelId, ChannelChange Change, long Revision);

/// <param name="End">When it is to end, or ended; in Moscow's time. Null until further notice.</param>
/// <param name="OnlyHere">Whether it closes its channel alone, and not what shares a room or a door with it.</param>
/// <param name="Revision">The newest one at that moment.</param>
public sealed record IncidentTurned(
    string IncidentId, string ChannelId, bool OnlyHere, OffsetDateTime Start, OffsetDateTime? End, LocalizedText Reason, long Revision)
{
    public static IncidentTurned Of(IncidentTurn turn, long revision)
    {
        var incident = turn.Incident;
        // One that was ended before its time says so.
        var end = turn.Starts || incident.End <= turn.At ? incident.End : turn.At;
        return new(incident.Id, incident.ChannelId, incident.OnlyHere, MoscowTime.Of(incident.Start), end is { } known ? MoscowTime.Of(known) : null, incident.Reason, revision);
    }
}

/// <summary>A best channel in short.</summary>
public sealed record BestState(string ChannelId, LocalizedText Name, HoursState State)
{
    /// <summary>Nothing for nothing.</summary>
    public static BestState? Of(Recommendation? best) => best is null ? null : new(best.Channel.Id, best.Channel.Name, best.Availability.State);
}

/// <param name="Question">The standing question, as it was given.</param>
/// <param name="Before">What was the best until then; null if no channel was eligible.</param>
/// <param name="After">What is the best from then on; null if no channel is eligible.</param>
public sealed record BestChannelChanged(string Question, BestState? Before, BestState? After, long Revision);
