using ContactsApi.Core;
using ContactsApi.Core.Statements;
using ContactsApi.Tests.Support;
using static ContactsApi.Tests.Support.Findings;
using static ContactsApi.Tests.Support.SmallCatalog;

namespace ContactsApi.Tests.Core.Quality;

public sealed class ContradictingHoursTests
{
    private const string Code = "contradicting-hours";

    private static readonly HoursStatement Always = Says("always", "a");

    private static readonly HoursStatement CallCentreHours = Says(CallCentre, "b") with { Reference = "3.1" };

    [Fact]
    public void Two_passages_with_different_hours_contradict_each_other() =>
        Assert.Equal("c [a b] 1.1 3.1", Found(Code, Of(Channel("c") with { Hours = [Always, CallCentreHours] })));

    [Fact]
    public void Two_passages_with_the_same_hours_do_not() =>
        Assert.Equal("", Found(Code, Of(Channel("c") with { Hours = [Always, CallCentreHours with { Schedule = "always" }] })));

    [Fact]
    public void Hours_are_the_same_however_their_windows_are_cut()
    {
        var catalog = Of(Channel("c") with { Hours = [Always, Says("halves", "b") with { Reference = "3.1" }] })
            .With("halves", Domain.Weekly("workday 00:00-12:00 12:00-24:00; saturday 00:00-24:00; sunday 00:00-24:00; holiday 00:00-24:00"));

        Assert.Equal("", Found(Code, catalog));
    }

    [Fact]
    public void A_passage_that_can_be_read_as_the_other_does_not_contradict_it() =>
        Assert.Equal("", Found(Code, Of(Channel("c") with { Hours = [Always, CallCentreHours, Says("always", "b2") with { Reference = "3.1" }] })));

    [Fact]
    public void A_rank_settles_the_contradiction()
    {
        Assert.Equal("", Found(Code, Of(Channel("c") with { Hours = [Always with { Rank = Rank.Preferred }, CallCentreHours] })));
        Assert.Equal("", Found(Code, Of(Channel("c") with { Hours = [Always, CallCentreHours with { Rank = Rank.Deprecated }] })));
    }

    [Fact]
    public void It_is_told_once_for_all_whom_it_concerns_and_for_nobody_else()
    {
        var channel = Channel("c") with
        {
            Priority = new Dictionary<Segment, int> { [Segment.Individual] = 1, [Segment.LegalEntity] = 1, [Segment.Abroad] = 1 },
            Hours = [Always, CallCentreHours, Says("always", "n") with { Reference = "2.3", Segments = [Segment.LegalEntity] }],
        };

        Assert.Equal(
            ["The portal gives different hours for individuals and people abroad. 1.1: “always”; 3.1: “H-GRAPH”."], Texts(Code, Of(channel)));
    }

    [Fact]
    public void Another_door_to_the_same_desk_is_not_blamed_again() =>
        Assert.Equal("c [a b] 1.1 3.1", Found(Code, Of(
            Channel("c") with { Hours = [Always, CallCentreHours] }, Channel("door") with { Hours = [], StatementsOf = "c" })));
}
