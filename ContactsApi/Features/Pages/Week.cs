using ContactsApi.Core;
using ContactsApi.Core.Calendar;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Hours;
using NodaTime;

namespace ContactsApi.Features.Pages;

/// <summary>The hours of all channels of a segment over seven dates of Moscow, from that of the moment on.</summary>
public sealed record Week(Instant Start, Instant End, IReadOnlyList<CalendarDay> Days, IReadOnlyList<WeekRow> Rows)
{
    private const int Length = 7;

    /// <summary>The recommended channels in their order, then the others.</summary>
    public static Week Of(NowView view)
    {
        var first = MoscowTime.DateOf(view.Time.Moment);
        var days = new DateInterval(first, first.PlusDays(Length - 1));
        var others = view.Directory.ServedIn(view.Answer.Segment, view.Query.Question.Region)
            .Where(served => view.Decision.Ineligible.Any(one => one.Channel.Id == served.Channel.Id && !one.Reasons.Contains(IneligibleReason.NoAddress)));
        return new Week(
            Midnight(first),
            Midnight(first.PlusDays(Length)),
            [.. days.Select(view.Directory.Calendar.DayOf)],
            [
                .. view.Decision.Order.Select(one => WeekRow.Of(one.Served, days, isOffered: true)),
                .. others.Select(served => WeekRow.Of(served, days, isOffered: false)),
            ]);
    }

    /// <summary>Where an instant lies, in percent of the week.</summary>
    public string Percent(Instant instant) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"{Share(instant) * 100:0.##}%");

    /// <summary>How much of the week a window takes, in percent.</summary>
    public string Percent(StateWindow window) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"{(Share(window.End) - Share(window.Start)) * 100:0.##}%");

    private double Share(Instant instant) => (instant - Start) / (End - Start);

    private static Instant Midnight(LocalDate date) => MoscowTime.InstantOf(date.AtMidnight(), MoscowTime.Zone);
}

/// <summary>A channel's hours over the week.</summary>
/// <param name="Days">The windows of each date.</param>
public sealed record WeekRow(string ChannelId, LocalizedText Name, bool IsOffered, IReadOnlyList<IReadOnlyList<StateWindow>> Days)
{
    public static WeekRow Of(ServedChannel served, DateInterval days, bool isOffered) => new(
        served.Channel.Id, served.Channel.Name, isOffered, [.. days.Select(date => DayWindows.Of(served.Timeline, date).ToList())]);

    /// <summary>The windows of all dates, those that touch and are alike made one.</summary>
    public IReadOnlyList<StateWindow> Windows()
    {
        List<StateWindow> windows = [];
        foreach (var window in Days.SelectMany(day => day))
        {
            if (windows.Count > 0 && windows[^1] is var last && last.End == window.Start && last.State == window.State)
                windows[^1] = last with { End = window.End };
            else
                windows.Add(window);
        }

        return windows;
    }
}
