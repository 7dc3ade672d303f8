using ContactsApi.Core;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Hours;
using NodaTime;

namespace ContactsApi.Features.Formats.ICalendar;

/// <summary>A window by the clocks of its zone.</summary>
public readonly record struct LocalWindow(LocalDateTime Start, LocalDateTime End, HoursState State);

/// <summary>A window that repeats every week on some days.</summary>
/// <param name="Days">In order.</param>
/// <param name="Ordinal">Its place among the windows of the first of these days, from 1.</param>
/// <param name="First">The first time that it is so.</param>
/// <param name="Last">The last time that it would be so.</param>
/// <param name="Excluded">The starts between the two at which it is not so.</param>
public sealed record WindowSeries(
    IReadOnlyList<IsoDayOfWeek> Days, int Ordinal, LocalWindow First, LocalWindow Last, IReadOnlyList<LocalDateTime> Excluded);

/// <summary>The windows of a span of dates, cut at midnight, taken apart: what repeats every week, and what is so on one date only.</summary>
public sealed record DatedHours(DateTimeZone Zone, IReadOnlyList<WindowSeries> Series, IReadOnlyList<(LocalWindow Window, int Ordinal)> Once)
{
    public static DatedHours Of(ServedChannel served, DateInterval dates, UsualHours usual)
    {
        var zone = MoscowTime.ZoneOf(served.Channel.TimeZone);
        var real = dates.ToDictionary(
            date => date,
            date => DayWindows.Of(served.Timeline, date, zone)
                .Select(window => new LocalWindow(window.Start.InZone(zone).LocalDateTime, window.End.InZone(zone).LocalDateTime, window.State))
                .ToList());
        var series =
            from day in UsualHours.Week
            from window in usual.On(day).Stretches.Select((stretch, i) => (Stretch: stretch, Ordinal: i + 1))
            group (Day: day, window.Ordinal) by window.Stretch into alike
            select SeriesOf(alike.Key, [.. alike.Select(one => one.Day)], alike.First().Ordinal, dates, real);
        var once =
            from date in dates
            let expected = usual.On(date.DayOfWeek).Stretches.Select(stretch => On(date, stretch)).ToList()
            from window in real[date].Select((window, i) => (Window: window, Ordinal: i + 1))
            where !expected.Contains(window.Window)
            select window;
        return new DatedHours(zone, [.. series.OfType<WindowSeries>()], [.. once]);
    }

    /// <returns>Nothing if the window is never so.</returns>
    private static WindowSeries? SeriesOf(
        DayStretch stretch, IReadOnlyList<IsoDayOfWeek> days, int ordinal, DateInterval dates, Dictionary<LocalDate, List<LocalWindow>> real)
    {
        var all = dates.Where(date => days.Contains(date.DayOfWeek)).Select(date => On(date, stretch))
            .SkipWhile(window => !real[window.Start.Date].Contains(window)).ToList();
        return all.Count == 0
            ? null
            : new WindowSeries(days, ordinal, all[0], all[^1], [.. all.Where(window => !real[window.Start.Date].Contains(window)).Select(window => window.Start)]);
    }

    private static LocalWindow On(LocalDate date, DayStretch stretch) =>
        new(date.AtMidnight().PlusMinutes(stretch.StartMinute), date.AtMidnight().PlusMinutes(stretch.EndMinute), stretch.State);
}
