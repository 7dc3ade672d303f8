using ContactsApi.Core.Channels;
using ContactsApi.Hosting.Queries;
using NodaTime;

namespace ContactsApi.Features.Asking;

/// <summary>The moment a caller asks about, and the zone in which the caller lives through it.</summary>
/// <param name="ZoneId">As asked for, aliases included.</param>
public sealed record CallerTime(Instant Moment, string ZoneId, DateTimeZone Zone)
{
    public OffsetDateTime MoscowMoment => InMoscow(Moment);

    public OffsetDateTime CallerMoment => InCallerZone(Moment);

    public static OffsetDateTime InMoscow(Instant instant) => Core.MoscowTime.Of(instant);

    /// <summary>Nothing for nothing.</summary>
    public static OffsetDateTime? InMoscow(Instant? instant) => instant is { } known ? InMoscow(known) : null;

    public OffsetDateTime InCallerZone(Instant instant) => instant.InZone(Zone).ToOffsetDateTime();

    /// <param name="region">Supplies the zone where none was asked for.</param>
    /// <returns>Nothing that is of use if the query turns out to have errors.</returns>
    public static CallerTime Read(QueryReader query, IClock clock, Region? region = null)
    {
        var zone = ReadZone(query, region);
        // Without its zone a local time cannot be judged; the zone's own error comes first.
        if (!query.Errors.ContainsKey(Parameters.TimeZone.Name)
            && query.TryGet(Parameters.At, out var at)
            && query.Accept(Parameters.At.Name, Moments.Parse(at, zone.Zone), out var moment))
        {
            return new CallerTime(moment, zone.Id, zone.Zone);
        }

        return new CallerTime(clock.GetCurrentInstant(), zone.Id, zone.Zone);
    }

    public static CallerZone ReadZone(QueryReader query, Region? region = null) =>
        query.TryGet(Parameters.TimeZone, out var asked) ? asked
        : new CallerZone(region?.TimeZone ?? TimeZoneIds.Default, DateTimeZoneProviders.Tzdb[region?.TimeZone ?? TimeZoneIds.Default]);
}
