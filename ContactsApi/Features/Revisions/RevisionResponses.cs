using ContactsApi.Features.Responses;
using ContactsApi.Features.Asking;
using ContactsApi.Storage;
using NodaTime;

namespace ContactsApi.Features.Revisions;

/// <summary>Changes of the catalog, the newest first.</summary>
/// <param name="Next">What to give as `cursor` for the next page; null if there is none.</param>
public sealed record RevisionsResponse(IReadOnlyList<RevisionEntryResponse> Revisions, string? Next)
{
    public static RevisionsResponse Of(IReadOnlyList<RevisionEntry> entries, int limit) => new(
        [.. entries.Select(RevisionEntryResponse.Of)],
        // Numbers have no gaps: below the last one shown there is something unless it is the first revision.
        entries.Count == limit && entries[^1].Number > 1 ? $"{entries[^1].Number}" : null);
}

/// <summary>That the catalog was changed.</summary>
/// <param name="Number">Counts from 1, without gaps.</param>
/// <param name="CreatedAt">In Moscow's time.</param>
/// <param name="Author">Who changed it.</param>
/// <param name="Message">Why, in the author's words.</param>
public sealed record RevisionEntryResponse(long Number, OffsetDateTime CreatedAt, string Author, string Message)
{
    public static RevisionEntryResponse Of(RevisionEntry entry) =>
        new(entry.Number, CallerTime.InMoscow(entry.CreatedAt), entry.Author, entry.Message);
}

/// <summary>A change of the catalog.</summary>
/// <param name="Number">Counts from 1, without gaps.</param>
/// <param name="CreatedAt">In Moscow's time.</param>
/// <param name="Author">Who changed it.</param>
/// <param name="Message">Why, in the author's words.</param>
/// <param name="Changes">What it changed, element by element.</param>
public sealed record RevisionResponse(
    long Number, OffsetDateTime CreatedAt, string Author, string Message, IReadOnlyList<ElementChangeResponse> Changes)
{
    public static RevisionResponse Of(RevisionEntry entry, IReadOnlyList<ElementChange> changes) => new(
        entry.Number,
        CallerTime.InMoscow(entry.CreatedAt),
        entry.Author,
        entry.Message,
        ElementChangeResponse.Of(changes));
}
