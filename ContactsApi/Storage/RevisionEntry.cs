using NodaTime;

namespace ContactsApi.Storage;

/// <summary>That the catalog was changed: when, by whom and why.</summary>
/// <param name="Number">Counts from 1, without gaps.</param>
/// <param name="CreatedAt">Never before that of the revision before.</param>
public sealed record RevisionEntry(long Number, Instant CreatedAt, string Author, string Message);

/// <summary>What a revision did to one element.</summary>
/// <param name="Before">JSON; nothing if the revision added the element.</param>
/// <param name="After">JSON; nothing if the revision removed it.</param>
public sealed record ElementChange(string Kind, string Id, string? Before, string? After);

/// <summary>That an element was removed.</summary>
/// <param name="Body">JSON, as it was before.</param>
public sealed record RemovedElement(Instant RemovedAt, string Body);

/// <summary>What an element was made by a revision.</summary>
/// <param name="Author">Who made the revision.</param>
/// <param name="Body">JSON; nothing if the revision removed it.</param>
public sealed record ElementVersion(string Kind, string Id, long Revision, string Author, string? Body);

/// <summary>What an element was until a revision made another of it, or removed it.</summary>
/// <param name="Body">JSON.</param>
public sealed record SupersededElement(string Kind, string Id, string Body, Instant Until);
