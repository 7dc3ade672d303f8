using ContactsApi.Core.Hours;
using NodaTime;

namespace ContactsApi.Core.Slots;

/// <summary>When a talk suits somebody, by the clocks of that one's zone.</summary>
/// <param name="Days">On which days.</param>
/// <param name="Windows">At which hours of them; one past midnight belongs to the day on which it starts.</param>
public sealed record Convenience(DateTimeZone Zone, IReadOnlySet<IsoDayOfWeek> Days, IReadOnlyList<TimeWindow> Windows)
{
    /// <summary>Waking hours: nobody is offered the night who did not ask for it.</summary>
    public static TimeWindow ByDay { get; } = TimeWindow.Parse("09:00-21:00");

    public static TimeWindow AtAnyTime { get; } = TimeWindow.Parse("00:00-24:00");

    public static IReadOnlySet<IsoDayOfWeek> EveryDay { get; } = UsualHours.Week.ToHashSet();

    /// <summary>The spans that begin on some dates or run into them, in order; those that overlap or touch are one. Edges fall as those of hours do.</summary>
    public IReadOnlyList<Interval> Spans(DateInterval dates) => Joined(
        from date in new DateInterval(dates.Start.PlusDays(-1), dates.End)
        where Days.Contains(date.DayOfWeek)
        from window in Windows
        let start = Edge(date, window.StartMinute)
        let end = Edge(date, window.EndMinute)
        // The clocks may skip a whole window.
        where start < end
        orderby start
        select new Interval(start, end));

    /// <param name="spans">In order of their starts.</param>
    public static IReadOnlyList<Interval> Joined(IEnumerable<Interval> spans)
    {
        var joined = new List<Interval>();
        foreach (var span in spans)
        {
            if (joined is [.., var last] && span.Start <= last.End)
                joined[^1] = new Interval(last.Start, Instant.Max(last.End, span.End));
            else
                joined.Add(span);
        }

        return joined;
    }

    private Instant Edge(LocalDate date, int minute) => MoscowTime.InstantOf(date.AtMidnight().PlusMinutes(minute), Zone);
}
