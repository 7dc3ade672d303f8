using ContactsApi.Serialization;
using Dapper;
using NodaTime;

namespace ContactsApi.Storage;

/// <summary>An entry of the log of writes, as it was written.</summary>
/// <param name="Number">Counts from 1, without gaps.</param>
/// <param name="Action">One of <see cref="AuditAction"/> in kebab-case, or one that only a later version knows.</param>
public sealed record AuditRow(
    long Number, Instant At, string Action, string Subject, string Author, string? KeyId, string? AddressHash, string? RequestId, long? Revision);

/// <summary>Reads the log of writes.</summary>
public sealed class AuditTrail(Database database)
{
    /// <summary>Entries, the newest first.</summary>
    /// <param name="before">Only those with a lower number.</param>
    /// <param name="keyId">Only what was written with this key, if given.</param>
    /// <param name="action">Only what was done by this action, if given.</param>
    public IReadOnlyList<AuditRow> List(long before, int limit, string? keyId = null, AuditAction? action = null)
    {
        using var connection = database.Open();
        return connection.Query<AuditRow>(
            """
            SELECT number, at, action, subject, author, key_id AS KeyId, address_hash AS AddressHash, request_id AS RequestId, revision
            FROM audit
            WHERE number < @before
              AND (@keyId IS NULL OR key_id = @keyId)
              AND (@action IS NULL OR action = @action)
            ORDER BY number DESC
            LIMIT @limit
            """,
            new { before, limit, keyId, action = action is { } wanted ? EnumNames<AuditAction>.Of(wanted) : null }).AsList();
    }
}
