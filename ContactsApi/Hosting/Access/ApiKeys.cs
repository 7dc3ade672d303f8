using System.Collections.Frozen;
using ContactsApi.Storage;
using NodaTime;

namespace ContactsApi.Hosting.Access;

/// <summary>
/// Gives keys out and ends them, and knows all of them by heart: a request with a key reads no store. What another process writes is
/// taken up by <see cref="Refresh"/>; while the store does not answer, the keys known last stay known.
/// </summary>
public sealed class ApiKeys(ApiKeyStore store, StoreAccess access, CatalogSnapshots snapshots, IClock clock)
{
    /// <summary>Between reading the keys and knowing them nothing may be written, or a key just ended would be known as valid again.</summary>
    private readonly Lock writing = new();

    private volatile FrozenDictionary<string, KnownKey> known = FrozenDictionary<string, KnownKey>.Empty;

    /// <summary>The secret by which addresses are hashed.</summary>
    public byte[] AddressSecret { get; private set; } = [];

    /// <exception cref="StoreUnavailableException">The store cannot be read now.</exception>
    public void Load()
    {
        AddressSecret = access.Read(store.AddressSecret);
        Refresh();
    }

    /// <summary>Takes up what other processes wrote.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be read now.</exception>
    public void Refresh()
    {
        lock (writing)
            known = access.Read(store.List).ToFrozenDictionary(stored => stored.Key.Id, Known);
    }

    public KnownKey? Find(ReadOnlySpan<char> id) =>
        known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(id, out var key) ? key : null;

    /// <summary>All keys that there ever were, as the store has them.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be read now.</exception>
    public IReadOnlyList<ApiKey> List() => [.. access.Read(store.List).Select(stored => stored.Key)];

    /// <exception cref="StoreUnavailableException">The store cannot be written now.</exception>
    public IssuedKey Create(string name, Scope scope, Instant? expiresAt, Origin origin)
    {
        var key = new ApiKey(KeyText.NewId(), name, scope, clock.GetCurrentInstant()) { ExpiresAt = expiresAt };
        var text = KeyText.New(key.Id);
        lock (writing)
            Keep(snapshots.ToStore(() => store.Create(key, KeyText.Hash(text), origin)));
        return new IssuedKey(key, text);
    }

    /// <param name="grace">For how long the secret before opens the key too; zero, and it stops at once.</param>
    /// <returns>Nothing if there is no such key, or none that is still valid.</returns>
    /// <exception cref="StoreUnavailableException">The store cannot be written now.</exception>
    public IssuedKey? Rotate(string id, Duration grace, Origin origin)
    {
        var text = KeyText.New(id);
        var now = clock.GetCurrentInstant();
        lock (writing)
        {
            if (snapshots.ToStore(() => store.Rotate(id, KeyText.Hash(text), now + grace, now, origin)) is not { } rotated)
                return null;
            Keep(rotated);
            return new IssuedKey(rotated.Key, text);
        }
    }

    /// <summary>Ends a key at once. One that is ended already stays as it is.</summary>
    /// <returns>Nothing if there is no such key.</returns>
    /// <exception cref="StoreUnavailableException">The store cannot be written now.</exception>
    public ApiKey? Revoke(string id, Origin origin)
    {
        lock (writing)
        {
            if (snapshots.ToStore(() => store.Revoke(id, clock.GetCurrentInstant(), origin)) is not { } revoked)
                return null;
            Keep(revoked);
            return revoked.Key;
        }
    }

    private void Keep(StoredKey stored) =>
        known = new Dictionary<string, KnownKey>(known) { [stored.Key.Id] = Known(stored) }.ToFrozenDictionary();

    private static KnownKey Known(StoredKey stored) => new(stored, new KeyIdentity(stored.Key));
}

/// <summary>A key, with who its holder is to the framework, made once and not for every request.</summary>
public sealed record KnownKey(StoredKey Stored, KeyIdentity Identity);

/// <summary>A key just given out. The text of it is shown once and kept nowhere.</summary>
public sealed record IssuedKey(ApiKey Key, string Text);
