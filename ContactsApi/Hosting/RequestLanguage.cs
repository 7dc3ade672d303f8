using System.Collections.Concurrent;
using ContactsApi.Core;
using ContactsApi.Serialization;
using Microsoft.Net.Http.Headers;

namespace ContactsApi.Hosting;

/// <summary>The language of an answer's texts: what the caller's <c>Accept-Language</c> likes best of what there is, else Russian.</summary>
public static class RequestLanguage
{
    /// <summary>Browsers send few different headers, again and again; whoever invents new ones fills no memory.</summary>
    private const int MostKnown = 1000;

    private static readonly ConcurrentDictionary<string, Language> Known = new(StringComparer.Ordinal);
    private static int known;

    public static Language Language(this HttpContext context) => context.Request.Headers.AcceptLanguage switch
    {
        [] => Core.Language.Ru,
        [{ } only] => KnownOrChosen(only),
        var several => Choose(several),
    };

    private static Language KnownOrChosen(string header)
    {
        if (Known.TryGetValue(header, out var language))
            return language;
        language = Choose([header]);
        if (known < MostKnown && Known.TryAdd(header, language))
            Interlocked.Increment(ref known);
        return language;
    }

    public static Language Choose(IList<string?> acceptLanguage)
    {
        if (!StringWithQualityHeaderValue.TryParseList([.. acceptLanguage.OfType<string>()], out var ranges))
            return Core.Language.Ru;
        // RFC 9110: a higher weight first, in the order written where weights tie. Weight 0 means "not this one", and "*" any
        // language that no other range names.
        var unnamed = Enum.GetValues<Language>().Cast<Language?>().Except(ranges.Select(Named)).FirstOrDefault();
        return ranges
            .Where(range => range.Quality != 0)
            .OrderByDescending(range => range.Quality ?? 1)
            .Select(range => range.Value == "*" ? unnamed : Named(range))
            .FirstOrDefault(language => language is not null) ?? Core.Language.Ru;
    }

    /// <summary>Says in every answer which language it speaks, and that another request may get another.</summary>
    public static void UseRequestLanguage(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.Headers.ContentLanguage = EnumNames<Language>.Of(context.Language());
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        return next(context);
    });

    /// <summary>A range names a language or one of its variants, as <c>en</c> or <c>en-GB</c>.</summary>
    private static Language? Named(StringWithQualityHeaderValue range) =>
        EnumNames<Language>.TryParse(range.Value.ToString().Split('-')[0].ToLowerInvariant(), out var language) ? language : null;
}
