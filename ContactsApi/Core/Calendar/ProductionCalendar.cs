using System.Collections.Concurrent;
using NodaTime;

namespace ContactsApi.Core.Calendar;

/// <summary>
/// The Russian production calendar: which dates are working days. A year with a decree follows it; every other year is
/// projected from the statute.
/// </summary>
public sealed class ProductionCalendar
{
    /// <summary>No moment of an answer lies outside these years.</summary>
    private const int FirstYear = 1970, LastYear = 2110;

    private readonly Dictionary<int, DecreeYear> decrees;
    private readonly ConcurrentDictionary<int, CalendarDay[]> expandedYears = new();

    /// <summary>In turn the beginnings and the ends of runs of years with decrees.</summary>
    private readonly Instant[] turnsOfBasis;

    public ProductionCalendar(Statute statute, IEnumerable<DecreeYear> decreeYears)
    {
        Statute = statute;
        decrees = decreeYears.ToDictionary(year => year.Year);
        turnsOfBasis =
        [
            .. from year in decrees.Keys.Where(year => year is > FirstYear and < LastYear).Order()
               from turn in new[] { year, year + 1 }
               where BasisOf(turn - 1) != BasisOf(turn)
               select MoscowTime.InstantOf(new LocalDateTime(turn, 1, 1, 0, 0), MoscowTime.Zone),
        ];
        Pairs = new DayPairs(this);
    }

    /// <summary>The holidays of every year.</summary>
    public Statute Statute { get; }

    public DayPairs Pairs { get; }

    public CalendarDay DayOf(LocalDate date) => DaysOf(date.Year)[date.DayOfYear - 1];

    public DayKind KindOf(LocalDate date) => DayOf(date).Kind;

    public CalendarBasis BasisOf(int year) => decrees.ContainsKey(year) ? CalendarBasis.Decree : CalendarBasis.Statute;

    /// <summary>The basis of the year in which an instant lies by Moscow's date.</summary>
    public CalendarBasis BasisAt(Instant moment) => TurnsUntil(moment) % 2 == 1 ? CalendarBasis.Decree : CalendarBasis.Statute;

    /// <summary>The first New Year after the moment at which <see cref="BasisAt"/> changes; nothing if it never does.</summary>
    public Instant? NextChangeOfBasis(Instant moment) =>
        TurnsUntil(moment) is var turn && turn < turnsOfBasis.Length ? turnsOfBasis[turn] : null;

    /// <summary>What the basis of a year is called: its decree, or the statute.</summary>
    public LocalizedText SourceOf(int year) => decrees.TryGetValue(year, out var decree) ? decree.Decree : Statute.Reference;

    /// <summary>All dates of a year, in order.</summary>
    public IReadOnlyList<CalendarDay> DaysOf(int year) => expandedYears.GetOrAdd(year, Expand);

    private CalendarDay[] Expand(int year) =>
        (decrees.TryGetValue(year, out var decree) ? decree.Expand(Statute) : Statute.Project(year)).ToArray();

    private int TurnsUntil(Instant moment)
    {
        var turns = 0;
        while (turns < turnsOfBasis.Length && turnsOfBasis[turns] <= moment)
            turns++;
        return turns;
    }
}
