using ContactsApi.Core;
using ContactsApi.Core.Calendar;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Hours;
using ContactsApi.Core.Statements;
using ContactsApi.Serialization;
using ContactsApi.Tests.Support;
using NodaTime;
using static ContactsApi.Tests.Support.Domain;
using static ContactsApi.Tests.Support.SmallCatalog;

namespace ContactsApi.Tests.Core.Choosing;

public sealed class ChooserTests
{
    private static readonly Instant MondayNoon = At("2026-11-23 12:00");

    [Fact]
    public void Class_goes_first() => Assert.Equal(
        "open disputed unstated bot letter closed office",
        Order(
            Channel("office", 1) with { Mode = Mode.InPerson },
            Channel("closed", 2) with { Hours = [Says("never")] },
            Channel("letter", 1) with { Mode = Mode.Message },
            Channel("bot", 1) with { Mode = Mode.Automated },
            Channel("unstated", 2) with { Hours = [] },
            Channel("disputed", 1) with { Hours = [Says("always", "a"), Says("never", "b")] },
            Channel("open", 9)));

    [Fact]
    public void A_closed_robot_is_no_better_than_a_letter() => Assert.Equal(
        "letter bot", Order(Channel("bot", 2) with { Mode = Mode.Automated, Hours = [Says("never")] }, Channel("letter", 1) with { Mode = Mode.Message }));

    [Fact]
    public void What_is_just_for_the_question_goes_before_what_promises_more() => Assert.Equal(
        "urgent topic region quick",
        Order(
            Asked with { Urgent = true },
            Channel("quick", 1) with { Answers = [Minutes(1)] },
            Channel("region", 4) with { Restrictions = new() { Regions = new Dictionary<string, string> { ["RU-SPE"] = "2.3" } } },
            Channel("topic", 3) with { Restrictions = new() { Topics = new Dictionary<string, string> { ["e-signature"] = "2.3" } } },
            Channel("urgent", 2) with { Restrictions = new() { UrgentOnly = "1.4" } }));

    [Fact]
    public void The_sooner_certain_answer_goes_first_and_an_unknown_one_last() => Assert.Equal(
        "soon later unknown",
        Order(Channel("unknown", 1), Channel("later", 2) with { Answers = [Minutes(5)] }, Channel("soon", 3) with { Answers = [Minutes(1)] }));

    [Fact]
    public void Of_equal_instants_the_fixed_one_goes_first()
    {
        // At noon on Monday the end of Tuesday's work is 32 hours away.
        var moving = Channel("moving", 1) with { Answers = [Promising() with { Within = Duration.FromHours(32) }] };
        var standing = Channel("standing", 2) with { Answers = [Promising() with { ByEndOfWorkingDay = true }] };
        var directory = Of(moving, standing).Directory();

        Assert.Equal("standing moving", Ids(Chooser.Choose(directory, Asked, MondayNoon)));
        var before = Chooser.Choose(directory, Asked, MondayNoon - Duration.Epsilon);
        Assert.Equal("moving standing", Ids(before));
        Assert.Equal(MondayNoon, before.ValidUntil);
    }

    [Fact]
    public void Priority_then_id_decide_where_all_else_is_equal() =>
        Assert.Equal("z a b", Order(Channel("b", 2), Channel("a", 2), Channel("z", 1)));

    [Fact]
    public void Every_reason_against_a_channel_is_reported_in_order()
    {
        var hopeless = Channel("hopeless") with
        {
            Address = null,
            Restrictions = new()
            {
                UrgentOnly = "1.4",
                Topics = new Dictionary<string, string> { ["sms-code"] = "4.1" },
                Regions = new Dictionary<string, string> { ["RU-LEN"] = "2.3" },
            },
        };
        var question = Asked with
        {
            Needs = new HashSet<Capability> { Capability.Voice },
            Language = Language.En,
            Exclude = new HashSet<string> { "hopeless" },
        };

        var decision = Chooser.Choose(Of(hopeless).Directory(), question, MondayNoon);

        Assert.Empty(decision.Order);
        Assert.Equal(Enum.GetValues<IneligibleReason>(), Assert.Single(decision.Ineligible).Reasons);
    }

    [Theory]
    [InlineData("sms-code", "no-login", true)] // cannotSignIn
    [InlineData("sms-code", "", false)]
    [InlineData("account-locked", "no-login", false)] // cannotSignIn and needsHuman
    [InlineData("account-locked", "no-login human", true)]
    [InlineData("e-signature", "", true)]
    public void A_topic_adds_the_needs_that_it_implies(string topic, string capabilities, bool eligible)
    {
        var channel = Channel("c") with
        {
            Capabilities = capabilities.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .ToDictionary(name => EnumNames<Capability>.TryParse(name, out var value) ? value : default, _ => "1.1"),
        };
        var question = new Question(Segment.Individual) { Topic = Shipped.Topics.Single(one => one.Id == topic) };

        Assert.Equal(eligible, Chooser.Choose(Of(channel).Directory(), question, MondayNoon).Order.Count == 1);
    }

    [Theory]
    [InlineData(ChannelKind.Phone, null, true)]
    [InlineData(ChannelKind.Phone, "RU", true)]
    [InlineData(ChannelKind.Phone, "DE", false)]
    [InlineData(ChannelKind.Phone, "KZ", false)] // The same calling code, another country.
    [InlineData(ChannelKind.Fax, "DE", false)]
    [InlineData(ChannelKind.Chat, "DE", true)]
    public void A_number_is_free_of_charge_from_Russia_only(ChannelKind kind, string? country, bool eligible)
    {
        var channel = Channel("c") with { Kind = kind, Capabilities = new Dictionary<Capability, string> { [Capability.FreeOfCharge] = "1.1" } };
        var question = new Question(Segment.Individual) { Needs = new HashSet<Capability> { Capability.FreeOfCharge }, Country = country };

        Assert.Equal(eligible, Chooser.Choose(Of(channel).Directory(), question, MondayNoon).Order.Count == 1);
    }

    [Theory]
    [InlineData(null, null, "")]
    [InlineData("e-signature", null, "topic")]
    [InlineData("sms-code", null, "")]
    [InlineData(null, "RU-SPE", "region")]
    [InlineData(null, "RU-SVE", "")]
    [InlineData("e-signature", "RU-SPE", "both region topic")]
    public void A_restricted_channel_is_there_only_for_those_who_ask_for_it(string? topic, string? region, string eligible)
    {
        var topics = new Dictionary<string, string> { ["e-signature"] = "2.3" };
        var regions = new Dictionary<string, string> { ["RU-SPE"] = "2.3" };
        var directory = Of(
            Channel("both") with { Restrictions = new() { Topics = topics, Regions = regions } },
            Channel("region") with { Restrictions = new() { Regions = regions } },
            Channel("topic") with { Restrictions = new() { Topics = topics } }).Directory();
        var question = new Question(Segment.Individual)
        {
            Topic = topic is null ? null : directory.Topics[topic],
            Region = region is null ? null : directory.Regions[region],
        };

        Assert.Equal(eligible, Ids(Chooser.Choose(directory, question, MondayNoon)));
    }

    [Fact]
    public void A_preferred_statement_settles_a_dispute()
    {
        var hotline = Shipped.Channels.Single(channel => channel.Id == "hotline");
        var settled = Shipped with
        {
            Channels = [.. Shipped.Channels.Select(channel => channel != hotline ? channel : channel with
            {
                Hours = [.. channel.Hours.Select(one => one.Reference == "3.1" ? one with { Rank = Rank.Preferred } : one)],
            })],
        };

        Assert.Equal(HoursState.Disputed, StateOf(Shipped));
        Assert.Equal(HoursState.Closed, StateOf(settled));

        HoursState StateOf(ContactsApi.Core.Catalogs.Catalog catalog) =>
            catalog.Directory().ServedFor(new Question(Segment.Individual)).ToArray().Single(served => served.Channel.Id == "hotline").AvailabilityAt(At("2026-11-23 03:00")).State;
    }

    [Fact]
    public void The_app_is_another_door_to_the_chat() => Assert.Equal(
        Shipped.Directory().ServedFor(new Question(Segment.LegalEntity)).ToArray().Single(served => served.Channel.Id == "portal-chat").CountingHours,
        Shipped.Directory().ServedFor(new Question(Segment.LegalEntity)).ToArray().Single(served => served.Channel.Id == "mobile-app").CountingHours);

    // 2028 has no decree.
    [Theory]
    [InlineData("2027-12-31 12:00", "workday 08:00-20:00", CalendarBasis.Statute)] // opens in 2028
    [InlineData("2027-12-30 07:00", "workday 08:00-20:00", CalendarBasis.Decree)]
    [InlineData("2027-12-31 23:59", "workday 00:00-24:00; saturday 00:00-24:00; sunday 00:00-24:00; holiday 00:00-24:00", CalendarBasis.Decree)]
    [InlineData("2028-01-01 00:00", "workday 00:00-24:00; saturday 00:00-24:00; sunday 00:00-24:00; holiday 00:00-24:00", CalendarBasis.Statute)]
    public void The_basis_is_that_of_the_moment_and_of_every_instant_shown(string at, string hours, CalendarBasis basis)
    {
        var directory = Of(Channel("c") with { Hours = [Says("r")] }).With("r", Weekly(hours)).Directory();

        Assert.Equal(basis, Chooser.Choose(directory, new Question(Segment.Individual), At(at)).CalendarBasis);
    }

    [Fact]
    public void What_lies_beyond_the_horizon_comes_into_sight_in_time()
    {
        var start = At("2029-06-01 12:00");
        var catalog = Of(Channel("c")) with { Incidents = [new Incident("i", "c", start, null, Reason)] };
        var directory = catalog.Directory();
        var intoSight = start - Duration.FromDays(400);

        // 2028 and 2029 have no decree: the basis does not change in between.
        var before = Chooser.Choose(directory, new Question(Segment.Individual), intoSight - Duration.Epsilon);
        var after = Chooser.Choose(directory, new Question(Segment.Individual), intoSight);

        Assert.Null(before.Order[0].Availability.Until);
        Assert.Equal(intoSight, before.ValidUntil);
        Assert.Equal(start, after.Order[0].Availability.Until);
        Assert.Equal(start, after.ValidUntil);
    }

    private static Question Asked { get; } = new(Segment.Individual)
    {
        Topic = Shipped.Topics.Single(topic => topic.Id == "e-signature"),
        Region = Shipped.Regions.Single(region => region.Code == "RU-SPE"),
    };

    private static AnswerStatement Minutes(int minutes) => Promising() with { Within = Duration.FromMinutes(minutes) };

    private static string Order(params Channel[] channels) => Order(new Question(Segment.Individual), channels);

    private static string Order(Question question, params Channel[] channels) => Ids(Chooser.Choose(Of(channels).Directory(), question, MondayNoon));

    private static string Ids(Decision decision) => string.Join(' ', decision.Order.Select(one => one.Channel.Id));
}
