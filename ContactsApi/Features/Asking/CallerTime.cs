using ContactsApi.Core.Channels;
using ContactsApi.Hosting.Queries;
using NodaTime;

namespace ContactsApi.Features.Asking;

/// <summary>The moment a caller asks about, and the zone in which the caller lives through it.</summary>
/// <param name="ZoneId">As asked for, aliases included.</param>
public sealed record CallerTime(Instant Moment, string ZoneId, DateTimeZone Zone)
{
    /// <summary>Whether it is the present, since the caller named no moment.</summary>
    public bool IsNow { get; init; }

    public OffsetDateTime MoscowMoment => InMoscow(Moment);

    public OffsetDateTime CallerMoment => InCallerZone(Moment);

    public static OffsetDateTime InMoscow(Instant instant) => Core.MoscowTime.Of(instant);

    /// <summary>Nothing for nothing.</summary>
    public static OffsetDateTime? InMoscow(Instant? instant) => instant is { } known ? InMoscow(known) : null;

    public OffsetDateTime InCallerZone(Instant instant) => instant.InZone(Zone).ToOffsetDateTime();

    /// <param name="region">Supplies the zone where none was asked for.</param>
    /// <returns>Nothing that is of use if the query turns out to have errors.</returns>
    public static CallerTime Read(CatalogQuery query, Region? region = null)
    {
        var zone = ReadZone(query, region);
        // Without its zone a local time cannot be judged; the zone's own error comes first.
        if (!query.Errors.ContainsKey(Parameters.TimeZone.Name)
            && query.TryGet(Parameters.At, text => Moments.Parse(text, zone.Zone), out var moment))
        {
            return new CallerTime(moment, zone.Id, zone.Zone);
        }

        return new CallerTime(query.AskedAt, zone.Id, zone.Zone) { IsNow = true };
    }

    public static CallerZone ReadZone(QueryReader query, Region? region = null) =>
        query.TryGet(Parameters.TimeZone, out var asked) ? asked
        : new CallerZone(region?.TimeZone ?? TimeZoneIds.Default, DateTimeZoneProviders.Tzdb[region?.TimeZone ?? TimeZoneIds.Default]);
}
