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
    /// <summary>What was read off so far: each day is looked at for every minute of it and of the days around.</summary>
    private readonly Dictionary<(WeeklyHours? Hours, LocalDate Date, bool Holiday), IReadOnlyList<(Instant Start, Instant End)>> known = [];

    public HoursTimeline Timeline => new(Calendar, Zone, Statements, Overrides, Incidents);

    public HoursState StateAt(Instant moment)
    {
        if (Incidents.Any(incident => incident.Covers(moment)))
            return HoursState.Closed;
        // Of the dates that may be holidays or not, in every way in which they may.
        var uncertain = Around(moment).Where(date => Calendar.DayOf(date).Possible is not null).ToList();
        var states = Enumerable.Range(0, 1 << uncertain.Count)
            .Select(way => StateAt(moment, uncertain.Where((_, i) => (way >> i & 1) == 1).ToHashSet()))
            .Distinct()
            .ToList();
        return states is [var only] ? only : HoursState.Disputed;
    }

    private HoursState StateAt(Instant moment, HashSet<LocalDate> holidays)
    {
        var today = moment.InZone(Zone).Date;
        if (Statements.Count == 0)
        {
            return IsInside(null, moment, holidays) ? HoursState.Open
                : OverrideOn(today) is not null ? HoursState.Closed
                : HoursState.Unstated;
        }

        var open = Statements.Count(hours => IsInside(hours, moment, holidays));
        return open == Statements.Count ? HoursState.Open : open == 0 ? HoursState.Closed : HoursState.Disputed;
    }

    /// <summary>What decides, read off the definition.</summary>
    public Layers LayersAt(Instant moment)
    {
        var shown = moment.InZone(Zone).Date;
        // Clocks that go back across midnight show a date again that is over.
        var today = InstantOf(shown.PlusDays(1), 0) <= moment ? shown.PlusDays(1) : shown;
        var date = !Runs(today, moment) && Runs(today.PlusDays(-1), moment) ? today.PlusDays(-1) : today;
        return new Layers(Incidents.Where(incident => incident.Covers(moment)).MinBy(incident => incident.Start), OverrideOn(date), date);
    }

    /// <summary>Whether a window that starts on the date covers the moment.</summary>
    private bool Runs(LocalDate date, Instant moment) =>
        Statements.DefaultIfEmpty(null).SelectMany(hours => SpansOn(hours, date, holiday: false).Concat(SpansOn(hours, date, holiday: true))).Any(span => span.Start <= moment && moment < span.End);

    private IEnumerable<LocalDate> Around(Instant moment) => Enumerable.Range(-2, 4).Select(moment.InZone(Zone).Date.PlusDays);

    private bool IsInside(WeeklyHours? hours, Instant moment, HashSet<LocalDate> holidays) =>
        Around(moment).Any(date => SpansOn(hours, date, holidays.Contains(date)).Any(span => span.Start <= moment && moment < span.End));

    private IReadOnlyList<(Instant Start, Instant End)> SpansOn(WeeklyHours? hours, LocalDate date, bool holiday) => known.TryGetValue((hours, date, holiday), out var spans)
        ? spans
        : known[(hours, date, holiday)] = [.. WindowsOn(hours, date, holiday).Select(window => (InstantOf(date, window.StartMinute), InstantOf(date, window.EndMinute)))];

    /// <param name="holiday">Whether the date turns out to be one, where that is not known.</param>
    private IReadOnlyList<TimeWindow> WindowsOn(WeeklyHours? hours, LocalDate date, bool holiday) =>
        OverrideOn(date)?.Windows ?? hours?.On(Calendar.DayOf(date).Possible is not { } possible ? Calendar.KindOf(date) : holiday ? DayKind.Holiday : possible.Otherwise) ?? [];

    private Override? OverrideOn(LocalDate date) => Overrides.FirstOrDefault(replacement => replacement.Yearly is { } first
        ? EveryYear(first, replacement.YearlyTo ?? first).Contains(new AnnualDate(date.Month, date.Day))
        : replacement.From <= date && date <= replacement.To);

    /// <summary>One day after the other, in years of which the one after the New Year is a leap year.</summary>
    private static IEnumerable<AnnualDate> EveryYear(AnnualDate first, AnnualDate last)
    {
        for (var date = first.InYear(first.Month > 2 ? 1999 : 2000); ; date = date.PlusDays(1))
        {
            var day = new AnnualDate(date.Month, date.Day);
            yield return day;
            if (day == last)
                yield break;
        }
    }

    private Instant InstantOf(LocalDate date, int minute) => MoscowTime.InstantOf(date.AtMidnight().PlusMinutes(minute), Zone);
}
