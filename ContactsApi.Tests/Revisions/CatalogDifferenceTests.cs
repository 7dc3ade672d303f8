using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Statements;
using ContactsApi.Revisions;
using ContactsApi.Tests.Support;
using CsCheck;

namespace ContactsApi.Tests.Revisions;

public sealed class CatalogDifferenceTests
{
    private static readonly Catalog Shipped = Domain.Shipped;

    [Fact]
    public void A_catalog_does_not_differ_from_itself() => Assert.Empty(CatalogDifference.Between(Shipped, Shipped));

    [Fact]
    public void Before_the_first_catalog_everything_is_added() =>
        Assert.All(CatalogDifference.Between(null, Shipped), difference => Assert.Equal(ChangeKind.Added, difference.Change));

    [Fact]
    public void An_element_is_added_in_the_middle_without_moving_the_others() => Assert.Equal(
        ["topics parking Added"], Said(Shipped with { Topics = [Shipped.Topics[0], new("parking", Domain.Reason), .. Shipped.Topics.Skip(1)] }));

    [Fact]
    public void An_element_is_removed() =>
        Assert.Equal([$"topics {Shipped.Topics[0].Id} Removed"], Said(Shipped with { Topics = [.. Shipped.Topics.Skip(1)] }));

    [Fact]
    public void Elements_stand_in_another_order() =>
        Assert.Equal(["topics  reordered"], Said(Shipped with { Topics = [.. Shipped.Topics.Reverse()] }));

    [Fact]
    public void A_changed_element_tells_its_fields()
    {
        var hotline = Shipped.Channels[0];
        var settled = hotline with { Hours = [hotline.Hours[0] with { Rank = Rank.Preferred }, .. hotline.Hours.Skip(1)] };

        Assert.Equal(
            ["channels hotline Changed hours[hours-1.1].rank: normal → preferred"],
            Said(Shipped with { Channels = [settled, .. Shipped.Channels.Skip(1)] }));
    }

    [Fact]
    public void A_property_that_is_no_list_is_an_element() => Assert.Equal(
        ["callCentreSchedule callCentreSchedule Changed : H-GRAPH → H-247"], Said(Shipped with { CallCentreSchedule = "H-247" }));

    [Fact]
    public void Random_catalogs_differ_only_where_their_texts_do() =>
        Gen.Select(CatalogGenerator.Question, CatalogGenerator.Question).Sample(
            (one, other) => Assert.Equal(
                one.Directory.Catalog.ToJson() == other.Directory.Catalog.ToJson(),
                CatalogDifference.Between(one.Directory.Catalog, other.Directory.Catalog).Count == 0),
            iter: 30);

    private static IEnumerable<string> Said(Catalog after) => CatalogDifference.Between(Shipped, after).Select(difference => string.Join(
        ' ',
        [
            $"{difference.Kind} {difference.Id} {difference.Change?.ToString() ?? "reordered"}",
            .. difference.Fields.Where(field => field is { Before: not null, After: not null }).Select(field => $"{field.Path}: {field.Before} → {field.After}"),
        ]));
}
