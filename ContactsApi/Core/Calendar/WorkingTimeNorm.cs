using NodaTime;

namespace ContactsApi.Core.Calendar;

/// <summary>
/// The norm of working time of a span, by order 588n of the Ministry of Health and Social Development of 13 August 2009: the hours
/// of a week are divided by five, multiplied by the working days of the five-day week, and reduced by an hour for each shortened day.
/// Whatever the week, the hours are these.
/// </summary>
/// <param name="Period">Both ends included.</param>
/// <param name="Workdays">By the norm, which takes days that a decree declared non-working with pay for what they would have been.</param>
/// <param name="Shortened">How many of these are an hour shorter.</param>
/// <param name="NonWorking">How many of these were declared non-working with pay, and so were not worked.</param>
/// <param name="SixDayWorkdays">Working days of the six-day week, by the norm.</param>
public sealed record WorkingTimeNorm(DateInterval Period, int Workdays, int Shortened, int NonWorking, int SixDayWorkdays)
{
    public int DaysOff => Period.Length - Workdays;

    /// <summary>The working days on which people worked.</summary>
    public int Worked => Workdays - NonWorking;

    /// <param name="week">Hours a week, as 40, 36 or 24.</param>
    public decimal HoursOf(int week) => week / 5m * Workdays - Shortened;

    public static WorkingTimeNorm Of(ProductionCalendar calendar, DateInterval period)
    {
        var (workdays, shortened, nonWorking, sixDay) = (0, 0, 0, 0);
        foreach (var day in period.Select(calendar.DayOf))
        {
            var usual = day with { NonWorkingBy = null };
            sixDay += Counted(usual.IsWorkday(WorkWeek.SixDay));
            if (!usual.IsWorkday(WorkWeek.FiveDay))
                continue;
            workdays++;
            nonWorking += Counted(day.NonWorkingBy is not null);
            // Of a day that was not worked the calendar does not say that it would have been shorter; the Labour Code does (article 95).
            shortened += Counted(day.Shortened || (day.NonWorkingBy is not null && calendar.DayOf(day.Date.PlusDays(1)).IsHoliday));
        }

        return new WorkingTimeNorm(period, workdays, shortened, nonWorking, sixDay);
    }

    private static int Counted(bool holds) => holds ? 1 : 0;
}
