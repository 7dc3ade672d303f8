using ContactsApi.Core.Calendar;
using NodaTime;

namespace ContactsApi.Core.Quality;

/// <summary>This year, or in November and December the next one too, rests on the statute alone. Decrees are published in the autumn before.</summary>
public static class CalendarYearMissing
{
    /// <summary>From the first of this month on the decree of the next year is known as a rule.</summary>
    private const int MonthOfTheNext = 11;

    private static readonly FindingKind Missing = new("calendar-year-missing", Severity.Warning, new(
        "Найдите постановление Правительства о переносе выходных на этот год (выходит обычно к осени) и внесите его в календарь.",
        "Find the government's decree on the days off of that year, as a rule published by autumn, and enter it in the calendar."));

    public static QualityRule Rule { get; } = new(Find, Missing);

    /// <summary>A finding for each year whose decree should be known on a date in Moscow, and is not.</summary>
    public static IEnumerable<Finding> In(ProductionCalendar calendar, LocalDate today) =>
        from year in today.Month < MonthOfTheNext ? [today.Year] : new[] { today.Year, today.Year + 1 }
        where calendar.BasisOf(year) == CalendarBasis.Statute
        select Missing.Found(new(
            $"Для {year} года нет постановления о переносе выходных: дни этого года взяты по закону и могут измениться.",
            $"For {year} there is no decree on days off: the days of that year follow the law alone and may still change."));

    private static IEnumerable<Finding> Find(QualityContext context) => In(context.Index.Calendar, context.Today);
}
