using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace ContactsApi.Hosting.Coding;

/// <summary>Tells in which coding a caller gets an answer (RFC 9110, section 12.5.3).</summary>
public static class ContentCoding
{
    public const string Brotli = "br";
    public const string Gzip = "gzip";

    private const string Identity = "identity";
    private const string Any = "*";

    /// <summary>The coding that is liked best, if it is taken; nothing where it is liked best as it is, or neither is taken.</summary>
    /// <param name="likesBrotli">Which of the two is sent to whom likes both alike.</param>
    public static string? For(StringValues acceptEncoding, bool likesBrotli)
    {
        if (acceptEncoding.Count == 0 || !StringWithQualityHeaderValue.TryParseList(acceptEncoding, out var codings))
            return null;
        var any = Weight(Any, codings);
        var (brotli, gzip) = (Weight(Brotli, codings) ?? any ?? 0, Weight(Gzip, codings) ?? any ?? 0);
        var (coding, weight) = brotli > gzip || (brotli == gzip && likesBrotli) ? (Brotli, brotli) : (Gzip, gzip);
        return weight > 0 && !(Weight(Identity, codings) > weight) ? coding : null;
    }

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
