using ContactsApi.Core.Calendar;
using ContactsApi.Core.Hours;
using NodaTime;

namespace ContactsApi.Features.Formats.OpeningHours;

/// <summary>The dates of every year on which public holidays begin and end: what runs past midnight differs there.</summary>
public sealed class HolidayTurns
{
    private readonly HashSet<AnnualDate> holidays;

    public HolidayTurns(Statute statute)
    {
        holidays = [.. statute.Holidays.Select(holiday => holiday.Date)];
        Firsts = [.. holidays.Where(date => !holidays.Contains(Next(date, -1))).Order()];
        DaysAfter = [.. holidays.Select(date => Next(date, 1)).Where(date => !holidays.Contains(date)).Order()];
    }

    /// <summary>The holidays that follow none, in order.</summary>
    public IReadOnlyList<AnnualDate> Firsts { get; }

    /// <summary>The days after holidays that are none, in order.</summary>
    public IReadOnlyList<AnnualDate> DaysAfter { get; }

    /// <summary>The hours on a date, as who knows the weekday and the public holidays takes them to be.</summary>
    public DayPlan PlanOn(LocalDate date, UsualHours hours) => PlanOn(new AnnualDate(date.Month, date.Day), date.DayOfWeek, hours);

    /// <inheritdoc cref="PlanOn(LocalDate, UsualHours)"/>
    public DayPlan PlanOn(AnnualDate date, IsoDayOfWeek day, UsualHours hours) => IsHoliday(date)
        ? Firsts.Contains(date) ? hours.OnHolidayAfterNone(day) : hours.OnHolidays
        : DaysAfter.Contains(date) ? hours.AfterHoliday(day) : hours.On(day);

    public bool IsHoliday(AnnualDate date) => holidays.Contains(date);

    /// <summary>By a year that is no leap year, which all but one in four are; 29 February counts as the day before it.</summary>
    public static AnnualDate Next(AnnualDate date, int days)
    {
        var next = date.InYear(2001).PlusDays(days);
        return new AnnualDate(next.Month, next.Day);
    }
}
