using ContactsApi.Core;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Hours;
using ContactsApi.Core.Slots;
using ContactsApi.Tests.Support;
using CsCheck;
using NodaTime;
using static ContactsApi.Tests.Support.Domain;
using static ContactsApi.Tests.Support.SmallCatalog;

namespace ContactsApi.Tests.Core.Slots;

/// <summary>Slots of a quarter of an hour by the caller's clocks: <c>12-28 15:00-20:45 hotline</c> may begin from 15:00 to 20:45.</summary>
public sealed class SlotSearchTests
{
    private static readonly Question ByVoice = new(Segment.Individual) { Needs = new HashSet<Capability> { Capability.Voice } };

    private static readonly ContactDirectory Shipped = new(Domain.Shipped);

    // For individuals the hotline is there for certain 08:00-20:00 on workdays, 09:00-18:00 on Saturdays, 10:00-16:00 on Sundays and holidays; the
    // main number from abroad always. 2026-12-31 is a day off by decree, 2027-01-09 a Saturday, 2027-01-11 the first workday.
    [Theory]
    [InlineData("Asia/Vladivostok", Segment.Individual, "2026-12-30 10:02", "09:00-21:00", 2, "12-30 15:00-20:45 hotline, 12-31 17:00-20:45 hotline", "12-30 10:05-14:45 hotline, 12-31 09:00-16:45 hotline")]
    [InlineData("Asia/Vladivostok", Segment.Individual, "2026-12-30 12:00", "22:00-06:00", 2, "12-30 22:00-02:45 hotline, 12-31 22:00-22:45 hotline", "12-31 03:00-05:45 hotline, 12-31 23:00-05:45 hotline")]
    [InlineData("Asia/Vladivostok", Segment.Individual, "2027-01-08 22:00", "09:00-21:00", 4, "01-09 16:00-20:45 hotline, 01-10 17:00-20:45 hotline, 01-11 15:00-20:45 hotline", "01-09 09:00-15:45 hotline, 01-10 09:00-16:45 hotline, 01-11 09:00-14:45 hotline")]
    [InlineData("Europe/Berlin", Segment.Individual, "2026-12-30 18:02", "09:00-21:00", 3, "12-31 09:00-13:45 hotline, 01-01 09:00-13:45 hotline", "12-30 18:05-20:45 hotline, 12-31 14:00-20:45 hotline, 01-01 14:00-20:45 hotline")]
    [InlineData("Europe/Berlin", Segment.Abroad, "2026-12-30 18:02", "22:00-06:00", 2, "12-30 22:00-05:45 abroad-main, 12-31 22:00-05:45 abroad-main", "")]
    [InlineData("America/New_York", Segment.Individual, "2026-12-30 18:02", "09:00-21:00", 2, "", "12-30 18:05-20:45 hotline, 12-31 09:00-20:45 hotline")] // Moscow's holiday is New York's night
    [InlineData("America/New_York", Segment.Individual, "2026-12-30 18:02", "22:00-08:00", 2, "12-31 02:00-07:45 hotline, 01-01 02:00-07:45 hotline", "12-30 22:00-01:45 hotline, 12-31 22:00-01:45 hotline")]
    [InlineData("Europe/Berlin", Segment.LegalEntity, "2027-01-08 23:00", "09:00-11:00", 3, "01-09 09:00-10:45 hotline, 01-10 09:00-10:45 hotline", "")]
    public void Over_the_New_Year_each_gets_the_certain_hours_by_own_clocks(
        string zone, Segment segment, string at, string hours, int days, string certain, string perhaps)
    {
        var search = Search(zone, hours, days) with { Question = new Question(segment) { Needs = new HashSet<Capability> { Capability.Voice } } };

        var found = search.From(Shipped, At(at, ZoneOf(zone)));

        Assert.Equal((certain, perhaps), (Text(found.Certain, zone), Text(found.Perhaps, zone)));
    }

    // Berlin is an hour nearer to Moscow from 28 March to 31 October 2027, New York from 14 March to 7 November; Vladivostok is always seven ahead.
    // 2027-11-05 is a day off by decree.
    [Theory]
    [InlineData("Europe/Berlin", "2027-03-27 08:00", 3, "03-27 09:00-15:45 hotline, 03-28 09:00-14:45 hotline, 03-29 09:00-18:45 hotline")]
    [InlineData("Europe/Berlin", "2027-10-30 08:00", 3, "10-30 09:00-16:45 hotline, 10-31 09:00-13:45 hotline, 11-01 09:00-17:45 hotline")]
    [InlineData("America/New_York", "2027-03-13 08:00", 3, "03-13 09:00-09:45 hotline, 03-15 09:00-12:45 hotline")]
    [InlineData("America/New_York", "2027-11-05 08:00", 4, "11-06 09:00-10:45 hotline, 11-08 09:00-11:45 hotline")]
    [InlineData("Asia/Vladivostok", "2027-03-27 08:00", 3, "03-27 16:00-20:45 hotline, 03-28 17:00-20:45 hotline, 03-29 15:00-20:45 hotline")]
    [InlineData("Asia/Vladivostok", "2027-10-31 08:00", 2, "10-31 17:00-20:45 hotline, 11-01 15:00-20:45 hotline")]
    public void Across_a_change_of_clocks_the_hours_by_day_move_with_it(string zone, string at, int days, string certain) => Assert.Equal(
        certain, Text((Search(zone, "09:00-21:00", days) with { Question = ByVoice }).From(Shipped, At(at, ZoneOf(zone))).Certain, zone));

    // Nothing certain falls into what suits: then the nearest that is, of all hours of these days.
    [Theory]
    [InlineData("America/New_York", "2026-12-30 18:02", "09:00-21:00", 2, "", "12-31 07:45")] // right before the first morning; the second day's ends with the span looked at
    [InlineData("America/New_York", "2027-03-14 08:00", "09:00-21:00", 1, "", "03-14 08:45")]
    [InlineData("Asia/Vladivostok", "2027-01-11 08:00", "06:00-09:00", 2, "", "01-11 15:00 01-12 15:00")]
    [InlineData("Europe/Berlin", "2026-11-23 01:00", "22:00-05:00", 1, "", "11-23 09:00")] // not the night
    [InlineData("Europe/Moscow", "2026-11-23 21:00", "21:00-23:00", 1, "", "")] // nothing is left of the day
    [InlineData("Europe/Moscow", "2026-11-23 12:00", "03:00-04:00", 1, "monday", "11-23 12:05")] // it is over for today: the soonest
    [InlineData("Europe/Moscow", "2026-11-23 12:00", "12:00-13:00", 2, "sunday", "11-23 12:05 11-24 09:00")] // no such day: the soonest
    public void Where_nothing_certain_suits_the_nearest_times_are_told(string zone, string at, string hours, int days, string weekday, string others)
    {
        var search = Search(zone, hours, days) with { Question = ByVoice };
        if (weekday.Length > 0)
            search = search with { Convenience = search.Convenience with { Days = new HashSet<IsoDayOfWeek> { Enum.Parse<IsoDayOfWeek>(weekday, ignoreCase: true) } } };

        var found = search.From(Shipped, At(at, ZoneOf(zone)));

        Assert.Empty(found.Certain);
        Assert.Equal(others, string.Join(' ', found.Others.Select(one => Shown(one.Start, ZoneOf(zone)))));
    }

    [Fact]
    public void Where_something_suits_no_other_times_are_told() => Assert.Empty(
        (Search("Europe/Moscow", "09:00-21:00", 2) with { Question = ByVoice }).From(Shipped, At("2026-11-23 12:00")).Others);

    // The line is open round the clock. Berlin's clocks go from 02:00 to 03:00 on 2026-03-29, and from 03:00 back to 02:00 on 2026-10-25.
    [Theory]
    [InlineData("2026-03-29 00:30", "01:00-04:00", 120, "03-29 01:00-01:00 c")] // two hours are left of three, by the clocks 01:00 to 04:00
    [InlineData("2026-03-29 00:30", "01:00-04:00", 125, "")]
    [InlineData("2026-03-29 00:30", "02:00-03:00", 5, "")] // skipped
    [InlineData("2026-10-25 00:30", "01:00-04:00", 240, "10-25 01:00-01:00 c")] // four hours
    [InlineData("2026-10-25 00:30", "02:30-03:00", 90, "10-25 02:30-02:30 c")] // from the first half past two
    public void Where_the_clocks_change_the_hours_that_suit_are_longer_or_shorter(string at, string hours, int minutes, string slots) => Assert.Equal(
        slots, Found("Europe/Berlin", at, hours, minutes, Channel("c")));

    [Theory]
    [InlineData("always", "11-23 12:05-12:45 c")] // not in the five minutes that run
    [InlineData("H-GRAPH always", "11-23 12:05-12:45 c")]
    [InlineData("never", "")]
    [InlineData("never always", "")]
    [InlineData("", "")]
    public void Only_what_every_source_calls_open_is_certain(string schedules, string slots) => Assert.Equal(
        slots, Found("Europe/Moscow", "2026-11-23 12:00", "12:00-13:00", 15, Channel("c") with { Hours = [.. schedules.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => Says(id, id))] }));

    [Fact]
    public void A_mailbox_and_a_bot_have_no_slots() => Assert.Equal(
        "", Found("Europe/Moscow", "2026-11-23 12:00", "12:00-13:00", 15, Channel("c") with { Mode = Mode.Message }, Channel("d") with { Mode = Mode.Automated }));

    [Fact]
    public void Incidents_and_overrides_count()
    {
        var catalog = Of(Channel("c")) with
        {
            Incidents = [new Incident("i", "c", At("2026-11-23 12:30"), At("2026-11-23 13:00"), Reason)],
            Overrides = [new Override("o", "c", Date("2026-11-24"), Date("2026-11-24"), [TimeWindow.Parse("13:30-15:00")], Reason)],
        };

        var found = (Search("Europe/Moscow", "12:00-14:00", 2) with { Question = new Question(Segment.Individual) }).From(catalog.Directory(), At("2026-11-23 12:01"));

        Assert.Equal(("11-23 12:05-12:15 c, 11-23 13:00-13:45 c, 11-24 13:30-13:45 c", ""), (Text(found.Certain, "Europe/Moscow"), Text(found.Perhaps, "Europe/Moscow")));
    }

    /// <summary>Another day the line for just this matter is not worth the wait, some hours later it is; whom one has to visit comes last.</summary>
    [Fact]
    public void The_best_goes_first()
    {
        var topic = Domain.Shipped.Topics.First(one => one.Marks.Count == 0);
        var catalog = Of(
            Channel("general", 1),
            Channel("special", 2) with { Hours = [Says("late")], Restrictions = new() { Topics = new Dictionary<string, string> { [topic.Id] = "1.1" } } },
            Channel("visit", 3) with { Mode = Mode.InPerson, Kind = ChannelKind.Office })
            .With("late", Weekly("workday 13:00-14:00"));

        var found = (Search("Europe/Moscow", "12:00-14:00", 2) with { Question = new Question(Segment.Individual) { Topic = topic } }).From(catalog.Directory(), At("2026-11-23 11:00"));

        Assert.Equal("11-23 13:00-13:45 special general visit, 11-23 12:00-13:45 general visit, 11-24 13:00-13:45 special general visit, 11-24 12:00-13:45 general visit", Text(found.Certain, "Europe/Moscow"));
    }

    [Theory]
    [InlineData("2026-11-29 03:00", "11-29 10:00, 11-28 17:45, 11-30 09:00")] // Sunday at three in Moscow
    [InlineData("2026-11-28 12:07", "11-28 12:07, 11-27 19:45, 11-29 10:00")]
    public void The_nearest_times_to_a_wish_are_one_of_each_slot(string wanted, string nearest)
    {
        var question = new Question(Segment.Individual) { Needs = new HashSet<Capability> { Capability.Voice } };

        var found = (Search("Europe/Moscow", "09:00-21:00", 14) with { Question = question }).From(Shipped, At("2026-11-22 12:00"));

        Assert.Equal(nearest, string.Join(", ", found.NearestTo(At(wanted)).Select(one => Shown(one.Start, Moscow))));
    }

    /// <summary>Each minute by itself: does it suit, by the definition of windows, and is the line there, and is that so until the talk ends?</summary>
    [Fact]
    public void Any_minute_is_in_a_slot_just_if_a_talk_has_room_from_it_on() => Gen.Select(
        Generators.HoursAtMoment, Generators.Zone, Generators.Window.List[1, 3], Gen.Int[0, 6].HashSet[1, 7], Gen.Int[5, 200]).Sample(
        (sample, zone, windows, weekdays, minutes) =>
        {
            var moment = sample.Moment;
            var hours = sample.Hours with
            {
                // The directory lets those of one year go before those of every year.
                Overrides = [.. sample.Hours.Overrides.OrderBy(one => one.Yearly is not null)],
                Incidents = [.. sample.Hours.Incidents.Select(OnWholeMinutes)],
            };
            // The directory knows no holidays of subjects.
            if (moment.InUtc().Year is 2000 or 2100 || hours.Calendar.Regional is not null)
                return;
            var length = Duration.FromMinutes(minutes);
            var suits = new Convenience(zone, weekdays.Select(day => UsualHours.Week[day]).ToHashSet(), windows);
            var directory = DirectoryOf(hours);
            var found = new SlotSearch(new Question(Segment.Individual), suits, length, 2).From(directory, moment);

            var first = Instant.FromUnixTimeSeconds((moment.ToUnixTimeSeconds() / 300 + 1) * 300);
            var today = first.InZone(zone).Date;
            var end = first + Duration.FromDays(4);
            var (room, mayBe) = (0, 0);
            List<(Instant From, bool Certain, bool Perhaps)> byMinute = [];
            // Backwards, so that each minute knows for how long it goes on.
            for (var minute = end; minute >= first; minute -= Duration.FromMinutes(1))
            {
                var state = Suits(suits, minute, today) ? hours.StateAt(minute) : HoursState.Closed;
                room = state == HoursState.Open ? room + 1 : 0;
                mayBe = state != HoursState.Closed ? mayBe + 1 : 0;
                byMinute.Add((minute, room >= minutes, mayBe >= minutes));
            }

            foreach (var (at, certain, perhaps) in byMinute.Where(one => IsWhole(one.From, hours.Zone) && IsWhole(one.From, zone)))
            {
                Assert.Equal(certain, found.Certain.Any(slot => slot.Start <= at && at <= slot.LastStart));
                var told = found.Perhaps.Any(slot => slot.Start <= at && at <= slot.LastStart);
                Assert.True(!told || (perhaps && !certain));
            }
        },
        iter: 40);

    [Fact]
    public void An_answer_holds_until_it_changes() => Gen.Select(CatalogGenerator.Question, Generators.Zone, Generators.Window.List[1, 2], Gen.Double[0, 1].Array[3]).Sample(
        (sample, zone, windows, inBetween) =>
        {
            var search = new SlotSearch(sample.Question, new Convenience(zone, Convenience.EveryDay, windows), Duration.FromMinutes(15), 3);
            var found = search.From(sample.Directory, sample.Moment);
            var span = found.ChangesAt - sample.Moment;
            Assert.True(span > Duration.Zero);
            foreach (var at in inBetween.Select(part => sample.Moment + span * part).Where(at => at < found.ChangesAt).Append(found.ChangesAt - Duration.Epsilon))
            {
                var later = search.From(sample.Directory, at);
                Assert.Equal((Text(found.Certain, zone.Id), Text(found.Perhaps, zone.Id), Others(found), found.CalendarBasis), (Text(later.Certain, zone.Id), Text(later.Perhaps, zone.Id), Others(later), later.CalendarBasis));
            }
        },
        iter: 40);

    private static bool Suits(Convenience suits, Instant minute, LocalDate today) =>
        Enumerable.Range(-1, 3).Select(today.PlusDays).Where(date => suits.Days.Contains(date.DayOfWeek)).Any(date => suits.Windows.Any(window =>
            MoscowTime.InstantOf(date.AtMidnight().PlusMinutes(window.StartMinute), suits.Zone) <= minute
            && minute < MoscowTime.InstantOf(date.AtMidnight().PlusMinutes(window.EndMinute), suits.Zone)));

    private static Incident OnWholeMinutes(Incident one) => one with { Start = WholeMinute(one.Start), End = one.End is { } end ? WholeMinute(end) : null };

    private static Instant WholeMinute(Instant at) => Instant.FromUnixTimeSeconds(at.ToUnixTimeSeconds() / 60 * 60);

    /// <summary>Only where the clocks of a zone show whole minutes do the edges of windows fall on them.</summary>
    private static bool IsWhole(Instant at, DateTimeZone zone) => zone.GetUtcOffset(at).Seconds % 60 == 0;

    private static ContactDirectory DirectoryOf(NaiveHours hours)
    {
        var channel = Channel("c") with { TimeZone = hours.Zone.Id, Hours = [.. hours.Statements.Select((_, i) => Says($"s{i}", $"h{i}"))] };
        var catalog = Of(channel) with
        {
            Years = [.. Domain.Shipped.Years.Where(year => hours.Calendar.BasisOf(year.Year) == ContactsApi.Core.Calendar.CalendarBasis.Decree)],
            Overrides = hours.Overrides,
            Incidents = hours.Incidents,
        };
        return new ContactDirectory(hours.Statements.Index().Aggregate(catalog, (all, one) => all.With($"s{one.Index}", one.Item)));
    }

    private static string Found(string zone, string at, string hours, int minutes, params Channel[] channels) => Text(
        (Search(zone, hours, 1) with { Question = new Question(Segment.Individual), Length = Duration.FromMinutes(minutes) }).From(Of(channels).Directory(), At(at, ZoneOf(zone))).Certain, zone);

    private static SlotSearch Search(string zone, string hours, int days) => new(
        new Question(Segment.Individual), new Convenience(ZoneOf(zone), Convenience.EveryDay, [TimeWindow.Parse(hours)]), Duration.FromMinutes(15), days);

    private static DateTimeZone ZoneOf(string id) => DateTimeZoneProviders.Tzdb[id];

    private static string Text(IEnumerable<Slot> slots, string zone) => string.Join(", ", slots.Select(slot =>
        $"{Shown(slot.Start, ZoneOf(zone))}-{slot.LastStart.InZone(ZoneOf(zone)).TimeOfDay.ToString("HH:mm", null)} {string.Join(' ', slot.Channels.Select(one => one.Channel.Id))}"));

    private static string Others(SlotsFound found) =>
        string.Join(", ", found.Others.Select(one => $"{one.Start} {one.Slot.LastStart} {string.Join(' ', one.Slot.Channels.Select(channel => channel.Channel.Id))}"));

    private static string Shown(Instant instant, DateTimeZone zone) => instant.InZone(zone).LocalDateTime.ToString("MM-dd HH:mm", null);
}
