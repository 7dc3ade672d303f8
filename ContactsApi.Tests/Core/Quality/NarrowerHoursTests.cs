using ContactsApi.Core;
using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Statements;
using static ContactsApi.Tests.Support.Findings;
using static ContactsApi.Tests.Support.SmallCatalog;

namespace ContactsApi.Tests.Core.Quality;

public sealed class NarrowerHoursTests
{
    private const string Code = "narrower-hours-for-segment";

    [Fact]
    public void Fewer_hours_for_organisations_are_found() =>
        Assert.Equal("c [n] 2.3", Found(Code, ForAllAndForOrganisations(Says("always"), Says(CallCentre, "n"))));

    [Fact]
    public void More_hours_are_fewer_for_the_others() =>
        Assert.Equal("c [h] 1.1", Found(Code, ForAllAndForOrganisations(Says(CallCentre), Says("always", "n"))));

    [Fact]
    public void The_same_hours_for_all_are_not_found() =>
        Assert.Equal("", Found(Code, ForAllAndForOrganisations(Says("always"), Says("always", "n"))));

    [Fact]
    public void A_dispute_is_not_narrower_than_its_most_favourable_side() => Assert.Equal(
        "", Found(Code, ForAllAndForOrganisations(Says("always"), Says("always", "n"), Says(CallCentre, "n2"))));

    [Fact]
    public void Unstated_hours_are_not_narrower() =>
        Assert.Equal("", Found(Code, ForAllAndForOrganisations(Says("always"), Says("always", "n") with { Rank = Rank.Deprecated })));

    private static Catalog ForAllAndForOrganisations(HoursStatement all, params HoursStatement[] organisations) => Of(Channel("c") with
    {
        Priority = new Dictionary<Segment, int> { [Segment.Individual] = 1, [Segment.LegalEntity] = 1 },
        Hours = [all, .. organisations.Select(one => one with { Reference = "2.3", Segments = [Segment.LegalEntity] })],
    });
}
