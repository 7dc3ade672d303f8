using ContactsApi.Core.Calendar;
using NodaTime;

namespace ContactsApi.Core.Hours;

/// <summary>One date in a zone, and where its minutes fall.</summary>
public readonly struct LocalDay
{
    private readonly Clocks clocks;

    /// <summary>Among these is nearly every date; near a change of clocks each minute has to be looked up in the zone.</summary>
    private readonly SteadyDays steady;

    private LocalDay(int number, Clocks clocks, SteadyDays steady)
    {
        Number = number;
        this.clocks = clocks;
        this.steady = steady;
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
        return day.IsSteady || moment < day.End ? day : day.Plus(1);
    }

    public LocalDay Plus(int days)
    {
        var number = Number + days;
        return new LocalDay(number, clocks, steady.Include(number) ? steady : clocks.At(number * (long)NodaConstants.SecondsPerDay));
    }

    /// <param name="minute">As the clocks show it, from midnight; 0 is the start of the date.</param>
    public Instant InstantOf(int minute) => IsSteady
        ? Instant.FromUnixTimeSeconds(Number * (long)NodaConstants.SecondsPerDay - steady.Offset + minute * 60)
        : MoscowTime.InstantOf(DayPairs.DateOf(Number).AtMidnight().PlusMinutes(minute), clocks.Zone);

    private bool IsSteady => steady.Include(Number);
}
