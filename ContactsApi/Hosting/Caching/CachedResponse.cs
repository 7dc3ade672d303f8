using System.Buffers;
using System.Globalization;
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
    private readonly string contentType;
    private readonly string? disposition;
    private readonly ShownMoment? shown;

    /// <param name="shown">Where the answer shows the moment of asking, if it does.</param>
    public CachedResponse(ResponseBody answer, Freshness freshness, string entityTag, ShownMoment? shown)
    {
        (body, contentType, this.freshness, this.entityTag, this.shown) = (answer.Bytes, answer.ContentType, freshness, entityTag, shown);
        disposition = answer.FileName is { } name ? $"inline; filename=\"{name}\"" : null;
    }

    public int Length => body.Length;

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

        context.Response.ContentType = contentType;
        if (disposition is not null)
            context.Response.Headers.ContentDisposition = disposition;
        if (shown is not null)
        {
            await SendAsAskedAtAsync(shown, now, context.Response);
            return;
        }

        context.Response.ContentLength = body.Length;
        await context.Response.BodyWriter.WriteAsync(body);
    }

    private void SetHeaders(IHeaderDictionary headers, Freshness fresh, long maxAge)
    {
        headers.CacheControl = fresh.IsHistory ? "public, max-age=31536000, immutable" : CacheControl.Of(fresh.MaxAge(maxAge));
        headers.ETag = entityTag;
        if (Endpoint.VariesByAccept())
            headers.Append(HeaderNames.Vary, HeaderNames.Accept);
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

    private async ValueTask SendAsAskedAtAsync(ShownMoment shown, Instant now, HttpResponse response)
    {
        var text = MomentText.Of(now, Core.MoscowTime.Zone);
        var callerText = shown.Caller is null ? [] : MomentText.Of(now, shown.Zone);
        // Where the caller's moment is not shown, an empty place at the end stands for it.
        var (first, second) = (shown.Moscow, shown.Caller ?? body.Length..);
        response.ContentLength = body.Length - LengthOf(first) - LengthOf(second) + text.Length + callerText.Length;
        // What is written before the headers are would be copied once more.
        await response.StartAsync();
        var writer = response.BodyWriter;
        writer.Write(body.AsSpan(..first.Start));
        writer.Write(text);
        writer.Write(body.AsSpan(first.End..second.Start));
        writer.Write(callerText);
        writer.Write(body.AsSpan(second.End..));
        await writer.FlushAsync();
    }

    private int LengthOf(Range range) => range.GetOffsetAndLength(body.Length).Length;
}
