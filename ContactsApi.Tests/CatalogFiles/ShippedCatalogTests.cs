using ContactsApi.CatalogFiles;
using ContactsApi.Core.Catalogs;

namespace ContactsApi.Tests.CatalogFiles;

/// <summary>The files that come with the service hold all that they should.</summary>
public sealed class ShippedCatalogTests
{
    private static readonly Catalog Shipped = ShippedCatalog.Read();

    [Fact]
    public void It_has_no_problem() => Assert.Empty(CatalogRules.ProblemsOf(Shipped));

    [Fact]
    public void It_names_every_channel_topic_and_region()
    {
        Assert.Equal(23, Shipped.Channels.Count);
        Assert.Equal(10, Shipped.Topics.Count);
        Assert.Equal(85, Shipped.Regions.Count);
    }

    [Fact]
    public void It_knows_the_decrees_of_2013_to_2027() => Assert.Equal(Enumerable.Range(2013, 15), Shipped.Years.Select(year => year.Year));

    [Fact]
    public void It_starts_without_overrides_and_incidents()
    {
        Assert.Empty(Shipped.Overrides);
        Assert.Empty(Shipped.Incidents);
    }
}
