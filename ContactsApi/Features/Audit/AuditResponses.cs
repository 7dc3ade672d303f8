using ContactsApi.Features.Asking;
using ContactsApi.Storage;
using NodaTime;

namespace ContactsApi.Features.Audit;

/// <summary>The log of writes, the newest first.</summary>
/// <param name="Next">What to give as `cursor` for the next page; null if there is none.</param>
public sealed record AuditResponse(IReadOnlyList<AuditEntryResponse> Entries, string? Next)
{
    public static AuditResponse Of(IReadOnlyList<AuditRow> entries, int limit) => new(
        [.. entries.Select(AuditEntryResponse.Of)],
        entries.Count == limit && entries[^1].Number > 1 ? $"{entries[^1].Number}" : null);
}

/// <summary>That something was written.</summary>
/// <param name="Number">Counts from 1, without gaps.</param>
/// <param name="At">In Moscow's time.</param>
/// <param name="Action">What was done, as `create-key`; there may come to be more actions.</param>
/// <param name="Subject">What it was done to, by its id or number.</param>
/// <param name="Author">Who answers for it: the name of the key, or who ran the command.</param>
/// <param name="KeyId">The key that it was written with; null for none.</param>
/// <param name="AddressHash">The same for the same address, and not to be turned back into it; null for a command.</param>
/// <param name="RequestId">The request that wrote it; null for a command.</param>
/// <param name="Revision">The revision of the catalog that it made; null if it made none.</param>
public sealed record AuditEntryResponse(
    long Number,
    OffsetDateTime At,
    string Action,
    string Subject,
    string Author,
    string? KeyId,
    string? AddressHash,
    string? RequestId,
    long? Revision)
{
    public static AuditEntryResponse Of(AuditRow row) => new(
        row.Number, CallerTime.InMoscow(row.At), row.Action, row.Subject, row.Author, row.KeyId, row.AddressHash, row.RequestId, row.Revision);
}
