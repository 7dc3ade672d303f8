using System.Collections.Concurrent;
using NodaTime;

namespace ContactsApi.Core.Calendar;

/// <summary>
/// The Russian production calendar: which dates are working days. A year with a decree follows it; every other year is
/// projected from the statute.
/// </summary>
public sealed class ProductionCalendar(Statute statute, IEnumerable<DecreeYear> decreeYears)
{
    private readonly Dictionary<int, DecreeYear> decrees = decreeYears.ToDictionary(year => year.Year);
    private readonly ConcurrentDictionary<int, CalendarDay[]> expandedYears = new();

    public CalendarDay DayOf(LocalDate date) => DaysOf(date.Year)[date.DayOfYear - 1];

    public DayKind KindOf(LocalDate date) => DayOf(date).Kind;

    public CalendarBasis BasisOf(int year) => decrees.ContainsKey(year) ? CalendarBasis.Decree : CalendarBasis.Statute;

    /// <summary>What the basis of a year is called: its decree, or the statute.</summary>
    public Text SourceOf(int year) => decrees.TryGetValue(year, out var decree) ? decree.Decree : statute.Reference;

    /// <summary>All dates of a year, in order.</summary>
    public IReadOnlyList<CalendarDay> DaysOf(int year) => expandedYears.GetOrAdd(year, Expand);

    private CalendarDay[] Expand(int year) =>
        (decrees.TryGetValue(year, out var decree) ? decree.Expand(statute) : statute.Project(year)).ToArray();
}
