using NodaTime;

namespace ContactsApi.Core.Hours;

/// <summary>What the counting statements say of a channel at an instant.</summary>
public enum HoursState
{
    /// <summary>All say open.</summary>
    Open,

    /// <summary>They differ, or would on a holiday that may fall on the date or not.</summary>
    Disputed,

    /// <summary>All say closed, or an incident closes the channel.</summary>
    Closed,

    /// <summary>There is none.</summary>
    Unstated,
}

/// <summary>What a state rests on; of several the last one here wins.</summary>
public enum Cause
{
    Schedule,
    Override,
    Incident,
}

/// <summary>A state and all that it rests on.</summary>
/// <param name="OpenStatements">Bit i is set if counting statement i is certain to say open and is told apart from the others; zero during an incident.</param>
/// <param name="Reason">Why an operator set the incident or override; none if the state rests on the schedule.</param>
public sealed record HoursReading(HoursState State, Cause Cause, ulong OpenStatements, LocalizedText? Reason)
{
    /// <summary>Whether the state is disputed for want of knowing whether the date is a holiday: the statements do not differ.</summary>
    public bool HangsOnHoliday { get; init; }
}

/// <summary>A span <c>[Start, End)</c> in which the reading stays the same.</summary>
public readonly record struct StateInterval(Instant Start, Instant End, HoursReading Reading)
{
    public HoursState State => Reading.State;
}
