using ContactsApi.Core.Calendar;
using NodaTime;
using NodaTime.TimeZones;

namespace ContactsApi.Core.Hours;

/// <summary>One date in a zone, and where its minutes fall.</summary>
public readonly struct LocalDay
{
    private const int SecondsOfDay = TimeWindow.MinutesOfDay * 60;

    private readonly DateTimeZone zone;
    private readonly ZoneInterval clocks;
    private readonly long? midnight;

    /// <summary>
    /// On nearly every date the clocks do not change, nor on those beside it: then its minutes need no look into the zone.
    /// </summary>
    /// <param name="likely">The offset that the zone probably has on the date.</param>
    private LocalDay(int number, DateTimeZone zone, ZoneInterval likely)
    {
        Number = number;
        this.zone = zone;
        clocks = likely;
        midnight = MidnightBy(clocks, number);
        if (midnight is not null)
            return;
        clocks = zone.GetZoneInterval(Instant.FromUnixTimeSeconds((long)number * SecondsOfDay));
        midnight = MidnightBy(clocks, number);
    }

    /// <summary>Counted as <see cref="DayPairs"/> does.</summary>
    public int Number { get; }

    /// <summary>The first instant of the date.</summary>
    public Instant Start => InstantOf(0);

    /// <summary>The first instant of the next date.</summary>
    public Instant End => InstantOf(TimeWindow.MinutesOfDay);

    /// <summary>The date in which the moment lies, from its first instant to that of the next date.</summary>
    public static LocalDay Of(Instant moment, DateTimeZone zone)
    {
        var clocks = zone.GetZoneInterval(moment);
        var day = new LocalDay((int)((moment.ToUnixTimeSeconds() + clocks.WallOffset.Seconds) / SecondsOfDay), zone, clocks);
        // Clocks that go back across midnight show a date again that is over.
        return day.midnight is not null || moment < day.End ? day : day.Plus(1);
    }

    public LocalDay Plus(int days) => new(Number + days, zone, clocks);

    /// <param name="minute">As the clocks show it, from midnight; 0 is the start of the date.</param>
    public Instant InstantOf(int minute) => midnight is { } seconds
        ? Instant.FromUnixTimeSeconds(seconds + minute * 60)
        : MoscowTime.InstantOf(DayPairs.DateOf(Number).AtMidnight().PlusMinutes(minute), zone);

    /// <summary>The Unix time at which the date begins if the clocks keep this offset from the day before until the day after.</summary>
    private static long? MidnightBy(ZoneInterval clocks, int number)
    {
        var seconds = (long)number * SecondsOfDay - clocks.WallOffset.Seconds;
        var keeps = (!clocks.HasStart || clocks.Start <= Instant.FromUnixTimeSeconds(seconds - SecondsOfDay))
            && (!clocks.HasEnd || Instant.FromUnixTimeSeconds(seconds + SecondsOfDay) < clocks.End);
        return keeps ? seconds : null;
    }
}
