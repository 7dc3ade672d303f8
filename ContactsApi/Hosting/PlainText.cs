using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace ContactsApi.Hosting;

/// <summary>Marks an endpoint whose answers are to be had as plain text too.</summary>
public sealed record AlsoPlainText;

/// <summary>Tells who would rather have plain sentences than JSON: phone menus, SMS gateways, bots (RFC 9110, section 12.5.1).</summary>
public static class PlainText
{
    public const string MediaType = "text/plain";

    public const string ContentType = $"{MediaType}; charset=utf-8";

    private const string Json = "application/json";

    /// <summary>Lets an endpoint answer in plain text too.</summary>
    public static RouteHandlerBuilder WithPlainText(this RouteHandlerBuilder route) => route.WithMetadata(new AlsoPlainText());

    public static bool VariesByAccept(this Endpoint? endpoint) => endpoint?.Metadata.GetMetadata<AlsoPlainText>() is not null;

    /// <summary>Whether plain text is liked better than JSON. Who takes either gets JSON.</summary>
    public static bool WantsPlainText(this HttpContext context)
    {
        var accept = context.Request.Headers.Accept;
        return NamesText(accept)
            && MediaTypeHeaderValue.TryParseList(accept, out var ranges)
            && Weight(MediaType, ranges) > Weight(Json, ranges);
    }

    /// <summary>Most callers name no text, and every request asks: no list is made of what they name.</summary>
    private static bool NamesText(StringValues accept)
    {
        foreach (var range in accept)
        {
            if (range is not null && range.Contains("text/", StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>Of the ranges that match, the most specific one counts.</summary>
    private static double Weight(string mediaType, IList<MediaTypeHeaderValue> ranges) => ranges
        .Where(range => range.MatchesMediaType(mediaType))
        .OrderBy(range => range.MatchesAllTypes ? 2 : range.MatchesAllSubTypes ? 1 : 0)
        .Select(range => range.Quality ?? 1)
        .FirstOrDefault();
}
