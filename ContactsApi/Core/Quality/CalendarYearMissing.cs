namespace ContactsApi.Core.Quality;

/// <summary>This year or the next rests on the statute alone. Decrees are published in the autumn before.</summary>
public static class CalendarYearMissing
{
    private static readonly Doubt Missing = new("calendar-year-missing", Severity.Warning, new(
        "Найдите постановление Правительства о переносе выходных на этот год (выходит обычно к осени) и внесите его в календарь.",
        "Find the government's decree on the days off of that year, as a rule published by autumn, and enter it in the calendar."));

    public static QualityRule Rule { get; } = new(Find, Missing);

    private static IEnumerable<Finding> Find(Examination examination) =>
        from year in new[] { examination.Today.Year, examination.Today.Year + 1 }
        where examination.Catalog.Years.All(known => known.Year != year)
        select Missing.Found(new(
            $"Для {year} года нет постановления о переносе выходных: дни этого года взяты по закону и могут измениться.",
            $"For {year} there is no decree on days off: the days of that year follow the law alone and may still change."));
}
