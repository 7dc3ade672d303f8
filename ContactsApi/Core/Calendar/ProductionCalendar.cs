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

    private readonly Workdays?[] workdays = new Workdays?[2];

    /// <param name="regional">Nothing for the calendar of all Russia.</param>
    public ProductionCalendar(Statute statute, IEnumerable<DecreeYear> decreeYears, RegionalHolidays? regional = null)
    {
        Statute = statute;
        Regional = regional;
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

    /// <summary>What the federal subject adds; nothing in the calendar of all Russia.</summary>
    public RegionalHolidays? Regional { get; }

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

    /// <summary>Whether a working day of the week is an hour shorter.</summary>
    public bool IsShortened(LocalDate date, WorkWeek week) => week == WorkWeek.FiveDay
        ? DayOf(date).Shortened
        : DayOf(date).IsWorkday(week) && DayOf(date.PlusDays(1)).IsHoliday;

    /// <summary>The working days of a week, made ready when they are first asked for.</summary>
    public Workdays WorkdaysOf(WorkWeek week) => workdays[(int)week] ??= Compile(week);

    /// <summary>The basis of the dates in a zone on which instants lie, the weakest of them: by Moscow's year, and whether a holiday may fall on the date.</summary>
    public CalendarBasis BasisOf(DateTimeZone zone, params ReadOnlySpan<Instant?> shown)
    {
        var weakest = CalendarBasis.Decree;
        foreach (var instant in shown)
        {
            if (instant is not { } at)
                continue;
            var basis = Regional is not null && (IsUncertain(at) || IsUncertain(at - Duration.Epsilon)) ? CalendarBasis.Provisional : BasisAt(at);
            weakest = basis > weakest ? basis : weakest;
        }

        return weakest;

        // What ends with the date before rests on that.
        bool IsUncertain(Instant at) => DayOf(at.InZone(zone).Date).Possible is not null;
    }

    /// <summary>The same of all dates in a zone that a span touches.</summary>
    public CalendarBasis BasisOf(DateTimeZone zone, Interval span)
    {
        var (first, last) = (span.Start, span.End - Duration.Epsilon);
        return Regional is not null && new DateInterval(first.InZone(zone).Date, last.InZone(zone).Date).Any(date => DayOf(date).Possible is not null)
            ? CalendarBasis.Provisional
            : (CalendarBasis)Math.Max((int)BasisAt(first), (int)BasisAt(last));
    }

    /// <summary>What the kinds of dates rest on: the weakest basis of them.</summary>
    public CalendarBasis BasisOf(LocalDate from, LocalDate to)
    {
        var provisional = Regional is null ? 0 : WorkdaysOf(WorkWeek.FiveDay).CountProvisional(from, to);
        return provisional > 0 ? CalendarBasis.Provisional : Years(from, to).Max(BasisOf);
    }

    /// <summary>How many days off of the years that dates lie in are still to be moved by decrees that are not known, from where to where nobody knows.</summary>
    public int DaysToBeMoved(LocalDate from, LocalDate to) =>
        Years(from, to).Where(year => BasisOf(year) == CalendarBasis.Statute).Sum(Statute.DaysToBeMoved);

    private static IReadOnlyList<int> Years(LocalDate from, LocalDate to) => [.. Enumerable.Range(from.Year, to.Year - from.Year + 1)];

    private Workdays Compile(WorkWeek week)
    {
        var (first, last) = (DateSet.FirstDate.Year, DateSet.LastDate.Year);
        // The years are expanded anew: kept, they would take a hundred times as much as what is made of them.
        var days = Enumerable.Range(first, last + 2 - first).SelectMany(Expand).ToList();
        var worked = days.Where(day => day.IsWorkday(week)).ToList();
        var shortened = week == WorkWeek.FiveDay
            ? worked.Where(day => day.Shortened).Select(day => day.Date)
            : days.Zip(days.Skip(1)).Where(pair => pair.First.IsWorkday(week) && pair.Second.IsHoliday).Select(pair => pair.First.Date);
        var provisional = days.Where(day => day.Basis == CalendarBasis.Provisional).Select(day => day.Date);
        return new Workdays(new DateSet(worked.Select(day => day.Date)), new DateSet(shortened), new DateSet(provisional));
    }

    private CalendarDay[] Expand(int year)
    {
        var days = (decrees.TryGetValue(year, out var decree) ? decree.Expand(Statute) : Statute.Project(year)).ToArray();
        return Regional is null ? days : WithHolidays(days, Regional, year);
    }

    /// <summary>
    /// The days of a year with the holidays of a federal subject. They are added after all moves of the federal calendar, which knows
    /// nothing of them; the working day before one is an hour shorter (Labour Code, article 95). What may be a day off, or may be followed
    /// by one, is provisional.
    /// </summary>
    private static CalendarDay[] WithHolidays(CalendarDay[] days, RegionalHolidays regional, int year)
    {
        var holidays = regional.DaysOf(year).Where(holiday => holiday.Date.Year == year).ToList();
        var certain = WithHolidays(days, [.. holidays.Where(holiday => !holiday.Provisional)], regional.MovesFromWeekend == true);
        var likely = WithHolidays(certain, [.. holidays.Where(holiday => holiday.Provisional)], regional.MovesFromWeekend == true);
        // By date, since a holiday that may fall on a weekend may also make the working day after it one off.
        var possible = new Dictionary<int, RegionalDay>();
        foreach (var holiday in regional.PossibleIn(year).Where(holiday => IsWorkedOrWeekend(holiday.Date.DayOfYear - 1)))
            possible.TryAdd(holiday.Date.DayOfYear - 1, holiday);
        RegionalDay[] whoseDayOffMayMove = regional.MovesFromWeekend switch
        {
            true => [.. possible.Values],
            false => [],
            null => [.. possible.Values, .. holidays.Where(holiday => !holiday.Provisional).Select(holiday => holiday with { Act = RegionalHolidays.MoveUnknown })],
        };
        foreach (var holiday in whoseDayOffMayMove.Where(holiday => IsWeekend(days[holiday.Date.DayOfYear - 1])))
        {
            if (Array.FindIndex(certain, holiday.Date.DayOfYear, day => day.Kind == DayKind.Workday) is var next and >= 0)
                possible.TryAdd(next, holiday);
        }

        foreach (var (i, holiday) in possible)
        {
            likely[i] = likely[i] with { Possible = new(holiday.Name, holiday.Act, certain[i].Kind), Basis = CalendarBasis.Provisional };
            if (i > 0 && likely[i - 1].Kind == DayKind.Workday)
                likely[i - 1] = likely[i - 1] with { Basis = CalendarBasis.Provisional };
        }

        return likely;

        bool IsWorkedOrWeekend(int i) => certain[i].Kind != DayKind.Holiday;
    }

    private static CalendarDay[] WithHolidays(CalendarDay[] before, IReadOnlyList<RegionalDay> holidays, bool dayOffMoves)
    {
        CalendarDay[] days = [.. before];
        foreach (var holiday in holidays)
            days[holiday.Date.DayOfYear - 1] = days[holiday.Date.DayOfYear - 1] with { Regional = holiday, Shortened = false };
        foreach (var holiday in holidays.Where(holiday => dayOffMoves && IsWeekend(before[holiday.Date.DayOfYear - 1])))
        {
            if (Array.FindIndex(days, holiday.Date.DayOfYear, day => day.Kind == DayKind.Workday) is var next and >= 0)
                days[next] = days[next] with { MovedFrom = holiday.Date, Shortened = false };
        }

        foreach (var i in holidays.Select(holiday => holiday.Date.DayOfYear - 2).Where(i => i >= 0 && days[i].Kind == DayKind.Workday))
            days[i] = days[i] with { Shortened = true };
        return days;
    }

    private static bool IsWeekend(CalendarDay day) => day.Kind is DayKind.Saturday or DayKind.Sunday;

    private int TurnsUntil(Instant moment)
    {
        var turns = 0;
        while (turns < turnsOfBasis.Length && turnsOfBasis[turns] <= moment)
            turns++;
        return turns;
    }
}
