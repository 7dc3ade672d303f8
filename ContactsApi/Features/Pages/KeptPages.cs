using ContactsApi.Core;
using ContactsApi.Features.Asking;
using ContactsApi.Hosting.Caching;
using ContactsApi.Hosting.Coding;
using ContactsApi.Storage;
using Microsoft.Extensions.Options;
using NodaTime;

namespace ContactsApi.Features.Pages;

/// <summary>
/// Pages about now that were shown lately. Until the minute that a page shows is over, or anything else on it changes, it is the page that would be
/// made, save the moment of asking, by which its script counts: that is put in anew.
/// </summary>
public sealed class KeptPages(IOptions<FreshnessOptions> options)
{
    /// <summary>About a hundred pages.</summary>
    private const int MostMebibytes = 4;

    private static readonly Duration Minute = Duration.FromMinutes(1);

    private readonly BoundedCache<(string Address, Language Language), KeptPage> pages = new(Math.Min(MostMebibytes, options.Value.KeptMebibytes) * 1024L * 1024);

    public KeptPage? Find(PageRequest page, CatalogQuery query) =>
        pages.Find(KeyOf(page)) is { } kept && kept.IsOf(query.Snapshot, query.AskedAt) ? kept with { AskedAt = query.AskedAt } : null;

    public void Keep(PageRequest page, CatalogQuery query, NowView view, byte[] html)
    {
        if (view.Decision.ValidUntil is not { } validUntil)
            return;
        var now = query.AskedAt;
        var nextMinute = Instant.FromUnixTimeSeconds(now.ToUnixTimeSeconds() / 60 * 60) + Minute;
        // Of two outages of one channel each is told, though its state does not change.
        var outage = view.Directory.Catalog.Incidents.SelectMany(incident => new[] { incident.Start, incident.End }).Where(edge => edge > now).Min();
        var until = new[] { nextMinute, validUntil, outage ?? nextMinute }.Min();
        pages.Keep(KeyOf(page), KeptPage.Of(html, page.Language, query.Snapshot, now, until), html.Length);
    }

    /// <summary>The address with its host, since the page names that too.</summary>
    private static (string Address, Language Language) KeyOf(PageRequest page) => (page.Origin + page.With("", null), page.Language);
}

/// <summary>A page, and for how long it is right.</summary>
/// <param name="Before">What stands before the moment of asking.</param>
/// <param name="After">What stands between that and where the body is always the same.</param>
public sealed record KeptPage(KeptBody Body, byte[] Before, byte[] After, Language Language, CatalogSnapshot Snapshot, Instant Since, Instant Until) : IResult
{
    /// <summary>In texts quotation marks are escaped, so this is found nowhere else.</summary>
    private static ReadOnlySpan<byte> Mark => "data-moment=\""u8;

    /// <summary>The moment that is shown.</summary>
    public Instant AskedAt { get; init; } = Since;

    public static KeptPage Of(byte[] html, Language language, CatalogSnapshot snapshot, Instant since, Instant until)
    {
        var start = html.AsSpan().IndexOf(Mark) + Mark.Length;
        var end = start + html.AsSpan(start).IndexOf((byte)'"');
        var rest = end + BrotliBody.Lasting;
        return new(new KeptBody(HtmlPage.ContentType, html, rest, wasSent: true), html[..start], html[end..rest], language, snapshot, since, until);
    }

    public bool IsOf(CatalogSnapshot snapshot, Instant now) => ReferenceEquals(Snapshot, snapshot) && Since <= now && now < Until;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        HtmlPage.SetHeaders(httpContext.Response, StatusCodes.Status200OK, Language, HtmlPage.AskAnew);
        Body.SetVary(httpContext.Response.Headers);
        return Body.SendAsync(httpContext, (byte[])[.. Before, .. MomentText.Of(AskedAt, MoscowTime.Zone), .. After]).AsTask();
    }
}
