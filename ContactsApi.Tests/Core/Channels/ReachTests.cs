using ContactsApi.Core;
using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Hours;
using ContactsApi.Tests.Support;
using NodaTime;
using static ContactsApi.Tests.Support.Domain;
using static ContactsApi.Tests.Support.SmallCatalog;

namespace ContactsApi.Tests.Core.Channels;

/// <summary>What an incident closes, what an override is about, and whom a tried channel takes along.</summary>
public sealed class ReachTests
{
    private static readonly Instant MondayNoon = At("2026-11-23 12:00");

    private static readonly LocalDate Monday = Date("2026-11-23");

    /// <summary>A hotline and the same line from abroad, a robot on its number and a menu that the robot reads; a chat and an app; a letter alone.</summary>
    private static readonly Channel[] House =
    [
        Channel("hotline", 1) with { Desk = "calls" },
        Channel("abroad", 2) with { Desk = "calls" },
        Channel("robot", 3) with { Through = "hotline" },
        Channel("menu", 4) with { Through = "robot" },
        Channel("chat", 5) with { Desk = "chats" },
        Channel("app", 6) with { Desk = "chats" },
        Channel("letter", 7),
    ];

    [Theory]
    [InlineData("hotline", "hotline abroad robot menu")]
    [InlineData("abroad", "hotline abroad robot menu")]
    [InlineData("robot", "robot menu")] // A door that is shut does not shut the house.
    [InlineData("menu", "menu")]
    [InlineData("chat", "chat app")]
    [InlineData("app", "chat app")]
    [InlineData("letter", "letter")]
    public void An_incident_closes_the_reach_of_its_channel(string channel, string closed)
    {
        var incident = new Incident("i", channel, MondayNoon, null, Reason);
        var directory = (Of(House) with { Incidents = [incident] }).Directory();
        var decision = Chooser.Choose(directory, new Question(Segment.Individual), MondayNoon);

        Assert.Equal(closed, string.Join(' ', directory.ClosedBy(incident).Select(one => one.Id)));
        Assert.Equal(
            Words(closed),
            Words(decision.Order.Where(one => (one.Availability.State, one.Availability.Now.Cause) == (HoursState.Closed, Cause.Incident)).Select(one => one.Channel.Id)));
        Assert.Equal(House.Length, decision.Order.Count);
    }

    [Theory]
    [InlineData("hotline")]
    [InlineData("chat")]
    public void An_incident_of_one_door_alone_closes_that(string channel)
    {
        var incident = new Incident("i", channel, MondayNoon, null, Reason) { OnlyHere = true };
        var directory = (Of(House) with { Incidents = [incident] }).Directory();

        Assert.Equal([channel], directory.ClosedBy(incident).Select(one => one.Id));
    }

    [Theory]
    [InlineData("hotline", false, "hotline abroad")] // The robot works on.
    [InlineData("hotline", true, "hotline")]
    [InlineData("robot", false, "robot")]
    [InlineData("app", false, "chat app")]
    public void An_override_is_about_the_desk_of_its_channel(string channel, bool onlyHere, string replaced)
    {
        var holiday = new Override("o", channel, Monday, Monday, [], Reason) { OnlyHere = onlyHere };
        var directory = (Of(House) with { Overrides = [holiday] }).Directory();
        var decision = Chooser.Choose(directory, new Question(Segment.Individual), MondayNoon);

        Assert.Equal(replaced, string.Join(' ', directory.ReplacedBy(holiday).Select(one => one.Id)));
        Assert.Equal(Words(replaced), Words(decision.Order.Where(one => one.Availability.State == HoursState.Closed).Select(one => one.Channel.Id)));
    }

    [Fact]
    public void An_override_of_its_own_goes_before_one_of_the_desk()
    {
        var catalog = Of(House) with
        {
            Overrides =
            [
                new Override("desk", "hotline", Monday, Monday, [], Reason),
                new Override("own", "abroad", Monday, Monday, [TimeWindow.Parse("11:00-13:00")], Reason),
            ],
        };
        var states = Chooser.Choose(catalog.Directory(), new Question(Segment.Individual), MondayNoon)
            .Order.ToDictionary(one => one.Channel.Id, one => one.Availability.State);

        Assert.Equal((HoursState.Closed, HoursState.Open), (states["hotline"], states["abroad"]));
    }

    /// <summary>The hours of the hotline where each of some overrides says others: those of one year first, then those of the channel itself.</summary>
    [Theory]
    [InlineData("own desk own-yearly desk-yearly", "own")]
    [InlineData("desk own-yearly desk-yearly", "desk")] // What was said of the desk this year is more special than what holds every year.
    [InlineData("desk-yearly own-yearly", "own-yearly")]
    [InlineData("desk-yearly", "desk-yearly")]
    public void Of_several_overrides_the_more_special_counts(string overrides, string counts)
    {
        var all = Words(overrides).Select(id => new Override(id, id.StartsWith("own", StringComparison.Ordinal) ? "hotline" : "abroad", Monday, Monday, [], new(id, id)))
            .Select(one => one.Id.EndsWith("yearly", StringComparison.Ordinal) ? one.EveryYear() : one);

        foreach (var order in new[] { all, all.Reverse() })
        {
            var catalog = Of(House) with { Overrides = [.. order] };
            var hotline = Chooser.Choose(catalog.Directory(), new Question(Segment.Individual), MondayNoon).Order.Single(one => one.Channel.Id == "hotline");
            Assert.Equal(counts, hotline.Availability.Now.Reason!.En);
        }
    }

    [Theory]
    [InlineData("hotline", "chat app letter abroad robot menu")]
    [InlineData("robot", "hotline abroad chat app letter menu")]
    [InlineData("app", "hotline abroad robot menu letter chat")]
    [InlineData("letter", "hotline abroad robot menu chat app")]
    [InlineData("hotline chat", "letter abroad robot menu app")]
    public void Another_room_goes_before_one_that_was_tried(string tried, string order)
    {
        var decision = Chooser.Choose(Of(House).Directory(), new Question(Segment.Individual) { Exclude = Words(tried) }, MondayNoon);

        Assert.Equal(order, string.Join(' ', decision.Order.Select(one => one.Channel.Id)));
    }

    [Fact]
    public void A_room_tried_by_a_door_for_others_is_tried_all_the_same()
    {
        var abroad = Channel("abroad", 1) with { Desk = "calls", Priority = new Dictionary<Segment, int> { [Segment.Abroad] = 1 } };
        var directory = Of(abroad, Channel("hotline", 1) with { Desk = "calls" }, Channel("letter", 2)).Directory();
        var decision = Chooser.Choose(directory, new Question(Segment.Individual) { Exclude = Words("abroad") }, MondayNoon);

        Assert.Equal(["letter", "hotline"], decision.Order.Select(one => one.Channel.Id));
        Assert.Equal([false, true], decision.Order.Select(one => one.InTriedRoom));
    }

    [Fact]
    public void Class_goes_before_the_room() => Assert.Equal(
        "hotline bot",
        string.Join(' ', Chooser.Choose(
            Of(Channel("tried", 1) with { Desk = "calls" }, Channel("hotline", 2) with { Desk = "calls" }, Channel("bot", 1) with { Mode = Mode.Automated }).Directory(),
            new Question(Segment.Individual) { Exclude = Words("tried") },
            MondayNoon).Order.Select(one => one.Channel.Id)));

    [Theory]
    [InlineData("desk", "$.channels[0].desk")]
    [InlineData("unknown", "$.channels[0].through")]
    [InlineData("itself", "$.channels[0].through")]
    [InlineData("circle", "$.channels[0].through $.channels[1].through")]
    public void Doors_lead_somewhere(string mistake, string places)
    {
        var (a, b) = (Channel("a"), Channel("b"));
        Channel[] channels = mistake switch
        {
            "desk" => [a with { Desk = "the desk" }, b],
            "unknown" => [a with { Through = "c" }, b],
            "itself" => [a with { Through = "a" }, b],
            _ => [a with { Through = "b" }, b with { Through = "a" }],
        };

        Assert.Equal(places, string.Join(' ', CatalogRules.ProblemsOf(Of(channels)).Select(problem => problem.Path)));
    }

    private static HashSet<string> Words(string words) => Words(words.Split(' '));

    private static HashSet<string> Words(IEnumerable<string> words) => [.. words];
}
