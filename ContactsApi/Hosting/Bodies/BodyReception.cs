using System.Text;
using ContactsApi.Core;
using Microsoft.Net.Http.Headers;

namespace ContactsApi.Hosting.Bodies;

/// <summary>The bytes of a body, as they came.</summary>
public sealed record ReceivedBody(ReadOnlyMemory<byte> Bytes);

/// <summary>Receives the body of a request before its endpoint is called, or refuses it unread.</summary>
public static class BodyReception
{
    public static async ValueTask<object?> ReceiveAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        var contract = context.GetEndpoint()!.Metadata.GetRequiredMetadata<BodyContract>();
        if (!IsOf(contract.MediaType, context.Request))
        {
            // RFC 5789 and RFC 9110 each have a header that says what would be right.
            context.Response.Headers[HttpMethods.IsPatch(context.Request.Method) ? "Accept-Patch" : HeaderNames.Accept] = contract.MediaType;
            return context.Refuse(Problem.UnsupportedMediaType, Needed(contract.MediaType));
        }

        try
        {
            if (await ReadAsync(context, contract.MaxBytes) is not { } bytes)
                return context.Refuse(Problem.BodyTooLarge, AtMost(contract.MaxBytes));
            context.Features.Set(new ReceivedBody(bytes));
        }
        // The server's own refusals: a body cut short, badly framed, or too slow.
        catch (BadHttpRequestException problem)
        {
            return context.Refuse(Problem.OfStatus(problem.StatusCode));
        }

        return await next(invocation);
    }

    private static bool IsOf(string mediaType, HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Encoding == Encoding.UTF8);

    /// <summary>The whole body; nothing if it is longer than that.</summary>
    private static async Task<byte[]?> ReadAsync(HttpContext context, int maxBytes)
    {
        if (context.Request.ContentLength > maxBytes)
            return null;
        // One more tells whether it goes on.
        var bytes = new byte[(context.Request.ContentLength ?? maxBytes) + 1];
        var length = await context.Request.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, context.RequestAborted);
        return length > maxBytes ? null : bytes[..length];
    }

    private static LocalizedText Needed(string mediaType) => new(
        $"Нужен JSON в UTF-8 с заголовком Content-Type: {mediaType}.",
        $"JSON in UTF-8 is needed, with the header Content-Type: {mediaType}.");

    private static LocalizedText AtMost(int maxBytes) => new(
        $"Тело запроса длиннее {maxBytes} байт.", $"The body is longer than {maxBytes} bytes.");
}
