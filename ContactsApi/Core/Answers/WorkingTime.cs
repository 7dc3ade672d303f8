using ContactsApi.Core.Calendar;
using ContactsApi.Core.Hours;
using NodaTime;

namespace ContactsApi.Core.Answers;

/// <summary>Working hours and working days as the sources mean them: by the schedule of the call centre, in Moscow's time.</summary>
public sealed class WorkingTime(ProductionCalendar calendar, WeeklyHours callCentre)
{
    private readonly HoursTimeline timeline = new(calendar, MoscowTime.Zone, [callCentre], [], []);

    /// <summary>
    /// The instant at which so many working hours have run, on every day kind, from the end of the moment's minute: so the
    /// answer holds for a minute. Nothing if the schedule does not have as many within the horizon.
    /// </summary>
    public Instant? After(Instant moment, int workingHours)
    {
        var left = Duration.FromHours(workingHours);
        var start = EndOfMinute(moment);
        foreach (var window in timeline.Intervals(start, Horizon.EndOfExamination(moment)))
        {
            if (window.State != HoursState.Open)
                continue;
            if (window.End - window.Start >= left)
                return window.Start + left;
            left -= window.End - window.Start;
        }

        return null;
    }

    /// <summary>The next instant at which <see cref="After"/> may give another answer than at the moment.</summary>
    public Instant? NextChangeOfAfter(Instant moment)
    {
        var counted = EndOfMinute(moment);
        // While the minute ends outside the schedule, every moment before the opening counts from the opening.
        return OpenFrom(counted, moment) is { } window ? Instant.Max(counted, window.Start) : null;
    }

    /// <summary>
    /// The instant up to which <see cref="After"/> just moves on with the moment, a minute with a minute: until the moment or
    /// the result comes to the end of a window, whence the result leaps. It may lie a minute too early.
    /// </summary>
    public Instant? NextLeapOfAfter(Instant moment, int workingHours)
    {
        var counted = EndOfMinute(moment);
        if (OpenFrom(counted, moment) is not { } window || window.Start > counted || After(moment, workingHours) is not { } due)
            return NextChangeOfAfter(moment);
        var leftAtDue = OpenFrom(due, moment) is { } last && last.Start == due ? last.End - due : Duration.Zero;
        return Instant.Max(counted, counted + Duration.Min(window.End - counted, leftAtDue) - Duration.FromMinutes(1));
    }

    /// <summary>The end of the schedule on the first workday after the moment's date; nothing if there is none within the horizon.</summary>
    public Instant? EndOfNextWorkday(Instant moment)
    {
        if (callCentre.Workday.Count == 0)
            return null;
        var today = MoscowTime.DateOf(moment);
        var last = MoscowTime.DateOf(Horizon.Of(moment));
        for (var date = today.PlusDays(1); date <= last; date = date.PlusDays(1))
        {
            if (calendar.KindOf(date) == DayKind.Workday)
                return MoscowTime.InstantOf(date.AtMidnight().PlusMinutes(callCentre.Workday.Max(window => window.EndMinute)), MoscowTime.Zone);
        }

        return null;
    }

    /// <summary>The next instant at which <see cref="EndOfNextWorkday"/> may give another answer: Moscow's midnight.</summary>
    public static Instant NextChangeOfNextWorkday(Instant moment) =>
        MoscowTime.InstantOf(MoscowTime.DateOf(moment).PlusDays(1).AtMidnight(), MoscowTime.Zone);

    /// <summary>The stretch of the schedule at an instant, cut there, or the next one.</summary>
    private StateInterval? OpenFrom(Instant from, Instant moment)
    {
        foreach (var interval in timeline.Intervals(from, Horizon.EndOfExamination(moment)))
        {
            if (interval.State == HoursState.Open)
                return interval;
        }

        return null;
    }

    private static Instant EndOfMinute(Instant moment) => Instant.FromUnixTimeSeconds((moment.ToUnixTimeSeconds() / 60 + 1) * 60);
}
