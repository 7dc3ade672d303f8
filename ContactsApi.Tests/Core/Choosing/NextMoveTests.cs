using ContactsApi.Core.Channels;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Guidance;
using ContactsApi.Tests.Support;
using static ContactsApi.Tests.Support.Domain;
using static ContactsApi.Tests.Support.SmallCatalog;

namespace ContactsApi.Tests.Core.Choosing;

/// <summary>Where a step leads, if nobody answers.</summary>
public sealed class NextMoveTests
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
        var move = Assert.Single(NextMove.From(here, order));
        return move.Then is { } place ? order[place].Channel.Id : null;
    }
}
