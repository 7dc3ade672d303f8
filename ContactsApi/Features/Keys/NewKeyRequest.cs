using ContactsApi.Features.Asking;
using ContactsApi.Hosting.Access;
using ContactsApi.Hosting.Queries;
using NodaTime;

namespace ContactsApi.Features.Keys;

/// <summary>The key that is wanted.</summary>
/// <param name="Name">Whose it is, in 1 to 100 characters; the author of what is written with it.</param>
/// <param name="Scope">What it lets its holder do; each scope includes those before it.</param>
/// <param name="ExpiresAt">From then on it is not valid (ISO 8601 with an offset); null or absent, it does not end by itself.</param>
public sealed record NewKeyRequest(string Name, Scope Scope, string? ExpiresAt = null)
{
    /// <summary>When the key ends, if it does. What is wrong with the name or the end is told to the query's reader.</summary>
    public Instant? Examine(QueryReader faults, Instant now)
    {
        if (!ApiKey.IsName(Name))
        {
            faults.Refuse("name", new(
                $"Нужен текст от 1 до {ApiKey.LongestName} знаков: чей это ключ.", $"A text of 1 to {ApiKey.LongestName} characters is needed: whose key it is."));
        }

        if (ExpiresAt is null || !faults.Accept("expiresAt", Moments.ParseInstant(ExpiresAt), out var end))
            return null;
        if (end <= now)
            faults.Refuse("expiresAt", new("Этот момент уже прошёл.", "That moment has passed."));
        return end;
    }
}
