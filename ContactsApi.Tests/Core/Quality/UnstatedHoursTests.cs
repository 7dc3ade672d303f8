using ContactsApi.Core;
using ContactsApi.Core.Statements;
using static ContactsApi.Tests.Support.Findings;
using static ContactsApi.Tests.Support.SmallCatalog;

namespace ContactsApi.Tests.Core.Quality;

public sealed class UnstatedHoursTests
{
    private const string Code = "unstated-hours";

    [Fact]
    public void A_channel_of_which_nobody_states_the_hours_is_found() =>
        Assert.Equal("c [] 4.3", Found(Code, Of(Channel("c") with { Hours = [], References = ["4.3"] })));

    [Fact]
    public void A_deprecated_statement_states_nothing() =>
        Assert.Equal("c []", Found(Code, Of(Channel("c") with { Hours = [Says("always") with { Rank = Rank.Deprecated }] })));

    [Fact]
    public void A_channel_with_hours_is_not_found_nor_is_another_door_to_it() =>
        Assert.Equal("", Found(Code, Of(Channel("c"), Channel("door") with { Hours = [], StatementsOf = "c" })));

    [Fact]
    public void Whom_the_hours_are_not_stated_for_is_told()
    {
        var channel = Channel("c") with
        {
            Priority = new Dictionary<Segment, int> { [Segment.Individual] = 1, [Segment.Abroad] = 1 },
            Hours = [Says("always") with { Segments = [Segment.Individual] }],
        };

        Assert.Equal(["The hours for people abroad are not stated anywhere."], Texts(Code, Of(channel)));
    }
}
