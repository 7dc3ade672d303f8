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
        var window = timeline.Intervals(counted, Horizon.EndOfExamination(moment))
            .FirstOrDefault(interval => interval.State == HoursState.Open);
        // While the minute ends outside the schedule, every moment before the opening counts from the opening.
        return window == default ? null : Instant.Max(counted, window.Start);
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

    private static Instant EndOfMinute(Instant moment) => Instant.FromUnixTimeSeconds((moment.ToUnixTimeSeconds() / 60 + 1) * 60);
}
