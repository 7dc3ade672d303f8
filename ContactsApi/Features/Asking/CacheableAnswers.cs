using ContactsApi.Hosting.Caching;
using ContactsApi.Hosting.Queries;
using ContactsApi.Storage;
using NodaTime;

namespace ContactsApi.Features.Asking;

/// <summary>Says of an answer for how long it holds.</summary>
public static class CacheableAnswers
{
    /// <summary>An answer that only a new revision changes.</summary>
    public static CacheableJson<T> Lasting<T>(this QueryReader query, T answer, CatalogSnapshot snapshot, IClock clock) =>
        new(answer, Of(query, snapshot, clock.GetCurrentInstant()), shownIn: null);

    /// <inheritdoc cref="Lasting{T}"/>
    public static CacheableBody LastingBody(this QueryReader query, ResponseBody answer, CatalogSnapshot snapshot, IClock clock) =>
        new(answer, Of(query, snapshot, clock.GetCurrentInstant()));

    /// <summary>An answer about the present that does not show the moment of asking.</summary>
    public static CacheableJson<T> LastingUntil<T>(this QueryReader query, T answer, CatalogSnapshot snapshot, Instant now, Instant changesAt) =>
        new(answer, Of(query, snapshot, now) with { IsAboutNow = true, ChangesAt = changesAt }, shownIn: null);

    /// <inheritdoc cref="LastingUntil{T}"/>
    /// <param name="changesAt">When it changes by the passing of time; nothing if that is beyond the horizon.</param>
    public static CacheableBody LastingBodyUntil(this QueryReader query, ResponseBody answer, CatalogSnapshot snapshot, Instant now, Instant? changesAt) =>
        new(answer, Of(query, snapshot, now) with { IsAboutNow = true, ChangesAt = changesAt });

    /// <summary>An answer about a moment, and shown with it: that which the caller gave, or the present.</summary>
    /// <param name="changesAt">When it changes by the passing of time; nothing if that is beyond the horizon.</param>
    public static CacheableJson<T> AboutMoment<T>(
        this QueryReader query, T answer, CatalogSnapshot snapshot, CallerTime time, Instant? changesAt, IClock clock) =>
        query.Has(Parameters.At)
            ? query.Lasting(answer, snapshot, clock)
            : new(answer, Of(query, snapshot, time.Moment) with { IsAboutNow = true, ChangesAt = changesAt }, time.Zone);

    /// <summary>As <see cref="AboutMoment{T}"/>, in a form that does not show the moment.</summary>
    public static CacheableBody BodyAboutMoment(
        this QueryReader query, ResponseBody answer, CatalogSnapshot snapshot, CallerTime time, Instant? changesAt, IClock clock) =>
        query.Has(Parameters.At) ? query.LastingBody(answer, snapshot, clock) : query.LastingBodyUntil(answer, snapshot, time.Moment, changesAt);

    private static Freshness Of(QueryReader query, CatalogSnapshot snapshot, Instant now) =>
        new(snapshot, now) { IsOfNamedRevision = query.Has(Parameters.Revision) };
}
