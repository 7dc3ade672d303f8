using NodaTime;

namespace ContactsApi.Core.Hours;

/// <summary>One date in a zone, and where its minutes fall.</summary>
public readonly struct LocalDay
{
    private readonly DateTimeZone zone;
    private readonly bool clocksStandStill;

    public LocalDay(LocalDate date, DateTimeZone zone)
        : this(date, zone, MoscowTime.InstantOf(date.AtMidnight(), zone))
    {
    }

    private LocalDay(LocalDate date, DateTimeZone zone, Instant start)
    {
        this.zone = zone;
        Date = date;
        Start = start;
        // On nearly every date the clocks do not change; then its minutes need no look into the zone.
        var offset = zone.GetZoneInterval(start);
        clocksStandStill = start.Plus(Duration.FromDays(1)) < (offset.HasEnd ? offset.End : Instant.MaxValue)
            && start.WithOffset(offset.WallOffset).TimeOfDay == LocalTime.Midnight;
        End = clocksStandStill ? start + Duration.FromDays(1) : MoscowTime.InstantOf(date.PlusDays(1).AtMidnight(), zone);
    }

    public LocalDate Date { get; }

    /// <summary>The first instant of the date.</summary>
    public Instant Start { get; }

    /// <summary>The first instant of the next date.</summary>
    public Instant End { get; }

    public LocalDay Next => new(Date.PlusDays(1), zone, End);

    /// <param name="minute">As the clocks show it, from midnight; 0 is the start of the date.</param>
    public Instant InstantOf(int minute) => clocksStandStill
        ? Start + Duration.FromMinutes(minute)
        : MoscowTime.InstantOf(Date.AtMidnight().PlusMinutes(minute), zone);
}
