using System.Text.Json;
using ContactsApi.Serialization;

namespace ContactsApi.Hosting.Caching;

/// <summary>An answer in the form in which it is sent.</summary>
/// <param name="ContentType">With its charset, where it is text.</param>
public sealed record ResponseBody(byte[] Bytes, string ContentType)
{
    public static ResponseBody InShort<T>(T answer) =>
        new(JsonSerializer.SerializeToUtf8Bytes(answer, ContactsJson.Options), ShortView.MediaType) { Variant = "short" };

    /// <summary>What tells it from the JSON that answers the same question at the same address; of ASCII letters, or empty.</summary>
    public string Variant { get; init; } = "";

    /// <summary>
    /// The name under which callers keep it who make a file of it. It may come from an id, which may hold anything: what a header or a
    /// file system could stumble over becomes a hyphen.
    /// </summary>
    public string? FileName
    {
        get;
        init => field = value is null ? null : string.Concat(value.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' ? c : '-'));
    }
}
