using ContactsApi.Core.Calendar;
using NodaTime;

namespace ContactsApi.Core.Hours;

/// <summary>Working time as it runs: on working days within the windows of a full day; a shortened day ends an hour of work earlier.</summary>
/// <param name="windows">In order, without overlap or midnight within; more than an hour in all.</param>
public sealed class WorkingHours(Workdays workdays, IReadOnlyList<TimeWindow> windows)
{
    private const long Minute = NodaConstants.TicksPerMinute, Hour = NodaConstants.TicksPerHour;

    private readonly long fullDay = windows.Sum(window => window.EndMinute - window.StartMinute) * Minute;

    /// <summary>The time at which so much working time will have run, or before which it ran where it is negative.</summary>
    /// <returns>Nothing if it lies outside the years.</returns>
    public LocalDateTime? Add(LocalDateTime from, Duration time)
    {
        if (time == Duration.Zero)
            return from;
        var forward = time > Duration.Zero;
        var target = RunUntil(from) + (long)time.TotalTicks;
        // What ends a day ran on that day, and what a day begins with is where going back to it ends.
        var day = LastDay(number => forward ? RunBefore(number) < target : RunBefore(number) <= target);
        if (day < 0 || day >= DateSet.Length)
            return null;
        var left = target - RunBefore(day);
        foreach (var window in windows)
        {
            var length = (window.EndMinute - window.StartMinute) * Minute;
            if (forward ? left <= length : left < length)
                return DateSet.DateOf(day).AtMidnight().PlusTicks(window.StartMinute * Minute + left);
            left -= length;
        }

        return null;
    }

    /// <summary>How much working time lies between two times; negative where the other is earlier.</summary>
    public Duration Between(LocalDateTime from, LocalDateTime to) => Duration.FromTicks(RunUntil(to) - RunUntil(from));

    /// <summary>Ticks of work on all days before one.</summary>
    private long RunBefore(int day) => workdays.Worked.CountBefore(day) * fullDay - workdays.Shortened.CountBefore(day) * Hour;

    private long RunUntil(LocalDateTime time)
    {
        var day = DateSet.NumberOf(time.Date);
        return RunBefore(day) + Math.Min(
            windows.Sum(window => Math.Clamp(time.TickOfDay - window.StartMinute * Minute, 0, (window.EndMinute - window.StartMinute) * Minute)),
            RunBefore(day + 1) - RunBefore(day));
    }

    /// <summary>The last day of which it holds, where it holds of all before; -1 if of none.</summary>
    private static int LastDay(Predicate<int> holds)
    {
        var (low, high) = (-1, DateSet.Length);
        while (low < high)
        {
            var middle = (low + high + 1) >> 1;
            (low, high) = holds(middle) ? (middle, high) : (low, middle - 1);
        }

        return low;
    }
}
