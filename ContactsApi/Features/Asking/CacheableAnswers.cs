using ContactsApi.Hosting.Caching;
using NodaTime;

namespace ContactsApi.Features.Asking;

/// <summary>Says of an answer for how long it holds.</summary>
public static class CacheableAnswers
{
    /// <summary>An answer that only a new revision changes.</summary>
    public static CacheableJson<T> Lasting<T>(this CatalogQuery query, T answer) => new(answer, query.Freshness, shownIn: null);

    /// <inheritdoc cref="Lasting{T}"/>
    public static CacheableBody LastingBody(this CatalogQuery query, ResponseBody answer) => new(answer, query.Freshness);

    /// <summary>An answer about the present that does not show the moment of asking.</summary>
    public static CacheableJson<T> LastingUntil<T>(this CatalogQuery query, T answer, Instant changesAt) =>
        new(answer, query.Until(changesAt), shownIn: null);

    /// <inheritdoc cref="LastingUntil{T}"/>
    /// <param name="changesAt">When it changes by the passing of time; nothing if that is beyond the horizon.</param>
    public static CacheableBody LastingBodyUntil(this CatalogQuery query, ResponseBody answer, Instant? changesAt) => new(answer, query.Until(changesAt));

    /// <summary>An answer about a moment, and shown with it: that which the caller gave, or the present.</summary>
    /// <param name="changesAt">When it changes by the passing of time; nothing if that is beyond the horizon.</param>
    public static CacheableJson<T> AboutMoment<T>(this CatalogQuery query, T answer, CallerTime time, Instant? changesAt) =>
        time.IsNow ? new(answer, query.Until(changesAt), time.Zone) : query.Lasting(answer);

    /// <summary>As <see cref="AboutMoment{T}"/>, in a form that does not show the moment.</summary>
    public static CacheableBody BodyAboutMoment(this CatalogQuery query, ResponseBody answer, CallerTime time, Instant? changesAt) =>
        time.IsNow ? query.LastingBodyUntil(answer, changesAt) : query.LastingBody(answer);

    private static Freshness Until(this CatalogQuery query, Instant? changesAt) => query.Freshness with { IsAboutNow = true, ChangesAt = changesAt };
}
