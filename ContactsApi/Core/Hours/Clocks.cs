using System.Collections.Concurrent;
using ContactsApi.Core.Calendar;
using NodaTime;

namespace ContactsApi.Core.Hours;

/// <summary>The clocks of one zone as a table, for the dates that <see cref="DayPairs"/> numbers.</summary>
public sealed class Clocks
{
    private static readonly ConcurrentDictionary<DateTimeZone, Clocks> Tables = new();

    /// <summary>The Unix times, in seconds, at which the clocks change.</summary>
    private readonly long[] changes;
    private readonly SteadyDays[] spans;

    private Clocks(DateTimeZone zone)
    {
        Zone = zone;
        var start = Instant.FromUnixTimeSeconds(0);
        var intervals = zone.GetZoneIntervals(start, start + Duration.FromDays(DayPairs.Days)).ToList();
        changes = [.. intervals.Skip(1).Select(interval => interval.Start.ToUnixTimeSeconds())];
        spans =
        [
            .. intervals.Select(interval => new SteadyDays(
                interval.WallOffset.Seconds,
                interval.HasStart ? DayPairs.NumberOf(interval.IsoLocalStart.Date) + 2 : 0,
                interval.HasEnd ? DayPairs.NumberOf(interval.IsoLocalEnd.Date) - 2 : DayPairs.Days)),
        ];
    }

    public DateTimeZone Zone { get; }

    public static Clocks Of(DateTimeZone zone) => Tables.GetOrAdd(zone, known => new Clocks(known));

    /// <summary>The clocks at a Unix time in seconds.</summary>
    public SteadyDays At(long seconds)
    {
        var found = Array.BinarySearch(changes, seconds);
        return spans[found < 0 ? ~found : found + 1];
    }
}

/// <summary>Dates around which the clocks of a zone keep one offset from UTC.</summary>
/// <param name="Offset">In seconds.</param>
/// <param name="First">The first date, well after the change before, counted as <see cref="DayPairs"/> does.</param>
/// <param name="Last">The last date, well before the next change.</param>
public readonly record struct SteadyDays(int Offset, int First, int Last)
{
    public bool Include(int number) => First <= number && number <= Last;
}
