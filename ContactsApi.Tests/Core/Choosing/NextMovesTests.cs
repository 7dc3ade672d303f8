using ContactsApi.Core;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Guidance;
using ContactsApi.Core.Hours;
using ContactsApi.Tests.Support;
using static ContactsApi.Tests.Support.Domain;
using static ContactsApi.Tests.Support.SmallCatalog;

namespace ContactsApi.Tests.Core.Choosing;

/// <summary>Where a step leads, if nobody answers.</summary>
public sealed class NextMovesTests
{
    private static readonly Channel Phone = Channel("phone", 1);
    private static readonly Channel App = Channel("app", 2) with { Kind = ChannelKind.App };
    private static readonly Channel Email = Channel("email", 3) with { Kind = ChannelKind.Email, Mode = Mode.Message };

    [Fact]
    public void It_leads_to_the_first_of_the_answer() => Assert.Equal("app", Then(Phone, Email, App));

    [Fact]
    public void What_the_caller_cannot_use_is_passed_over() => Assert.Equal("email", Then(Phone, Email, App with { Address = null }));

    [Fact]
    public void What_the_caller_tried_in_vain_is_passed_over() =>
        Assert.Equal("email", Then(new Question(Segment.Individual) { Exclude = new HashSet<string> { "app" } }, Phone, Email, App));

    [Fact]
    public void What_is_closed_is_passed_over() => Assert.Equal("email", Then(Phone, Email, App with { Hours = [Says("never")] }));

    [Fact]
    public void Where_there_is_none_it_leads_nowhere() => Assert.Null(Then(Phone));

    [Fact]
    public void It_never_leads_back() => Assert.Null(
        Then(new Question(Segment.Individual), new ChannelSelection { Kinds = [ChannelKind.Phone] }, Phone, App));

    [Fact]
    public void It_never_leads_to_another_door_of_the_room() =>
        Assert.Equal("email", Then(Phone with { Desk = "calls" }, App with { Desk = "calls" }, Email));

    [Fact]
    public void It_never_leads_to_what_is_reached_through_the_channel() => Assert.Equal("email", Then(Phone, App with { Through = "phone" }, Email));

    [Fact]
    public void It_may_lead_to_the_door_itself() => Assert.Equal("app", Then(Phone with { Through = "app" }, App, Email));

    [Theory]
    [InlineData(Cause.Incident, "email")] // The app is out of order, and so is not worth waiting for.
    [InlineData(Cause.Schedule, "app")]
    public void Without_a_step_it_leads_to_the_next_channel_that_will_answer(Cause cause, string then)
    {
        var noon = At("2026-11-23 12:00");
        var channels = Of(Phone, App, Email);
        var directory = (channels with { Incidents = cause == Cause.Incident ? [new Incident("i", "app", noon, null, Reason)] : [] }).Directory();
        var order = Chooser.Choose(directory, new Question(Segment.Individual), noon).Order;

        Assert.Equal(then, order[NextMoves.From(0, order).Then!.Value].Channel.Id);
    }

    /// <summary>The source advises the app; the list goes on with what is certain, in the order of the answer.</summary>
    [Theory]
    [InlineData("always", "app")]
    [InlineData("always, never", "chat")] // disputed, and the chat is open for certain
    [InlineData("never", "chat")]
    public void The_one_next_channel_is_the_advised_one_unless_only_another_is_certain(string appHours, string then)
    {
        var catalog = Of(Phone, App with { Hours = [.. appHours.Split(", ").Select((hours, i) => Says(hours) with { Id = $"h{i}" })] }, Channel("chat", 3) with { Kind = ChannelKind.Chat }) with
        {
            NextSteps = [new NextStep("s", Reason, Reason, "4.3") { For = new() { Kinds = [ChannelKind.Phone] }, Then = new() { Kinds = [ChannelKind.App] } }],
        };
        var order = Chooser.Choose(catalog.Directory(), new Question(Segment.Individual), At("2026-11-23 12:00")).Order;

        Assert.Equal(then, order[NextMoves.From(order.ToList().FindIndex(one => one.Channel.Id == "phone"), order).Then!.Value].Channel.Id);
    }

    private static string? Then(params Channel[] channels) => Then(new Question(Segment.Individual), channels);

    private static string? Then(Question question, params Channel[] channels) =>
        Then(question, new ChannelSelection { Kinds = [ChannelKind.Email, ChannelKind.App] }, channels);

    private static string? Then(Question question, ChannelSelection then, params Channel[] channels)
    {
        var catalog = Of(channels) with
        {
            NextSteps = [new NextStep("s", Reason, Reason, "4.3") { For = new() { Kinds = [ChannelKind.Phone] }, Then = then }],
        };
        var order = Chooser.Choose(catalog.Directory(), question, At("2026-11-23 12:00")).Order;
        var here = order.ToList().FindIndex(one => one.Channel.Id == "phone");
        var move = Assert.Single(NextMoves.From(here, order).Steps);
        return move.Then is { } place ? order[place].Channel.Id : null;
    }
}
