using System.Data;
using ContactsApi.Serialization;
using Dapper;
using NodaTime;

namespace ContactsApi.Storage;

/// <summary>What was done in a write. Kept under these names, in kebab-case.</summary>
public enum AuditAction
{
    WriteRevision,
    CreateKey,
    RotateKey,
    RevokeKey,

    /// <summary>Somebody reported what is new.</summary>
    ReceiveCorrection,

    /// <summary>Somebody reported what is open already.</summary>
    JoinCorrection,
    AcceptCorrection,
    RejectCorrection,
    CreateWebhook,
    RotateWebhook,

    /// <summary>By its holder, or because nothing could be delivered.</summary>
    DisableWebhook,
    EnableWebhook,

    /// <summary>What was delivered is to be delivered again.</summary>
    ReplayWebhook,
    DeleteWebhook,
}

/// <summary>That something was written: when, what, and where that came from.</summary>
/// <param name="Subject">What it was done to, by its id or number.</param>
/// <param name="Revision">The revision of the catalog that it made, if it made one.</param>
public sealed record AuditEntry(Instant At, AuditAction Action, string Subject, Origin Origin, long? Revision);

/// <summary>The log of every write. An entry is written in the transaction of the write that it tells of, and never changed.</summary>
public static class AuditLog
{
    /// <summary>Whether there is such an entry.</summary>
    public static bool Tells(IDbTransaction transaction, AuditEntry entry) => transaction.Connection!.ExecuteScalar<bool>(
        """
        SELECT EXISTS (
          SELECT 1 FROM audit
          WHERE revision = @Revision AND at = @At AND action = @Action AND subject = @Subject
            AND author = @Author AND key_id IS NOT DISTINCT FROM @KeyId
            AND address_hash IS NOT DISTINCT FROM @AddressHash AND request_id IS NOT DISTINCT FROM @RequestId)
        """,
        Columns(entry),
        transaction);

    public static void Write(IDbTransaction transaction, AuditEntry entry) => transaction.Connection!.Execute(
        """
        INSERT INTO audit (number, at, action, subject, author, key_id, address_hash, request_id, revision)
        SELECT COALESCE(MAX(number), 0) + 1, @At, @Action, @Subject, @Author, @KeyId, @AddressHash, @RequestId, @Revision FROM audit
        """,
        Columns(entry),
        transaction);

    private static object Columns(AuditEntry entry) => new
    {
        entry.At,
        Action = EnumNames<AuditAction>.Of(entry.Action),
        entry.Subject,
        entry.Origin.Author,
        entry.Origin.KeyId,
        entry.Origin.AddressHash,
        entry.Origin.RequestId,
        entry.Revision,
    };
}
