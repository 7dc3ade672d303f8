using ContactsApi.Core.Calendar;
using ContactsApi.Core.Hours;

namespace ContactsApi.Core.Choosing;

/// <summary>Why the hours of a channel are what they are at a moment.</summary>
/// <param name="Layers">What decides.</param>
/// <param name="Day">What the calendar says of the date that decides.</param>
/// <param name="Says">What each counting statement says by itself.</param>
public sealed record Precedence(Layers Layers, CalendarDay Day, IReadOnlyList<HoursState> Says)
{
    public Cause DecidedBy => Layers switch
    {
        { Incident: not null } => Cause.Incident,
        { Override: not null } => Cause.Override,
        _ => Cause.Schedule,
    };

    public bool Equals(Precedence? other) => other is not null && (Layers, Day) == (other.Layers, other.Day) && Says.SequenceEqual(other.Says);

    public override int GetHashCode() => HashCode.Combine(Layers, Day);
}
