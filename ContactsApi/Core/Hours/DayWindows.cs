using NodaTime;

namespace ContactsApi.Core.Hours;

/// <summary>A stretch of one state.</summary>
public readonly record struct StateWindow(Instant Start, Instant End, HoursState State);

/// <summary>The windows of one Moscow date: what is not closed, merged where the state is the same, cut at midnight.</summary>
public static class DayWindows
{
    public static IEnumerable<StateWindow> Of(HoursTimeline timeline, LocalDate date)
    {
        var end = Midnight(date.PlusDays(1));
        for (var start = Midnight(date); start < end;)
        {
            var state = timeline.At(start).State;
            // Neighbours may differ in what they rest on alone; a window knows only the state.
            var next = timeline.First(Sought.AnyOf(StateSet.AllBut(state)), start, end) ?? end;
            if (state != HoursState.Closed)
                yield return new StateWindow(start, next, state);
            start = next;
        }
    }

    private static Instant Midnight(LocalDate date) => MoscowTime.InstantOf(date.AtMidnight(), MoscowTime.Zone);
}
