using ContactsApi.Core;
using ContactsApi.Core.Calendar;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Hours;
using ContactsApi.Features.Asking;
using NodaTime;

namespace ContactsApi.Features.Schedules;

/// <summary>The hours of a channel for a segment, day by day.</summary>
/// <param name="TimeZone">The caller's zone, as asked for.</param>
/// <param name="Days">Every date asked for, in order.</param>
public sealed record ChannelScheduleResponse(string ChannelId, string TimeZone, IReadOnlyList<ScheduleDayResponse> Days)
{
    public static ChannelScheduleResponse Of(
        ServedChannel served, LocalDate from, LocalDate to, CallerZone caller) => new(
            served.Channel.Id,
            caller.Id,
            [.. new DateInterval(from, to).Select(date => ScheduleDayResponse.Of(served, date, caller, served.Calendar.DayOf(date)))]);
}

/// <summary>The hours of one date.</summary>
/// <param name="Date">In Moscow.</param>
/// <param name="Windows">In order, without overlap; what is in no window is closed.</param>
public sealed record ScheduleDayResponse(
    LocalDate Date, DayKind DayKind, CalendarBasis CalendarBasis, IReadOnlyList<ScheduleWindowResponse> Windows)
{
    public static ScheduleDayResponse Of(ServedChannel served, LocalDate date, CallerZone caller, CalendarDay day) => new(
        date,
        day.Kind,
        BasisOf(served, day),
        [
            .. DayWindows.Of(served.Timeline, date)
                .Select(window => new ScheduleWindowResponse(
                    CallerTime.InMoscow(window.Start),
                    CallerTime.InMoscow(window.End),
                    window.Start.InZone(caller.Zone).ToOffsetDateTime(),
                    window.End.InZone(caller.Zone).ToOffsetDateTime(),
                    window.State)),
        ]);

    /// <summary>By the channel's own clocks another date may begin within it.</summary>
    private static CalendarBasis BasisOf(ServedChannel served, CalendarDay day) => served.Calendar.Regional is null
        ? day.Basis
        : served.BasisOf(new Interval(MoscowTime.InstantOf(day.Date.AtMidnight(), MoscowTime.Zone), MoscowTime.InstantOf(day.Date.PlusDays(1).AtMidnight(), MoscowTime.Zone)));
}

/// <summary>A stretch in which the channel is not closed.</summary>
/// <param name="Start">Included; in Moscow's time.</param>
/// <param name="End">Not included; in Moscow's time.</param>
/// <param name="CallerStart">The start in the caller's time.</param>
/// <param name="CallerEnd">The end in the caller's time.</param>
/// <param name="State">`open`, `disputed` or `unstated`.</param>
public sealed record ScheduleWindowResponse(
    OffsetDateTime Start, OffsetDateTime End, OffsetDateTime CallerStart, OffsetDateTime CallerEnd, HoursState State);
