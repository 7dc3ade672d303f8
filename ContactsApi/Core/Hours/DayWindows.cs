using NodaTime;

namespace ContactsApi.Core.Hours;

/// <summary>A stretch of one state.</summary>
public readonly record struct StateWindow(Instant Start, Instant End, HoursState State);

/// <summary>The windows of one Moscow date: what is not closed, merged where the state is the same, cut at midnight.</summary>
public static class DayWindows
{
    public static IEnumerable<StateWindow> Of(HoursTimeline timeline, LocalDate date) => Of(timeline, date, MoscowTime.Zone);

    /// <summary>The same of a date in another zone.</summary>
    public static IEnumerable<StateWindow> Of(HoursTimeline timeline, LocalDate date, DateTimeZone zone)
    {
        StateWindow? pending = null;
        foreach (var interval in timeline.Intervals(Midnight(date, zone), Midnight(date.PlusDays(1), zone)))
        {
            // Neighbours may differ in what they rest on alone; a window knows only the state.
            if (pending is { } window && window.State == interval.State)
            {
                pending = window with { End = interval.End };
                continue;
            }

            if (pending is { State: not HoursState.Closed } finished)
                yield return finished;
            pending = new StateWindow(interval.Start, interval.End, interval.State);
        }

        if (pending is { State: not HoursState.Closed } last)
            yield return last;
    }

    private static Instant Midnight(LocalDate date, DateTimeZone zone) => MoscowTime.InstantOf(date.AtMidnight(), zone);
}
