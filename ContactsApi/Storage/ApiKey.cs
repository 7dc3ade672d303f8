using System.Security.Cryptography;
using ContactsApi.Core;
using NodaTime;

namespace ContactsApi.Storage;

/// <summary>Who may do what, and for how long. The secret of it is not here: only its holder knows it.</summary>
/// <param name="Id">The part of the key that is no secret.</param>
/// <param name="Name">Whose it is, as people call them; the author of what is written with it.</param>
public sealed record ApiKey(string Id, string Name, Scope Scope, Instant CreatedAt)
{
    public const int LongestName = 100;

    /// <summary>From then on it is not valid; absent, it does not end by itself.</summary>
    public Instant? ExpiresAt { get; init; }

    /// <summary>When somebody ended it; absent, nobody did.</summary>
    public Instant? RevokedAt { get; init; }

    public KeyState StateAt(Instant now) =>
        RevokedAt is not null ? KeyState.Revoked
        : now >= ExpiresAt ? KeyState.Expired
        : KeyState.Valid;

    public static bool IsName(string text) => text.Length <= LongestName && !string.IsNullOrWhiteSpace(text) && Legible.FaultOf(text) is null;
}

public enum KeyState
{
    /// <summary>It can be used.</summary>
    Valid,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>Somebody ended it.</summary>
    Revoked,
}

/// <summary>A key, with what its secret is checked by.</summary>
/// <param name="FormerHash">Of the secret before the rotation, which opens it too until <paramref name="FormerUntil"/>.</param>
public sealed record StoredKey(ApiKey Key, byte[] Hash, byte[]? FormerHash, Instant? FormerUntil)
{
    /// <summary>Stands for a key that there is not, so that refusing one takes as long as refusing a wrong secret.</summary>
    public static StoredKey Nobodys { get; } =
        new(new ApiKey("", "", Scope.Read, default), RandomNumberGenerator.GetBytes(SHA256.HashSizeInBytes), null, null);

    /// <summary>Whether a secret of this hash is the key's. Takes as long whatever the answer.</summary>
    public bool IsOpenedBy(ReadOnlySpan<byte> hash, Instant now)
    {
        var current = CryptographicOperations.FixedTimeEquals(Hash, hash);
        var former = CryptographicOperations.FixedTimeEquals(FormerHash ?? Hash, hash) & now < FormerUntil;
        return current | former;
    }
}
