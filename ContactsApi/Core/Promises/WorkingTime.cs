using System.Buffers;
using ContactsApi.Core.Calendar;
using ContactsApi.Core.Hours;
using NodaTime;

namespace ContactsApi.Core.Promises;

/// <summary>Working hours and working days as the sources mean them: by the schedule of the call centre, in Moscow's time.</summary>
/// <param name="callCentre">The schedule, which has hours on workdays.</param>
public sealed class WorkingTime(ProductionCalendar calendar, WeeklyHours callCentre)
{
    private static readonly ReadingCriterion Opening = ReadingCriterion.AnyOf(StateSet.Of(HoursState.Open));
    private static readonly ReadingCriterion Closing = ReadingCriterion.AnyOf(StateSet.AllBut(HoursState.Open));
    private static readonly SearchValues<byte> Workdays = DayPairs.On(DayKind.Workday);
    private static readonly Clocks Moscow = Clocks.Of(MoscowTime.Zone);

    private readonly HoursTimeline timeline = new(calendar, MoscowTime.Zone, [callCentre], [], []);
    private readonly int endOfWorkday = callCentre.Workday.Max(window => window.EndMinute);

    /// <summary>
    /// The instant at which so many working hours have run, on every day kind, from the end of the moment's minute: so the
    /// answer holds for a minute. Nothing if the schedule does not have as many within the horizon.
    /// </summary>
    public Instant? After(Instant moment, int workingHours)
    {
        var left = Duration.FromHours(workingHours);
        for (var window = OpenFrom(EndOfMinute(moment), moment); window is { } open; window = OpenFrom(open.End, moment))
        {
            if (open.End - open.Start >= left)
                return open.Start + left;
            left -= open.End - open.Start;
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
        var today = LocalDay.Of(moment, Moscow).Number;
        var last = LocalDay.Of(Horizon.Of(moment), Moscow).Number;
        return calendar.Pairs.First(Workdays, today + 1, last) is { } workday
            ? MoscowTime.InstantOf(DayPairs.DateOf(workday).AtMidnight().PlusMinutes(endOfWorkday), MoscowTime.Zone)
            : null;
    }

    /// <summary>The next instant at which <see cref="EndOfNextWorkday"/> may give another answer: Moscow's midnight.</summary>
    public static Instant NextChangeOfNextWorkday(Instant moment) =>
        LocalDay.Of(moment, Moscow).End;

    /// <summary>The stretch of the schedule at an instant, cut there, or the next one.</summary>
    private (Instant Start, Instant End)? OpenFrom(Instant from, Instant moment)
    {
        var limit = Horizon.EndOfExamination(moment);
        return timeline.First(Opening, from, limit) is { } start
            ? (start, timeline.First(Closing, start, limit) ?? limit)
            : null;
    }

    private static Instant EndOfMinute(Instant moment) => Instant.FromUnixTimeSeconds((moment.ToUnixTimeSeconds() / 60 + 1) * 60);
}
