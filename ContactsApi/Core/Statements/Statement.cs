using NodaTime;

namespace ContactsApi.Core.Statements;

/// <summary>How much a statement weighs against others of its kind (terms and idea are Wikidata's).</summary>
public enum Rank
{
    /// <summary>A steward settled a dispute: only preferred statements count.</summary>
    Preferred,
    Normal,

    /// <summary>Kept for the record, never counts.</summary>
    Deprecated,
}

/// <summary>One thing that one passage of a source says about a channel.</summary>
/// <param name="Id">Unique within the channel.</param>
/// <param name="Reference">The passage, as a section number of the source, or <see cref="Provenance.Editorial"/>.</param>
public abstract record Statement(string Id, string Reference)
{
    /// <summary>The segments it speaks of; empty means all.</summary>
    public IReadOnlyList<Segment> Segments { get; init; } = [];

    public Rank Rank { get; init; } = Rank.Normal;

    public LocalizedText? Note { get; init; }

    public Verification? Verification { get; init; }
}

/// <summary>When a channel is open.</summary>
/// <param name="Schedule">The id of a schedule.</param>
public sealed record HoursStatement(string Id, string Schedule, string Reference) : Statement(Id, Reference)
{
    /// <summary>What the passage says becomes of requests outside these hours; absent if it does not say.</summary>
    public OutsideHandling? Outside { get; init; }
}

/// <summary>What becomes of a request that comes outside hours.</summary>
public enum OutsideHandling
{
    /// <summary>It is recorded, and answered on the nearest working day.</summary>
    Recorded,
}

/// <summary>
/// How long until an answer, at worst: exactly one of a duration, a number of working hours, or the end of the working day.
/// </summary>
public sealed record AnswerStatement(string Id, string Reference) : Statement(Id, Reference)
{
    public Duration? Within { get; init; }

    /// <summary>Hours that run only inside the call-centre schedule.</summary>
    public int? WorkingHours { get; init; }

    /// <summary>By the end of the call-centre schedule on the next working day.</summary>
    public bool ByEndOfWorkingDay { get; init; }

    /// <summary>The passage names no exact figure ("a few minutes").</summary>
    public bool Approximate { get; init; }

    /// <summary>The id of a schedule: the statement holds only inside it.</summary>
    public string? Inside { get; init; }

    /// <summary>The id of a schedule: the statement holds only outside it.</summary>
    public string? Outside { get; init; }
}
