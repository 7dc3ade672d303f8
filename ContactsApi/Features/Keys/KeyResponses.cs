using ContactsApi.Features.Asking;
using ContactsApi.Hosting.Access;
using ContactsApi.Storage;
using NodaTime;

namespace ContactsApi.Features.Keys;

/// <summary>All keys that there ever were.</summary>
/// <param name="Keys">In the order in which they were made.</param>
public sealed record KeysResponse(IReadOnlyList<KeyResponse> Keys);

/// <summary>An API key, without its secret.</summary>
/// <param name="Id">The part of the key that is no secret.</param>
/// <param name="Name">Whose it is; the author of what is written with it.</param>
/// <param name="Scope">What it lets its holder do; each scope includes those before it.</param>
/// <param name="CreatedAt">In Moscow's time.</param>
/// <param name="ExpiresAt">From then on it is not valid, in Moscow's time; null if it does not end by itself.</param>
/// <param name="RevokedAt">When somebody ended it, in Moscow's time; null if nobody did.</param>
public sealed record KeyResponse(
    string Id, string Name, Scope Scope, KeyState State, OffsetDateTime CreatedAt, OffsetDateTime? ExpiresAt, OffsetDateTime? RevokedAt)
{
    public static KeyResponse Of(ApiKey key, Instant now) => new(
        key.Id, key.Name, key.Scope, key.StateAt(now), CallerTime.InMoscow(key.CreatedAt), CallerTime.InMoscow(key.ExpiresAt), CallerTime.InMoscow(key.RevokedAt));
}

/// <summary>A key just given out.</summary>
/// <param name="Secret">What its holder sends as `Authorization: Bearer`. Shown this once, and kept nowhere.</param>
public sealed record IssuedKeyResponse(KeyResponse Key, string Secret)
{
    public static IssuedKeyResponse Of(IssuedKey issued, Instant now) => new(KeyResponse.Of(issued.Key, now), issued.Text);
}
