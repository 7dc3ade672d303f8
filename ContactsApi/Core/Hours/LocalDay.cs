using ContactsApi.Core.Calendar;
using NodaTime;

namespace ContactsApi.Core.Hours;

/// <summary>One date in a zone, and where its minutes fall.</summary>
public readonly struct LocalDay
{
    private readonly Clocks clocks;

    /// <summary>The offset from UTC on nearly every date; none near a change of clocks, where each minute has to be looked up.</summary>
    private readonly int? offset;

    private LocalDay(int number, Clocks clocks, SteadyDays likely)
    {
        Number = number;
        this.clocks = clocks;
        offset = likely.Include(number) ? likely.Offset : null;
    }

    /// <summary>Counted as <see cref="DayPairs"/> does.</summary>
    public int Number { get; }

    /// <summary>The first instant of the next date.</summary>
    public Instant End => InstantOf(TimeWindow.MinutesOfDay);

    /// <summary>The date in which the moment lies, from its first instant to that of the next date.</summary>
    public static LocalDay Of(Instant moment, Clocks clocks)
    {
        var seconds = moment.ToUnixTimeSeconds();
        var steady = clocks.At(seconds);
        var day = new LocalDay((int)((seconds + steady.Offset) / NodaConstants.SecondsPerDay), clocks, steady);
        // Clocks that go back across midnight show a date again that is over.
        return day.offset is not null || moment < day.End ? day : day.Plus(1);
    }

    public LocalDay Plus(int days) => new(Number + days, clocks, clocks.At((Number + days) * (long)NodaConstants.SecondsPerDay));

    /// <param name="minute">As the clocks show it, from midnight; 0 is the start of the date.</param>
    public Instant InstantOf(int minute) => offset is { } seconds
        ? Instant.FromUnixTimeSeconds(Number * (long)NodaConstants.SecondsPerDay - seconds + minute * 60)
        : MoscowTime.InstantOf(DayPairs.DateOf(Number).AtMidnight().PlusMinutes(minute), clocks.Zone);
}
