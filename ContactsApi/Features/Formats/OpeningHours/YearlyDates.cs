using ContactsApi.Core.Calendar;
using ContactsApi.Core.Hours;
using NodaTime;

namespace ContactsApi.Features.Formats.OpeningHours;

/// <summary>The dates of every year for which an override comes back, and those after, into which windows may run: how they are on each weekday.</summary>
public sealed class YearlyDates
{
    private readonly HolidayTurns turns;
    private readonly UsualHours hours;
    private readonly HashSet<AnnualDate> covered;
    private readonly AnnualDate[] dates;

    public YearlyDates(HolidayTurns turns, UsualHours hours)
    {
        (this.turns, this.hours) = (turns, hours);
        covered = [.. new DateInterval(new(2000, 1, 1), new(2000, 12, 31)).Where(IsYearly).Select(Of)];
        dates = [.. covered.Union(covered.Select(date => HolidayTurns.Next(date, 1))).Order()];
    }

    public bool Covers(LocalDate date) => covered.Contains(Of(date));

    /// <summary>The dates of leap years, from one on, that may be otherwise than in other years.</summary>
    public static IEnumerable<LocalDate> LeapDaysFrom(LocalDate first) =>
        from year in Enumerable.Range(first.Year, DateSet.LastDate.Year - first.Year + 1)
        where CalendarSystem.Iso.IsLeapYear(year)
        from date in new LocalDate[] { new(year, 2, 29), new(year, 3, 1) }
        where date >= first
        select date;

    /// <summary>The hours on a date, as who knows the weekday, the public holidays and what comes back every year takes them to be.</summary>
    public DayPlan PlanOn(LocalDate date) =>
        dates.Contains(Of(date)) ? hours.On(Of(date), date.DayOfWeek, turns.IsHoliday) : turns.PlanOn(date, hours);

    /// <summary>What has to be told of them: dates that are alike, in order, and the weekdays on which they are so.</summary>
    public IEnumerable<(IReadOnlyList<AnnualDate> Dates, IReadOnlyList<IsoDayOfWeek> Days, DayPlan Plan)> Told =>
        from date in dates
        from day in UsualHours.Week
        let plan = hours.On(date, day, turns.IsHoliday)
        where covered.Contains(date) || plan != turns.PlanOn(date, day, hours)
        group day by (Date: date, Plan: plan) into days
        let alike = string.Join(',', days)
        group (days.Key.Date, Days: days.ToList()) by (days.Key.Plan, alike) into same
        select ((IReadOnlyList<AnnualDate>)[.. same.Select(one => one.Date)], (IReadOnlyList<IsoDayOfWeek>)same.First().Days, same.Key.Plan);

    /// <summary>
    /// Whether it is told of every year. 29 February is only amid other dates: where a range begins or ends with it, readers take
    /// it for 1 March in years that have none.
    /// </summary>
    private bool IsYearly(LocalDate date) => hours.Yearly.FirstOrDefault(one => one.Covers(date)) is { } one
        && (date is not { Month: 2, Day: 29 } || (one.Covers(date.PlusDays(-1)) && one.Covers(date.PlusDays(1))));

    private static AnnualDate Of(LocalDate date) => new(date.Month, date.Day);
}
