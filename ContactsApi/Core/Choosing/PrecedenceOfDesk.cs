using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Hours;
using NodaTime;

namespace ContactsApi.Core.Choosing;

/// <summary>
/// Tells step by step what a <see cref="HoursTimeline"/> makes of incidents, overrides and statements. It looks at one moment
/// only, for those who ask why.
/// </summary>
public sealed class PrecedenceOfDesk(ContactDirectory directory, ServedChannel served)
{
    private readonly DateTimeZone zone = MoscowTime.ZoneOf(served.Channel.TimeZone);
    private readonly IReadOnlyList<WeeklyHours> statements = [.. served.CountingHours.Select(statement => directory.Schedules[statement.Schedule].Hours)];
    private readonly IReadOnlyList<Override> overrides = directory.OverridesOf(served.Channel);
    private readonly IReadOnlyList<Incident> incidents = directory.IncidentsOf(served.Channel);

    public Precedence At(Instant moment)
    {
        var today = DateOf(moment);
        var yesterday = today.PlusDays(-1);
        var runsOn = !Runs(WindowsOn(today), today, moment) && Runs(WindowsOn(yesterday), yesterday, moment);
        var date = runsOn ? yesterday : today;
        return new Precedence(
            incidents.Where(incident => incident.Covers(moment)).MinBy(incident => incident.Start),
            OverrideOf(date),
            directory.Calendar.DayOf(date),
            [.. statements.Select(hours => Runs(On(hours, today), today, moment) || Runs(On(hours, yesterday), yesterday, moment) ? HoursState.Open : HoursState.Closed)]);
    }

    /// <summary>The first instant after the moment at which something else is told: the end of the next date at the latest.</summary>
    public Instant NextChange(Instant moment)
    {
        var now = At(moment);
        var next = NextEdge(moment);
        while (At(next) == now)
            next = NextEdge(next);
        return next;
    }

    private Instant NextEdge(Instant moment)
    {
        var today = DateOf(moment);
        return new[] { today.PlusDays(-1), today }.SelectMany(date => EdgesOn(date))
            .Concat(incidents.SelectMany(incident => new[] { incident.Start, incident.End ?? Instant.MaxValue }))
            .Append(InstantOf(today, TimeWindow.MinutesOfDay))
            .Where(edge => edge > moment)
            .Min();
    }

    private IEnumerable<Instant> EdgesOn(LocalDate date) =>
        WindowsOn(date).Concat(statements.SelectMany(hours => On(hours, date)))
            .SelectMany(window => new[] { InstantOf(date, window.StartMinute), InstantOf(date, window.EndMinute) });

    private IEnumerable<TimeWindow> WindowsOn(LocalDate date) => OverrideOf(date)?.Windows ?? statements.SelectMany(hours => On(hours, date));

    private IReadOnlyList<TimeWindow> On(WeeklyHours hours, LocalDate date) => hours.On(directory.Calendar.KindOf(date));

    private Override? OverrideOf(LocalDate date) => overrides.FirstOrDefault(one => one.Covers(date));

    private bool Runs(IEnumerable<TimeWindow> windows, LocalDate date, Instant moment) =>
        windows.Any(window => InstantOf(date, window.StartMinute) <= moment && moment < InstantOf(date, window.EndMinute));

    /// <summary>The date that has begun last. Where clocks go back across midnight they show the date before once more.</summary>
    private LocalDate DateOf(Instant moment)
    {
        var date = moment.InZone(zone).Date;
        return InstantOf(date, TimeWindow.MinutesOfDay) <= moment ? date.PlusDays(1) : date;
    }

    private Instant InstantOf(LocalDate date, int minute) => MoscowTime.InstantOf(date.AtMidnight().PlusMinutes(minute), zone);
}
