using NodaTime;

namespace ContactsApi.Core.Calendar;

/// <summary>A non-working holiday that comes every year on the same date.</summary>
public sealed record StatutoryHoliday(AnnualDate Date, LocalizedText Name);

/// <summary>The non-working holidays of the Labour Code (article 112), which every year has, with or without a decree.</summary>
public sealed record Statute(LocalizedText Reference, IReadOnlyList<StatutoryHoliday> Holidays)
{
    /// <summary>The first year in which two days off of January are moved by decree.</summary>
    public const int FirstYearOfMoves = 2013;

    /// <summary>
    /// The days of a year for which no decree is known. A holiday that falls on a weekend, January's aside, moves its day off
    /// to the next working day. The working day right before a holiday is an hour shorter (Labour Code, article 95).
    /// </summary>
    public IEnumerable<CalendarDay> Project(int year)
    {
        var holidays = HolidaysOf(year);
        var movedTo = new Dictionary<LocalDate, LocalDate>();
        foreach (var holiday in holidays.Keys.Where(date => IsWeekend(date) && date.Month != 1).Order())
        {
            var next = holiday.PlusDays(1);
            while (IsWeekend(next) || holidays.ContainsKey(next) || movedTo.ContainsKey(next))
                next = next.PlusDays(1);
            movedTo[next] = holiday;
        }

        foreach (var date in DatesOf(year))
        {
            var day = new CalendarDay(date, CalendarBasis.Statute)
            {
                Holiday = holidays.GetValueOrDefault(date),
                MovedFrom = movedTo.TryGetValue(date, out var from) ? from : null,
            };
            yield return day with { Shortened = day.Kind == DayKind.Workday && IsHoliday(date.PlusDays(1)) };
        }
    }

    /// <summary>
    /// How many days off of January the government still has to move to other dates, where there is no decree yet: two of those on
    /// which a holiday falls (Labour Code, article 112, as amended in 2012).
    /// </summary>
    public int DaysToBeMoved(int year) =>
        year < FirstYearOfMoves ? 0 : Math.Min(2, HolidaysOf(year).Keys.Count(date => date.Month == 1 && IsWeekend(date)));

    /// <summary>One on 29 February is there in leap years alone.</summary>
    public IReadOnlyDictionary<LocalDate, LocalizedText> HolidaysOf(int year) =>
        Holidays.Where(holiday => holiday.Date.IsValidYear(year)).ToDictionary(holiday => holiday.Date.InYear(year), holiday => holiday.Name);

    public static DateInterval DatesOf(int year) => new(new LocalDate(year, 1, 1), new LocalDate(year, 12, 31));

    private bool IsHoliday(LocalDate date) => Holidays.Any(holiday => holiday.Date == new AnnualDate(date.Month, date.Day));

    private static bool IsWeekend(LocalDate date) => date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday;
}
