using NodaTime;

namespace ContactsApi.Core.Calendar;

/// <summary>What the decrees of one year add to the statutory holidays. Statutory holidays are not repeated here.</summary>
/// <param name="Year">The calendar year.</param>
/// <param name="Decree">The decree on which the year rests.</param>
public sealed record DecreeYear(int Year, LocalizedText Decree)
{
    public IReadOnlyList<NonWorkingPeriod> NonWorking { get; init; } = [];

    public IReadOnlyList<DecreeDay> Days { get; init; } = [];

    public IEnumerable<CalendarDay> Expand(Statute statute)
    {
        var holidays = statute.HolidaysOf(Year);
        var facts = Days.ToDictionary(day => day.Date);
        foreach (var date in Statute.DatesOf(Year))
        {
            var fact = facts.GetValueOrDefault(date);
            yield return new CalendarDay(date, CalendarBasis.Decree)
            {
                Holiday = holidays.GetValueOrDefault(date),
                MovedFrom = fact?.MovedFrom,
                NonWorkingBy = NonWorking.FirstOrDefault(period => period.From <= date && date <= period.To)?.Decree,
                OrdinaryWeekend = fact?.OrdinaryWeekend ?? false,
                WorkingWeekend = fact?.WorkingWeekend ?? false,
                Shortened = fact?.Shortened ?? false,
            };
        }
    }
}

/// <summary>Dates declared non-working by a decree, both ends included.</summary>
public sealed record NonWorkingPeriod(LocalDate From, LocalDate To, LocalizedText Decree);

/// <summary>One date of which a decree says something; several facts may hold of it at once.</summary>
public sealed record DecreeDay(LocalDate Date)
{
    /// <inheritdoc cref="CalendarDay.MovedFrom"/>
    public LocalDate? MovedFrom { get; init; }

    /// <inheritdoc cref="CalendarDay.OrdinaryWeekend"/>
    public bool OrdinaryWeekend { get; init; }

    /// <inheritdoc cref="CalendarDay.WorkingWeekend"/>
    public bool WorkingWeekend { get; init; }

    /// <inheritdoc cref="CalendarDay.Shortened"/>
    public bool Shortened { get; init; }
}
