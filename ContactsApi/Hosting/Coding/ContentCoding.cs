using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace ContactsApi.Hosting.Coding;

/// <summary>Tells who takes an answer compressed (RFC 9110, section 12.5.3).</summary>
public static class ContentCoding
{
    public const string Gzip = "gzip";

    private const string Identity = "identity";
    private const string Any = "*";

    /// <summary>Whether gzip is taken, and nothing else is liked better than that.</summary>
    public static bool TakesGzip(StringValues acceptEncoding) =>
        acceptEncoding.Count > 0
        && StringWithQualityHeaderValue.TryParseList(acceptEncoding, out var codings)
        && (Weight(Gzip, codings) ?? Weight(Any, codings)) is > 0 and { } weight
        && !(Weight(Identity, codings) > weight);

    private static double? Weight(string coding, IList<StringWithQualityHeaderValue> codings)
    {
        foreach (var named in codings)
        {
            if (named.Value.Equals(coding, StringComparison.OrdinalIgnoreCase))
                return named.Quality ?? 1;
        }

        return null;
    }
}
