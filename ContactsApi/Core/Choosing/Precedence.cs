using ContactsApi.Core.Calendar;
using ContactsApi.Core.Hours;

namespace ContactsApi.Core.Choosing;

/// <summary>
/// What decides about the hours of a channel at a moment, in this order: an incident; else the override of the date; else the
/// windows that the counting statements give for the kind of the date.
/// </summary>
/// <param name="Incident">The one in force; of several the one that began first.</param>
/// <param name="Override">The one that covers the date.</param>
/// <param name="Day">The channel's local date, or the one before it while only a window of that one runs on past midnight.</param>
/// <param name="Says">What each counting statement says by itself.</param>
public sealed record Precedence(Incident? Incident, Override? Override, CalendarDay Day, IReadOnlyList<HoursState> Says)
{
    public Cause DecidedBy => Incident is not null ? Cause.Incident : Override is not null ? Cause.Override : Cause.Schedule;

    public bool Equals(Precedence? other) =>
        other is not null && (Incident, Override, Day) == (other.Incident, other.Override, other.Day) && Says.SequenceEqual(other.Says);

    public override int GetHashCode() => HashCode.Combine(Incident, Override, Day);
}
