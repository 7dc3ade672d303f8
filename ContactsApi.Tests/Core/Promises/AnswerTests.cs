using ContactsApi.Core;
using ContactsApi.Core.Promises;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Statements;
using ContactsApi.Serialization;
using ContactsApi.Tests.Support;
using NodaTime;
using static ContactsApi.Tests.Support.Domain;
using static ContactsApi.Tests.Support.SmallCatalog;

namespace ContactsApi.Tests.Core.Promises;

/// <summary>What is promised: <c>within PT5M</c>, <c>by 11-23 10:05</c> (Moscow's time), with <c>~</c> where approximate, or <c>-</c>.</summary>
public sealed class AnswerTests
{
    // 2026-11-23 is a Monday; the call centre works 08:00-20:00 on workdays, 09:00-18:00 on Saturdays, 10:00-16:00 otherwise.
    [Theory]
    [InlineData("2026-11-23 09:00", 1, "by 11-23 10:01")] // from the end of the moment's minute
    [InlineData("2026-11-23 09:00:59", 1, "by 11-23 10:01")]
    [InlineData("2026-11-23 09:01", 1, "by 11-23 10:02")]
    [InlineData("2026-11-23 18:59", 1, "by 11-23 20:00")] // the last hour just fits
    [InlineData("2026-11-23 19:00", 1, "by 11-24 08:01")]
    [InlineData("2026-11-23 07:58", 1, "by 11-23 09:00")] // outside it starts with the opening
    [InlineData("2026-11-23 07:59:30", 1, "by 11-23 09:00")]
    [InlineData("2026-11-21 17:30", 2, "by 11-22 11:31")] // over the night into Sunday's hours
    [InlineData("2026-12-31 15:30", 1, "by 01-01 10:31")] // "whatever the calendar": holidays count
    public void Working_hours_run_inside_the_call_centre_schedule(string at, int hours, string promise) =>
        Assert.Equal(promise, AnswerAt(at, Promising() with { WorkingHours = hours }));

    [Theory]
    [InlineData("2026-11-23 09:00", "by 11-24 20:00")] // the first workday after the date
    [InlineData("2026-11-23 00:00", "by 11-24 20:00")]
    [InlineData("2026-11-20 23:59", "by 11-23 20:00")] // Friday to Monday
    [InlineData("2025-10-31 12:00", "by 11-01 20:00")] // a working Saturday
    [InlineData("2025-12-30 12:00", "by 01-12 20:00")] // twelve days off
    public void A_working_day_ends_with_the_schedule_of_the_next_workday(string at, string promise) =>
        Assert.Equal(promise, AnswerAt(at, Promising() with { ByEndOfWorkingDay = true }));

    [Fact]
    public void Of_several_statements_the_longest_worst_case_counts() => Assert.Equal(
        "within PT5M ~", AnswerAt("2026-11-23 12:00", Minutes(1), Minutes(5) with { Approximate = true }, Minutes(2)));

    [Fact]
    public void Of_equal_ones_all_are_the_source_and_one_approximate_makes_it_so()
    {
        var availability = AvailabilityAt("2026-11-23 12:00", Minutes(5, "a"), Minutes(5, "b") with { Approximate = true }, Minutes(1, "c"));

        Assert.True(availability.Answer!.Approximate);
        Assert.Equal(["a", "b"], availability.Answer.Sources.Select(source => source.Id));
    }

    // At 20:00 on Monday the 24 hours and the end of Tuesday's work fall together.
    [Theory]
    [InlineData("2026-11-23 19:59:59", "by 11-24 20:00")]
    [InlineData("2026-11-23 20:00", "within PT24H")] // of equal ones a duration
    [InlineData("2026-11-23 20:00:01", "within PT24H")]
    public void A_duration_overtakes_a_fixed_instant(string at, string promise) =>
        Assert.Equal(promise, AnswerAt(at, Promising("a") with { Within = Duration.FromHours(24) }, Promising("b") with { ByEndOfWorkingDay = true }));

    [Theory]
    [InlineData("2026-11-23 12:00", "within PT5M")]
    [InlineData("2026-11-23 20:00", "within PT2M")]
    [InlineData("2026-11-23 07:59", "within PT2M")]
    public void A_statement_may_hold_inside_or_outside_a_schedule_only(string at, string promise) =>
        Assert.Equal(promise, AnswerAt(at, Minutes(5, "a") with { Inside = SmallCatalog.CallCentre }, Minutes(2, "b") with { Outside = SmallCatalog.CallCentre }));

    /// <summary>Then nothing has to be looked for, however often the condition begins and ends.</summary>
    [Theory]
    [InlineData(5, 1, true)]
    [InlineData(5, 5, false)] // inside, both passages promise it
    [InlineData(5, 9, false)]
    public void A_condition_that_changes_no_promise_leaves_it_the_same_at_all_times(int always, int inside, bool isConstant)
    {
        var times = new AnswerTimes(
            [Minutes(always, "a"), Minutes(inside, "b") with { Inside = SmallCatalog.CallCentre }],
            ids => Timeline([.. ids.Select(_ => Domain.CallCentre)]),
            new WorkingTime(Domain.Calendar, Domain.CallCentre));

        Assert.Equal(isConstant, times.IsConstant);
        Assert.Equal(isConstant, times.NextChange(times.From(At("2026-11-23 12:00")), At("2026-11-23 12:00"), At("2026-11-30 12:00")) is null);
    }

    [Fact]
    public void Nothing_stated_is_nothing_promised() => Assert.Equal("-", AnswerAt("2026-11-23 12:00"));

    /// <summary>The hours statements that count, then answer and perhaps on Monday 2026-11-23 at 06:00.</summary>
    [Theory]
    [InlineData(Mode.Live, "", "always", "within PT5M", "-")]
    [InlineData(Mode.Live, "", "H-GRAPH", "by 11-23 08:05", "-")]
    [InlineData(Mode.Live, "", "never", "-", "-")]
    [InlineData(Mode.Live, "", "", "-", "within PT5M")] // unstated and live: perhaps now, for certain never
    [InlineData(Mode.Message, "", "", "within PT5M", "-")] // a mailbox takes a letter whatever its hours
    [InlineData(Mode.Live, "", "H-GRAPH always", "by 11-23 08:05", "within PT5M")]
    [InlineData(Mode.Message, "", "H-GRAPH always", "by 11-23 08:05", "within PT5M")]
    [InlineData(Mode.Live, "", "never always", "-", "within PT5M")]
    [InlineData(Mode.Live, "silent", "H-GRAPH", "by 11-23 08:00", "-")] // a live channel answers when it opens
    [InlineData(Mode.Message, "silent", "H-GRAPH", "-", "-")] // a mailbox that opens promises no answer
    [InlineData(Mode.Live, "silent", "H-GRAPH always", "by 11-23 08:00", "-")] // perhaps now, but nothing is stated of how soon
    public void Answer_is_what_every_source_promises_and_perhaps_what_the_more_favourable_one_does(
        Mode mode, string silent, string schedules, string answer, string perhaps)
    {
        var channel = Channel("c") with
        {
            Mode = mode,
            Hours = [.. schedules.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(schedule => Says(schedule, schedule))],
            Answers = silent == "silent" ? [] : [Minutes(5)],
        };

        var availability = AvailabilityAt("2026-11-23 06:00", channel);

        Assert.Equal((answer, perhaps), (Shown(availability.Answer), Shown(availability.Perhaps)));
    }

    private static AnswerStatement Minutes(int minutes, string id = "a") => Promising(id) with { Within = Duration.FromMinutes(minutes) };

    private static string AnswerAt(string at, params IReadOnlyList<AnswerStatement> answers) => Shown(AvailabilityAt(at, answers).Answer);

    private static Availability AvailabilityAt(string at, params IReadOnlyList<AnswerStatement> answers) =>
        AvailabilityAt(at, Channel("c") with { Mode = Mode.Message, Answers = [.. answers.Select((answer, i) => answers.Count(other => other.Id == answer.Id) > 1 ? answer with { Id = $"{answer.Id}{i}" } : answer)] });

    private static Availability AvailabilityAt(string at, Channel channel)
    {
        var directory = Of(channel).Directory();
        return directory.ServedAs(channel, Segment.Individual)!.AvailabilityAt(At(at));
    }

    private static string Shown(Promise? promise)
    {
        if (promise is null)
            return "-";
        var about = promise.Approximate ? " ~" : "";
        return promise.Within is { } within
            ? $"within {IsoDurationConverter.Format(within)}{about}"
            : $"by {promise.By!.Value.InZone(Moscow).LocalDateTime.ToString("MM-dd HH:mm", null)}{about}";
    }
}
