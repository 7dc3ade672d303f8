using System.Text.Json;
using System.Text.Json.Nodes;
using ContactsApi.Core;
using Microsoft.Net.Http.Headers;

namespace ContactsApi.Hosting;

/// <summary>The JSON of a request, or why it is none that can be read.</summary>
/// <param name="Detail">More about the problem than its title.</param>
public sealed record JsonBody(JsonNode? Value, Problem? Problem = null, Text? Detail = null)
{
    public const string ContentType = "application/json";

    /// <summary>The longest body in bytes; the longest element of the shipped catalog has less than a hundredth of it.</summary>
    public const int MaxLength = 1_048_576;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <param name="contentType">What the endpoint takes.</param>
    public static async Task<JsonBody> ReadAsync(HttpRequest request, string contentType)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var sent)
            || !sent.MediaType.Equals(contentType, StringComparison.OrdinalIgnoreCase)
            || (sent.Charset.HasValue && !sent.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)))
        {
            return new(null, Problem.UnsupportedMediaType, new($"Нужен Content-Type: {contentType}.", $"Content-Type: {contentType} is needed."));
        }

        return await BytesAsync(request) is { } bytes
            ? Parse(bytes)
            : new(null, Problem.BodyTooLarge, new($"Не больше {MaxLength} байт.", $"At most {MaxLength} bytes."));
    }

    /// <summary>The whole body; nothing if it is too long.</summary>
    private static async Task<byte[]?> BytesAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(chunk, request.HttpContext.RequestAborted)) > 0)
        {
            if (body.Length + read > MaxLength)
                return null;
            body.Write(chunk, 0, read);
        }

        return body.ToArray();
    }

    private static JsonBody Parse(byte[] bytes)
    {
        try
        {
            var value = JsonNode.Parse(bytes, documentOptions: Strict);
            ReadTexts(value);
            return new(value);
        }
        catch (JsonException problem)
        {
            var (line, place) = (problem.LineNumber + 1, problem.BytePositionInLine + 1);
            return new(null, Problem.MalformedJson, line is null
                ? null
                : new($"Строка {line}, байт {place}: {problem.Message}", $"Line {line}, byte {place}: {problem.Message}"));
        }
        catch (InvalidOperationException)
        {
            return new(null, Problem.MalformedJson, new("Один из текстов не Unicode.", "One of the texts is no Unicode."));
        }
    }

    /// <summary>The parser leaves texts for later, and so does not see that one is no Unicode.</summary>
    /// <exception cref="InvalidOperationException">One is not.</exception>
    private static void ReadTexts(JsonNode? value)
    {
        switch (value)
        {
            case JsonObject members:
                foreach (var (_, member) in members)
                    ReadTexts(member);
                break;
            case JsonArray items:
                foreach (var item in items)
                    ReadTexts(item);
                break;
            case JsonValue text when text.GetValueKind() == JsonValueKind.String:
                text.GetValue<string>();
                break;
        }
    }
}
