using ContactsApi.Core;
using ContactsApi.Features.Asking;
using ContactsApi.Hosting.Bodies;
using ContactsApi.Storage;
using NodaTime;

namespace ContactsApi.Features.Keys;

/// <summary>The key that is wanted.</summary>
/// <param name="Name">Whose it is, in 1 to 100 characters; the author of what is written with it.</param>
/// <param name="Scope">What it lets its holder do; each scope includes those before it.</param>
/// <param name="ExpiresAt">From then on it is not valid (ISO 8601 with an offset); null or absent, it does not end by itself.</param>
public sealed record NewKeyRequest(string Name, Scope Scope, string? ExpiresAt = null)
{
    private static readonly LocalizedText NoName = new(
        $"Нужен текст от 1 до {ApiKey.LongestName} знаков: чей это ключ.", $"A text of 1 to {ApiKey.LongestName} characters is needed: whose key it is.");

    private static readonly LocalizedText Past = new("Этот момент уже прошёл.", "That moment has passed.");

    /// <summary>When the key ends, if it does. What is wrong with the name or the end is told to the reader.</summary>
    public static Instant? Examine(BodyReader<NewKeyRequest> body, Instant now)
    {
        if (body.TryGet(wanted => wanted.Name, out var name) && !ApiKey.IsName(name))
            body.Refuse(wanted => wanted.Name, NoName);
        if (!body.TryGet(wanted => wanted.ExpiresAt, out var text))
            return null;
        var end = Moments.ParseInstant(text);
        if (!end.Success)
            body.Refuse(wanted => wanted.ExpiresAt, end.Error);
        else if (end.Value <= now)
            body.Refuse(wanted => wanted.ExpiresAt, Past);
        return end.Value;
    }
}
