using System.Data;
using System.Security.Cryptography;
using ContactsApi.Serialization;
using Dapper;
using NodaTime;

namespace ContactsApi.Storage;

/// <summary>The API keys in the store. Every write of one goes into the audit log, in the same transaction.</summary>
public sealed class ApiKeyStore(Database database)
{
    private const int SecretBytes = 32;

    /// <summary>All keys that there ever were, in the order in which they were made.</summary>
    public IReadOnlyList<StoredKey> List()
    {
        using var connection = database.Open();
        return [.. connection.Query<Row>($"{Select} ORDER BY created_at, id").Select(row => row.ToKey())];
    }

    public StoredKey Create(ApiKey key, byte[] hash, Origin origin)
    {
        using var connection = database.Open();
        using var transaction = database.BeginWrite(connection);
        connection.Execute(
            """
            INSERT INTO api_key (id, name, scope, hash, created_at, expires_at)
            VALUES (@Id, @Name, @Scope, @Hash, @CreatedAt, @ExpiresAt)
            """,
            new { key.Id, key.Name, Scope = EnumNames<Scope>.Of(key.Scope), Hash = Convert.ToHexStringLower(hash), key.CreatedAt, key.ExpiresAt },
            transaction);
        AuditLog.Write(transaction, new(key.CreatedAt, AuditAction.CreateKey, key.Id, origin, null));
        transaction.Commit();
        return new StoredKey(key, hash, null, null);
    }

    /// <summary>Gives a key another secret. The one before opens it until an instant; the one before that no longer.</summary>
    /// <returns>Nothing if there is no such key, or none that is still valid.</returns>
    public StoredKey? Rotate(string id, byte[] hash, Instant formerUntil, Instant now, Origin origin)
    {
        using var connection = database.Open();
        using var transaction = database.BeginWrite(connection);
        var rotated = connection.Execute(
            """
            UPDATE api_key
            SET former_hash = hash, former_until = @formerUntil, hash = @hash
            WHERE id = @id AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > @now)
            """,
            new { id, hash = Convert.ToHexStringLower(hash), formerUntil, now },
            transaction);
        if (rotated == 0)
            return null;
        AuditLog.Write(transaction, new(now, AuditAction.RotateKey, id, origin, null));
        var key = Find(id, transaction);
        transaction.Commit();
        return key;
    }

    /// <summary>Ends a key. One that is ended already stays as it is.</summary>
    /// <returns>Nothing if there is no such key.</returns>
    public StoredKey? Revoke(string id, Instant now, Origin origin)
    {
        using var connection = database.Open();
        using var transaction = database.BeginWrite(connection);
        var revoked = connection.Execute(
            "UPDATE api_key SET revoked_at = @now WHERE id = @id AND revoked_at IS NULL", new { id, now }, transaction);
        if (revoked > 0)
            AuditLog.Write(transaction, new(now, AuditAction.RevokeKey, id, origin, null));
        var key = Find(id, transaction);
        transaction.Commit();
        return key;
    }

    /// <summary>The secret by which addresses are hashed. Whoever asks first makes it; all processes on the store get the same.</summary>
    public byte[] AddressSecret()
    {
        const string Name = "address-hash";
        using var connection = database.Open();
        connection.Execute(
            "INSERT INTO secret (name, value) VALUES (@Name, @value) ON CONFLICT (name) DO NOTHING",
            new { Name, value = RandomNumberGenerator.GetHexString(2 * SecretBytes, lowercase: true) });
        return Convert.FromHexString(connection.QuerySingle<string>("SELECT value FROM secret WHERE name = @Name", new { Name }));
    }

    private const string Select =
        """
        SELECT id, name, scope, hash, former_hash AS FormerHash, former_until AS FormerUntil,
               created_at AS CreatedAt, expires_at AS ExpiresAt, revoked_at AS RevokedAt
        FROM api_key
        """;

    private static StoredKey? Find(string id, IDbTransaction transaction) =>
        transaction.Connection!.QuerySingleOrDefault<Row>($"{Select} WHERE id = @id", new { id }, transaction)?.ToKey();

    private sealed class Row
    {
        public required string Id { get; init; }

        public required string Name { get; init; }

        public required string Scope { get; init; }

        public required string Hash { get; init; }

        public string? FormerHash { get; init; }

        public Instant? FormerUntil { get; init; }

        public Instant CreatedAt { get; init; }

        public Instant? ExpiresAt { get; init; }

        public Instant? RevokedAt { get; init; }

        public StoredKey ToKey()
        {
            // A scope that only a later version knows lets its holder do no more than anybody.
            var scope = EnumNames<Scope>.TryParse(Scope, out var known) ? known : Storage.Scope.Read;
            return new(
                new ApiKey(Id, Name, scope, CreatedAt) { ExpiresAt = ExpiresAt, RevokedAt = RevokedAt },
                Convert.FromHexString(Hash),
                FormerHash is null ? null : Convert.FromHexString(FormerHash),
                FormerUntil);
        }
    }
}
