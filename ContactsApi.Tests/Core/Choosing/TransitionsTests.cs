using ContactsApi.Core;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Hours;
using ContactsApi.Tests.Support;
using CsCheck;
using NodaTime;
using static ContactsApi.Tests.Support.Domain;

namespace ContactsApi.Tests.Core.Choosing;

/// <summary>The moments at which the best channel changes, held against asking about every minute.</summary>
public sealed class TransitionsTests
{
    private const int Unlimited = int.MaxValue;

    private static readonly Question Anything = new(Segment.Individual);

    [Fact]
    public void The_best_changes_where_its_hours_begin_and_end() => Assert.Equal(
        """
        11-23 08:00 night Open -> day Open
        11-23 20:00 day Open -> night Open
        """,
        Lines(Transitions.Between(DayAndNight, Anything, At("2026-11-23 00:00"), At("2026-11-24 00:00"), Unlimited)));

    [Fact]
    public void An_incident_of_the_best_is_a_transition() => Assert.Equal(
        """
        11-23 08:00 night Open -> day Open
        11-23 09:30 day Open -> night Open
        11-23 11:00 night Open -> day Open
        """,
        Lines(Transitions.Between(
            (DayAndNight.Catalog with { Incidents = [new("i", "day", At("2026-11-23 09:30"), At("2026-11-23 11:00"), Reason)] }).Directory(),
            Anything, At("2026-11-23 00:00"), At("2026-11-23 12:00"), Unlimited)));

    [Fact]
    public void A_state_of_the_only_channel_is_a_transition() => Assert.Equal(
        """
        11-23 08:00 day Closed -> day Open
        11-23 20:00 day Open -> day Closed
        """,
        Lines(Transitions.Between(
            DayAndNight, Anything with { Exclude = new HashSet<string> { "night" } }, At("2026-11-23 00:00"), At("2026-11-24 00:00"), Unlimited)));

    [Fact]
    public void The_first_moment_of_the_span_counts_and_its_end_does_not()
    {
        var found = Transitions.Between(DayAndNight, Anything, At("2026-11-23 08:00"), At("2026-11-23 20:00"), Unlimited);
        Assert.Equal([At("2026-11-23 08:00")], found.All.Select(transition => transition.Moment));
        Assert.Equal(At("2026-11-23 20:00"), found.CoveredUntil);
    }

    [Fact]
    public void Where_the_list_ends_early_the_search_goes_on()
    {
        var (from, to) = (At("2026-11-23 00:00"), At("2026-12-23 00:00"));
        var whole = Transitions.Between(DayAndNight, Anything, from, to, Unlimited);
        var pieces = new List<Transition>();
        for (var start = from; start < to;)
        {
            var piece = Transitions.Between(DayAndNight, Anything, start, to, most: 7);
            Assert.InRange(piece.All.Count, 1, 7);
            pieces.AddRange(piece.All);
            start = piece.CoveredUntil;
        }

        Assert.Equal(Lines(whole), Lines(new(pieces, to)));
    }

    [Fact]
    public void Where_nobody_is_eligible_nothing_changes() => Assert.Empty(Transitions.Between(
        DayAndNight, Anything with { Exclude = new HashSet<string> { "day", "night" } }, At("2026-11-23 00:00"), At("2027-11-23 00:00"), Unlimited).All);

    [Fact]
    public void In_any_catalog_every_minute_agrees() => CatalogGenerator.Question.Sample(
        sample => EveryMinuteAgrees(sample.Directory, sample.Question, sample.Moment), iter: 30);

    [Fact]
    public void Where_promises_overtake_each_other_every_minute_agrees() => CatalogGenerator.Mailboxes.Sample(
        sample => EveryMinuteAgrees(sample.Directory, sample.Question, sample.Moment), iter: 30);

    [Fact]
    public void In_the_shipped_catalog_every_minute_agrees()
    {
        var directory = Shipped.Directory();
        Gen.Select(Questions.Of(directory), Generators.Moment).Sample(
            (question, moment) => EveryMinuteAgrees(directory, question, moment), iter: 30);
    }

    private static ContactDirectory DayAndNight { get; } = SmallCatalog.Of(
        SmallCatalog.Channel("day", priority: 1) with { Hours = [SmallCatalog.Says(SmallCatalog.CallCentre)] },
        SmallCatalog.Channel("night", priority: 2)).Directory();

    /// <summary>Two days from a moment: what the transitions tell is what is answered at every minute, and none of them is idle.</summary>
    private static void EveryMinuteAgrees(ContactDirectory directory, Question question, Instant from)
    {
        var to = from + Duration.FromDays(2);
        var transitions = Transitions.Between(directory, question, from, to, Unlimited);
        Assert.Equal(to, transitions.CoveredUntil);
        foreach (var (moment, before, after) in transitions.All)
        {
            Assert.Equal(Shown(before), BestAt(moment - Duration.Epsilon));
            Assert.Equal(Shown(after), BestAt(moment));
            Assert.NotEqual(Shown(before), Shown(after));
        }

        var said = BestAt(from - Duration.Epsilon);
        var next = 0;
        for (var minute = from; minute < to; minute += Duration.FromMinutes(1))
        {
            for (; next < transitions.All.Count && transitions.All[next].Moment <= minute; next++)
                said = Shown(transitions.All[next].After);
            Assert.Equal(said, BestAt(minute));
        }

        (string, HoursState)? BestAt(Instant moment) => Chooser.Choose(directory, question, moment).Order is [var best, ..] ? Shown(best) : null;
    }

    private static (string, HoursState)? Shown(Recommendation best) => (best.Channel.Id, best.Availability.State);

    private static string Lines(Transitions transitions) => string.Join('\n', transitions.All.Select(one => string.Create(
        null, $"{one.Moment.InZone(Moscow).LocalDateTime:MM-dd HH:mm} {one.Before.Channel.Id} {one.Before.Availability.State} -> {one.After.Channel.Id} {one.After.Availability.State}")));
}
