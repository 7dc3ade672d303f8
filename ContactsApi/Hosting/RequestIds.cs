using System.Buffers;
using System.Diagnostics;

namespace ContactsApi.Hosting;

/// <summary>
/// Gives every request an id that it can be found by, with the caller or here: the one that it came with as <c>X-Request-Id</c>, or the
/// trace id of its <c>traceparent</c>, or a new one. The answer carries it, and so does the log of writes.
/// </summary>
public static class RequestIds
{
    public const string Header = "X-Request-Id";

    private const int Longest = 64;

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    public static void UseRequestIds(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (Given(context.Request.Headers) is { } id)
            context.TraceIdentifier = id;
        context.Response.Headers[Header] = context.TraceIdentifier;
        return next(context);
    });

    private static string? Given(IHeaderDictionary headers) =>
        headers[Header] is [{ Length: > 0 and <= Longest } id] && !id.AsSpan().ContainsAnyExcept(Allowed) ? id
        : headers.TraceParent is [{ } parent] && ActivityContext.TryParse(parent, null, out var trace) ? trace.TraceId.ToHexString()
        : null;
}
