using System.Globalization;
using ContactsApi.Hosting.Coding;
using Microsoft.Net.Http.Headers;
using NodaTime;
using NodaTime.Extensions;

namespace ContactsApi.Hosting.Caching;

/// <summary>
/// The bytes of an answer, and for how long they are right. An answer about the present shows the moment of asking, and in
/// nothing else differs from the answer of a moment before (<c>validUntil</c>): so its bytes serve again, with that moment put in.
/// </summary>
public sealed class CachedResponse
{
    private readonly Freshness freshness;
    private readonly string entityTag;
    private readonly byte[] body;
    private readonly string? disposition;
    private readonly ShownMoment? shown;

    private readonly KeptBody kept;

    /// <param name="shown">Where the answer shows the moment of asking, if it does.</param>
    public CachedResponse(ResponseBody answer, Freshness freshness, string entityTag, ShownMoment? shown)
    {
        (body, this.freshness, this.entityTag, this.shown) = (answer.Bytes, freshness, entityTag, shown);
        disposition = answer.FileName is { } name ? $"inline; filename=\"{name}\"" : null;
        kept = new KeptBody(answer.ContentType, body, EndOfBeginning);
    }

    /// <summary>What it takes in memory, in bytes, roughly.</summary>
    public int Length => kept.Size;

    /// <summary>Behind the moment of asking, and so much further that Brotli can compress the rest; 0 if the answer does not show that.</summary>
    private int EndOfBeginning => shown is null ? 0 : (shown.Caller ?? shown.Moscow).End.GetOffset(body.Length) + BrotliBody.Lasting;

    /// <summary>The endpoint that gave it, by which requests are counted.</summary>
    public Endpoint? Endpoint { get; init; }

    /// <summary>Whether it serves a later request again: it is given from the newest revision, named or not, and the end of its span is known.</summary>
    public bool CanServeAgain(long newest) => freshness.Snapshot.Revision == newest && (!freshness.IsAboutNow || freshness.ChangesAt is not null);

    /// <summary>Whether it is what the service would answer from a revision at an instant.</summary>
    public bool HoldsAt(Instant now, long revision) =>
        freshness.Snapshot.Revision == revision
        && (!freshness.IsAboutNow || (freshness.AskedAt <= now && now < freshness.ChangesAt));

    /// <param name="now">When it is asked for.</param>
    /// <param name="maxAge">The longest time, in seconds, that a cache may keep it.</param>
    public async ValueTask SendAsync(HttpContext context, Instant now, long maxAge)
    {
        var fresh = freshness with { AskedAt = now };
        SetHeaders(context.Response.Headers, fresh, maxAge);
        if (IsKnown(context.Request.Headers, fresh.LastModified))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        if (disposition is not null)
            context.Response.Headers.ContentDisposition = disposition;
        await kept.SendAsync(context, BeginningAt(now));
    }

    private void SetHeaders(IHeaderDictionary headers, Freshness fresh, long maxAge)
    {
        headers.CacheControl = fresh.IsHistory ? "public, max-age=31536000, immutable" : CacheControl.Of(fresh.MaxAge(maxAge));
        headers.ETag = entityTag;
        if (Endpoint.VariesByAccept())
            headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        kept.SetVary(headers);
        if (fresh.LastModified is { } modified)
            headers.LastModified = modified.ToDateTimeOffset().ToString("r", CultureInfo.InvariantCulture);
    }

    /// <summary>Whether the caller has this very answer already (RFC 9110, section 13.2.2: the tag goes before the time).</summary>
    private bool IsKnown(IHeaderDictionary headers, Instant? lastModified)
    {
        if (headers.IfNoneMatch is { Count: > 0 } tags)
            return tags.Contains(entityTag) || tags.Contains("*") || EntityTags.AnyMatches(tags, entityTag);
        return headers.IfModifiedSince is { Count: > 0 } && lastModified is { } modified
            && HeaderUtilities.TryParseDate(headers.IfModifiedSince.ToString(), out var since)
            && modified <= since.ToInstant();
    }

    /// <summary>What stands before the rest, with the moment of asking put in; empty if the answer does not show that.</summary>
    private byte[] BeginningAt(Instant now)
    {
        if (shown is null)
            return [];
        var moscow = MomentText.Of(now, Core.MoscowTime.Zone);
        return shown.Caller is { } caller
            ? [.. body[..shown.Moscow.Start], .. moscow, .. body[shown.Moscow.End..caller.Start], .. MomentText.Of(now, shown.Zone), .. body[caller.End..EndOfBeginning]]
            : [.. body[..shown.Moscow.Start], .. moscow, .. body[shown.Moscow.End..EndOfBeginning]];
    }
}
