using System.Text;
using ContactsApi.Core;
using Microsoft.Net.Http.Headers;

namespace ContactsApi.Hosting.Bodies;

/// <summary>The bytes of a body, as they came.</summary>
public sealed record ReceivedBody(ReadOnlyMemory<byte> Bytes);

/// <summary>Receives the body of a request before its endpoint is called, or refuses it unread.</summary>
public static class BodyReception
{
    private static readonly Text NotJson = new(
        $"Нужен JSON в UTF-8 с заголовком Content-Type: {BodyContract.MediaType}.",
        $"JSON in UTF-8 is needed, with the header Content-Type: {BodyContract.MediaType}.");

    public static async ValueTask<object?> ReceiveAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        var contract = context.GetEndpoint()!.Metadata.GetRequiredMetadata<BodyContract>();
        if (!IsJson(context.Request))
        {
            context.Response.Headers.Accept = BodyContract.MediaType;
            return context.Refuse(Problem.UnsupportedMediaType, NotJson);
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

    private static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals(BodyContract.MediaType, StringComparison.OrdinalIgnoreCase)
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

    private static Text AtMost(int maxBytes) => new(
        $"Тело запроса длиннее {maxBytes} байт.", $"The body is longer than {maxBytes} bytes.");
}
