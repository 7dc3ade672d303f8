using System.Text.Json;
using System.Text.Json.Nodes;
using ContactsApi.Core;
using ContactsApi.Features.Asking;
using ContactsApi.Hosting.Access;
using ContactsApi.Hosting.Queries;
using ContactsApi.Serialization;
using NodaTime;

namespace ContactsApi.Features.Keys;

/// <summary>The key that is wanted.</summary>
/// <param name="Name">Whose it is, in 1 to 100 characters; the author of what is written with it.</param>
/// <param name="Scope">What it lets its holder do; each scope includes those before it.</param>
/// <param name="ExpiresAt">From then on it is not valid; null or absent, it does not end by itself.</param>
public sealed record NewKeyRequest(string Name, Scope Scope, OffsetDateTime? ExpiresAt)
{
    private static readonly string[] Members = ["name", "scope", "expiresAt"];

    /// <summary>Reads it from JSON, and tells the query's reader all that is wrong.</summary>
    public static async Task<NewKeyRequest?> ReadAsync(HttpRequest request, QueryReader faults, Instant now)
    {
        if (await BodyOf(request) is not { } body)
        {
            faults.Refuse("body", new(
                """Нужен объект JSON, например {"name":"Анна","scope":"steward"}.""", """A JSON object is needed, as {"name":"Anna","scope":"steward"}."""));
            return null;
        }

        var members = string.Join(", ", Members);
        foreach (var member in body.Keys.Except(Members))
            faults.Refuse(QueryReader.Shortened(member), new($"Такого поля нет. Есть: {members}.", $"There is no such field. There are: {members}."));
        var isWhole = faults.Accept("name", NameIn(body.GetValueOrDefault("name")), out var name)
            & faults.Accept("scope", ScopeIn(body.GetValueOrDefault("scope")), out var scope)
            & faults.Accept("expiresAt", EndIn(body.GetValueOrDefault("expiresAt"), now), out var end);
        return isWhole ? new(name, scope, end is { } known ? CallerTime.InMoscow(known) : null) : null;
    }

    /// <summary>The members of the object, those that are no text as an empty one; nothing if it is no JSON object.</summary>
    private static async Task<Dictionary<string, string?>?> BodyOf(HttpRequest request)
    {
        try
        {
            var body = await JsonNode.ParseAsync(request.Body, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false });
            return (body as JsonObject)?.ToDictionary(member => member.Key, member => TextOf(member.Value));
        }
        // Invalid operation: half of a surrogate pair, which is no text.
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static Parsed<string> NameIn(string? text) => text is not null && ApiKey.IsName(text)
        ? text
        : new Text(
            $"Нужен текст от 1 до {ApiKey.LongestName} знаков: чей это ключ.", $"A text of 1 to {ApiKey.LongestName} characters is needed: whose key it is.");

    private static Parsed<Scope> ScopeIn(string? text) =>
        text is not null && EnumNames<Scope>.TryParse(text, out var scope) ? scope : QueryErrors.OneOf(EnumNames<Scope>.All);

    private static Parsed<Instant?> EndIn(string? text, Instant now)
    {
        if (text is null)
            return new Parsed<Instant?>(null, null);
        var parsed = Moments.ParseInstant(text);
        return !parsed.Success ? parsed.Error
            : parsed.Value <= now ? new Text("Этот момент уже прошёл.", "That moment has passed.")
            : new Parsed<Instant?>(parsed.Value, null);
    }

    private static string? TextOf(JsonNode? value) => value?.GetValueKind() switch
    {
        null => null,
        JsonValueKind.String => value.GetValue<string>(),
        _ => "",
    };
}
