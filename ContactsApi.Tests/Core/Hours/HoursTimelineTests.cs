using ContactsApi.Core.Hours;
using ContactsApi.Tests.Support;
using NodaTime;
using static ContactsApi.Tests.Support.Domain;

namespace ContactsApi.Tests.Core.Hours;

public sealed class HoursTimelineTests
{
    // 2026-11-23 is a Monday.
    [Theory]
    [InlineData("2026-11-23 07:59:59.999999999", HoursState.Closed)]
    [InlineData("2026-11-23 08:00", HoursState.Open)]
    [InlineData("2026-11-23 19:59:59.999999999", HoursState.Open)]
    [InlineData("2026-11-23 20:00", HoursState.Closed)]
    public void A_window_includes_its_start_and_excludes_its_end(string at, HoursState state) =>
        Assert.Equal(state, Timeline(CallCentre).At(At(at)).State);

    [Theory]
    [InlineData("2026-11-28 09:00", HoursState.Open)] // a Saturday
    [InlineData("2026-11-28 08:59", HoursState.Closed)]
    [InlineData("2026-11-29 15:59", HoursState.Open)] // a Sunday
    [InlineData("2026-11-29 16:00", HoursState.Closed)]
    [InlineData("2026-03-09 09:00", HoursState.Closed)] // a Monday, the day off of 8 March
    [InlineData("2026-03-09 10:00", HoursState.Open)]
    [InlineData("2025-11-01 08:00", HoursState.Open)] // a working Saturday
    [InlineData("2025-11-01 19:59", HoursState.Open)]
    [InlineData("2026-11-03 19:59", HoursState.Open)] // shortened: the sources shorten nothing
    public void The_day_kind_picks_the_windows(string at, HoursState state) => Assert.Equal(state, Timeline(CallCentre).At(At(at)).State);

    [Fact]
    public void What_runs_past_midnight_belongs_to_the_date_it_starts_on() => Assert.Equal(
        """
        11-20 12:00 Closed
        11-20 22:00 Open
        11-21 06:00 Closed
        """,
        Lines(Timeline(Weekly("workday 22:00-06:00")).Intervals(At("2026-11-20 12:00"), At("2026-11-23 12:00"))));

    [Fact]
    public void New_Year_2026_has_twelve_days_off_in_a_row() => Assert.Equal(
        """
        12-30 12:00 Open
        12-30 20:00 Closed
        01-12 08:00 Open
        """,
        Lines(Timeline(Weekly("workday 08:00-20:00")).Intervals(At("2025-12-30 12:00"), At("2026-01-12 12:00"))));

    [Fact]
    public void Statements_that_differ_make_a_dispute() => Assert.Equal(
        """
        11-28 07:00 Closed
        11-28 08:00 Disputed
        11-28 09:00 Open
        11-28 18:00 Disputed
        11-28 20:00 Closed
        """,
        Lines(Timeline(CallCentre, Weekly("saturday 08:00-20:00")).Intervals(At("2026-11-28 07:00"), At("2026-11-29 00:00"))));

    [Fact]
    public void No_statement_leaves_the_channel_unstated() =>
        Assert.Equal("11-23 00:00 Unstated", Lines(Timeline().Intervals(At("2026-11-23 00:00"), At("2026-12-23 00:00"))));

    [Fact]
    public void Round_the_clock_is_one_interval() =>
        Assert.Equal("11-23 00:00 Open", Lines(Timeline(Always, Always).Intervals(At("2026-11-23 00:00"), At("2028-12-23 00:00"))));

    [Fact]
    public void Touching_windows_are_one_interval() => Assert.Equal(
        "11-23 08:00 Open\n11-23 20:00 Closed",
        Lines(Timeline(Weekly("workday 08:00-13:00 13:00-20:00 12:00-14:00")).Intervals(At("2026-11-23 08:00"), At("2026-11-24 00:00"))));

    [Fact]
    public void An_override_replaces_the_windows_of_its_dates_in_all_statements() => Assert.Equal(
        """
        11-23 00:00 Closed
        11-23 12:00 Open
        11-23 13:00 Closed
        11-24 00:00 Disputed
        11-24 08:00 Open
        11-24 20:00 Disputed
        """,
        Lines(With([Override("2026-11-23", "2026-11-23", "12:00-13:00")], [], CallCentre, Always)
            .Intervals(At("2026-11-23 00:00"), At("2026-11-25 00:00"))));

    [Fact]
    public void What_runs_past_midnight_from_the_day_before_an_override_stays() => Assert.Equal(
        // At 11-24 00:00 it stays closed, but no longer by the override.
        """
        11-22 12:00 Closed
        11-22 22:00 Open
        11-23 06:00 Closed
        11-24 00:00 Closed
        11-24 22:00 Open
        """,
        Lines(With([Override("2026-11-23", "2026-11-23")], [], Weekly("sunday 22:00-06:00; workday 22:00-06:00"))
            .Intervals(At("2026-11-22 12:00"), At("2026-11-25 00:00"))));

    [Fact]
    public void An_override_of_an_unstated_channel_opens_and_closes_it() => Assert.Equal(
        """
        11-22 12:00 Unstated
        11-23 00:00 Closed
        11-23 20:00 Open
        11-24 02:00 Unstated
        """,
        Lines(With([Override("2026-11-23", "2026-11-23", "20:00-02:00")], []).Intervals(At("2026-11-22 12:00"), At("2026-11-25 00:00"))));

    [Fact]
    public void An_incident_closes_whatever_else_holds_and_ends_by_itself()
    {
        var timeline = With(
            [Override("2026-11-23", "2026-11-23", "00:00-24:00")],
            [Incident("2026-11-23 10:00", "2026-11-23 11:30"), Incident("2026-11-23 11:00", "2026-11-23 12:00")],
            CallCentre);

        Assert.Equal(
            """
            11-23 09:00 Open
            11-23 10:00 Closed
            11-23 12:00 Open
            """,
            Lines(timeline.Intervals(At("2026-11-23 09:00"), At("2026-11-23 23:00"))));
        Assert.Equal(Cause.Incident, timeline.At(At("2026-11-23 10:00")).Cause);
        Assert.Equal(Cause.Override, timeline.At(At("2026-11-23 12:00")).Cause);
        Assert.Equal(Cause.Schedule, timeline.At(At("2026-11-24 12:00")).Cause);
    }

    [Fact]
    public void An_incident_without_an_end_lasts() => Assert.Equal(
        "11-23 09:00 Open\n11-23 10:00 Closed",
        Lines(With([], [Incident("2026-11-23 10:00", null)], Always).Intervals(At("2026-11-23 09:00"), At("2030-01-01 00:00"))));

    // Berlin: on 2026-03-29 02:00 becomes 03:00, on 2026-10-25 03:00 becomes 02:00.
    [Theory]
    [InlineData("2026-03-29", "sunday 02:30-04:00", "2026-03-29T01:00:00Z 2026-03-29T02:00:00Z")] // a skipped start falls where the clocks land
    [InlineData("2026-03-29", "sunday 01:00-02:30", "2026-03-29T00:00:00Z 2026-03-29T01:00:00Z")] // and so does a skipped end
    [InlineData("2026-03-29", "sunday 02:10-02:50", "")] // nothing is left of a window inside the gap
    [InlineData("2026-10-25", "sunday 02:30-04:00", "2026-10-25T00:30:00Z 2026-10-25T03:00:00Z")] // of two starts the first
    [InlineData("2026-10-25", "sunday 01:00-02:30", "2026-10-24T23:00:00Z 2026-10-25T00:30:00Z")] // of two ends the first
    public void Edges_follow_the_clocks_of_the_zone(string date, string hours, string expected)
    {
        var berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
        var timeline = new HoursTimeline(Domain.Calendar, berlin, [Weekly(hours)], [], []);
        var day = Date(date);

        var open = timeline.Intervals(berlin.AtStartOfDay(day).ToInstant(), berlin.AtStartOfDay(day.PlusDays(1)).ToInstant())
            .Where(interval => interval.State == HoursState.Open);

        Assert.Equal(expected, string.Join(' ', open.SelectMany(interval => new[] { interval.Start, interval.End })));
    }

    [Fact]
    public void An_empty_span_has_no_intervals() => Assert.Empty(Timeline(Always).Intervals(At("2026-11-23 09:00"), At("2026-11-23 09:00")));

    private static HoursTimeline With(IReadOnlyList<Override> overrides, IReadOnlyList<Incident> incidents, params IReadOnlyList<WeeklyHours> statements) =>
        new(Domain.Calendar, Moscow, statements, overrides, incidents);

    private static Override Override(string from, string to, params string[] windows) =>
        new("o", "c", Date(from), Date(to), [.. windows.Select(TimeWindow.Parse)], Reason);

    private static Incident Incident(string start, string? end) => new("i", "c", At(start), end is null ? null : At(end), Reason);
}
