using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using NodaTime;
using NodaTime.TimeZones;

namespace ContactsApi.Features.Formats.ICalendar;

/// <summary>
/// Tells the clocks of a zone in some years, change by change. Ical.Net's own component repeats the last change every year, also where
/// there was none since: for Moscow each October from an offset that it left in 2014.
/// </summary>
public static class CalendarZone
{
    /// <param name="years">The first and the last year, both included.</param>
    public static VTimeZone Of(DateTimeZone zone, (int First, int Last) years)
    {
        var component = new VTimeZone(zone.Id);
        var offset = default(Offset?);
        foreach (var interval in zone.GetZoneIntervals(Instant.FromUtc(years.First, 1, 1, 0, 0), Instant.FromUtc(years.Last + 1, 1, 2, 0, 0)))
        {
            component.TimeZoneInfos.Add(Change(interval, offset ?? Before(zone, interval)));
            offset = interval.WallOffset;
        }

        return component;
    }

    private static VTimeZoneInfo Change(ZoneInterval interval, Offset before) => new(interval.Savings == Offset.Zero ? Components.Standard : Components.Daylight)
    {
        // By the clocks as they were before the change (RFC 5545, section 3.6.5).
        Start = new CalDateTime(Local(interval, before).ToDateTimeUnspecified(), hasTime: true),
        OffsetFrom = new UtcOffset(before.ToTimeSpan()),
        OffsetTo = new UtcOffset(interval.WallOffset.ToTimeSpan()),
        TimeZoneName = interval.Name,
    };

    private static LocalDateTime Local(ZoneInterval interval, Offset before) =>
        interval.HasStart ? interval.Start.WithOffset(before).LocalDateTime : new LocalDateTime(1970, 1, 1, 0, 0);

    private static Offset Before(DateTimeZone zone, ZoneInterval interval) =>
        interval.HasStart ? zone.GetUtcOffset(interval.Start - NodaTime.Duration.Epsilon) : interval.WallOffset;
}
