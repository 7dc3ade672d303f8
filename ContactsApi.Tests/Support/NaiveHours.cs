using ContactsApi.Core;
using ContactsApi.Core.Calendar;
using ContactsApi.Core.Hours;
using NodaTime;

namespace ContactsApi.Tests.Support;

/// <summary>What a timeline is made of, with the state at an instant read off the definition, one window after the other.</summary>
public sealed record NaiveHours(
    ProductionCalendar Calendar,
    DateTimeZone Zone,
    IReadOnlyList<WeeklyHours> Statements,
    IReadOnlyList<Override> Overrides,
    IReadOnlyList<Incident> Incidents)
{
    public HoursTimeline Timeline => new(Calendar, Zone, Statements, Overrides, Incidents);

    public HoursState StateAt(Instant moment)
    {
        if (Incidents.Any(incident => incident.Covers(moment)))
            return HoursState.Closed;
        var today = moment.InZone(Zone).Date;
        if (Statements.Count == 0)
        {
            return IsInside(null, moment) ? HoursState.Open
                : OverrideOn(today) is not null ? HoursState.Closed
                : HoursState.Unstated;
        }

        var open = Statements.Count(hours => IsInside(hours, moment));
        return open == Statements.Count ? HoursState.Open : open == 0 ? HoursState.Closed : HoursState.Disputed;
    }

    private bool IsInside(WeeklyHours? hours, Instant moment)
    {
        var today = moment.InZone(Zone).Date;
        return Enumerable.Range(-2, 4).Select(today.PlusDays).Any(date => WindowsOn(hours, date).Any(window =>
            InstantOf(date, window.StartMinute) <= moment && moment < InstantOf(date, window.EndMinute)));
    }

    private IReadOnlyList<TimeWindow> WindowsOn(WeeklyHours? hours, LocalDate date) =>
        OverrideOn(date)?.Windows ?? hours?.On(Calendar.KindOf(date)) ?? [];

    private Override? OverrideOn(LocalDate date) => Overrides.FirstOrDefault(replacement => replacement.Covers(date));

    private Instant InstantOf(LocalDate date, int minute) => MoscowTime.InstantOf(date.AtMidnight().PlusMinutes(minute), Zone);
}
