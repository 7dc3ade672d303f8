using System.Text.Json.Nodes;
using ContactsApi.Features.Asking;
using ContactsApi.Revisions;
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
        [.. changes.Select(ElementChangeResponse.Of).Where(change => change is not { Change: ChangeKind.Changed, Fields: [] })]);
}

/// <summary>What a revision did to one element of the catalog.</summary>
/// <param name="Kind">The list of the catalog that the element is in, as `channels`.</param>
/// <param name="Id">The element's id in that list.</param>
/// <param name="Fields">What differs, field by field.</param>
public sealed record ElementChangeResponse(string Kind, string Id, ChangeKind Change, IReadOnlyList<FieldChangeResponse> Fields)
{
    public static ElementChangeResponse Of(ElementChange change) => new(
        change.Kind,
        change.Id,
        change.Before is null ? ChangeKind.Added : change.After is null ? ChangeKind.Removed : ChangeKind.Changed,
        [
            .. FieldDifference.Between(Json(change.Before), Json(change.After))
                .Select(field => new FieldChangeResponse(field.Path, field.Before, field.After)),
        ]);

    private static JsonNode? Json(string? body) => body is null ? null : JsonNode.Parse(body);
}

/// <summary>A field of an element before and after.</summary>
/// <param name="Path">As `hours[hours-3.1].rank`; empty for the element as a whole.</param>
/// <param name="Before">Null if the field was not there.</param>
/// <param name="After">Null if the field is no longer there.</param>
public sealed record FieldChangeResponse(string Path, JsonNode? Before, JsonNode? After);

public enum ChangeKind
{
    Added,
    Removed,
    Changed,
}
