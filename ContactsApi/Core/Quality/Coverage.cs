using System.Numerics;
using ContactsApi.Core.Hours;

namespace ContactsApi.Core.Quality;

/// <summary>
/// The minutes of each day kind at which weekly hours are open: bit i is minute i from midnight, past 24:00 for windows that
/// run past midnight. Two schedules that are open alike are equal, however their windows are cut.
/// </summary>
public sealed record Coverage(BigInteger Workday, BigInteger Saturday, BigInteger Sunday, BigInteger Holiday)
{
    private static readonly BigInteger WholeDay = Span(0, TimeWindow.MinutesOfDay);

    public static Coverage None { get; } = new(0, 0, 0, 0);

    /// <summary>Whether each day has the same hours, and they are neither none nor all of it.</summary>
    public bool IsTheSamePartOfEveryDay =>
        Kinds.All(minutes => minutes == Workday) && !Workday.IsZero && (Workday & WholeDay) != WholeDay;

    private BigInteger[] Kinds => [Workday, Saturday, Sunday, Holiday];

    public static Coverage Of(WeeklyHours hours) =>
        new(Minutes(hours.Workday), Minutes(hours.Saturday), Minutes(hours.Sunday), Minutes(hours.Holiday));

    public Coverage Or(Coverage other) =>
        new(Workday | other.Workday, Saturday | other.Saturday, Sunday | other.Sunday, Holiday | other.Holiday);

    public bool IsNarrowerThan(Coverage other) => this != other && Or(other) == other;

    /// <summary>Whether the two name different hours for some day kind for which both name any.</summary>
    public bool ClashesWith(Coverage other) =>
        Kinds.Zip(other.Kinds).Any(pair => !pair.First.IsZero && !pair.Second.IsZero && pair.First != pair.Second);

    private static BigInteger Minutes(IReadOnlyList<TimeWindow> windows) => windows.Aggregate(
        BigInteger.Zero, (minutes, window) => minutes | Span(window.StartMinute, window.EndMinute));

    private static BigInteger Span(int start, int end) => ((BigInteger.One << (end - start)) - 1) << start;
}
