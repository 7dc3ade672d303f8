using System.Text.Json.Nodes;
using ContactsApi.CatalogFiles;
using ContactsApi.Core.Catalogs;
using ContactsApi.Storage;

namespace ContactsApi.Upgrading;

/// <summary>What elements have been in a store, from the oldest version of each to the newest.</summary>
public delegate ILookup<(string Kind, string Id), ElementVersion> History(IEnumerable<(string Kind, string Id)> elements);

/// <summary>
/// A catalog that an earlier release shipped, brought up to date with what this one ships. What a steward touched stays: an element of
/// which any version was written by anybody but the service, be it that it was removed.
/// </summary>
/// <param name="After">The same catalog if nothing is taken.</param>
/// <param name="Kept">What differs from the shipped catalog all the same.</param>
public sealed record Upgrade(Catalog After, IReadOnlyList<KeptElement> Kept)
{
    /// <summary>With all that is shipped.</summary>
    public static Upgrade Whole(Catalog stored, Catalog shipped, History history) =>
        Of([.. Offers.All(stored, shipped)], stored, shipped, history, (offer, versions) => TouchedIn(versions));

    /// <summary>With what every start takes: the years of the calendar and the guidance.</summary>
    public static Upgrade AtStart(Catalog stored, Catalog shipped, History history) =>
        Of([.. Offers.AtStart(stored, shipped)], stored, shipped, history, (offer, versions) => TouchedIn(versions) ?? ReplacedIn(versions, offer));

    private static Upgrade Of(
        IReadOnlyList<ElementChange> offers, Catalog stored, Catalog shipped, History history, Func<ElementChange, IReadOnlyList<ElementVersion>, KeptElement?> reasonToKeep)
    {
        if (offers.Count == 0)
            return new(stored, []);
        var versions = history(offers.Select(offer => (offer.Kind, offer.Id)));
        var judged = offers.Select(offer => (Offer: offer, Kept: reasonToKeep(offer, [.. versions[(offer.Kind, offer.Id)]]))).ToList();
        var kept = judged.Select(one => one.Kept).OfType<KeptElement>();
        if (judged.TrueForAll(one => one.Kept is not null))
            return new(stored, [.. kept]);
        var fitting = Fitting.Of([.. judged.Where(one => one.Kept is null).Select(one => one.Offer)], stored, shipped);
        return new(fitting.Catalog, [.. kept, .. fitting.Unfit.Select(one => KeptElement.Unfit(one.Offer, one.Problem))]);
    }

    /// <summary>By whom it was touched last, if it was. A version that says the same as the one before only moved it.</summary>
    private static KeptElement? TouchedIn(IReadOnlyList<ElementVersion> versions)
    {
        var touched = versions.Where((version, i) =>
            !IsOfTheService(version) && !CatalogElement.SaysTheSame(version.Kind, i == 0 ? null : versions[i - 1].Body, version.Body));
        return touched.LastOrDefault() is { } last ? KeptElement.AsLeft(last) : null;
    }

    /// <summary>
    /// What the service itself wrote once and then replaced, it does not write again: the replicas of two releases would undo each
    /// other's work at every start.
    /// </summary>
    private static KeptElement? ReplacedIn(IReadOnlyList<ElementVersion> versions, ElementChange offer) =>
        versions.SkipLast(1).Any(version => version.Body is not null && JsonNode.DeepEquals(
            Offers.TakenAtStart(offer.Kind, version.Body), Offers.TakenAtStart(offer.Kind, offer.After!)))
            ? KeptElement.OfLaterRelease(versions[^1])
            : null;

    private static bool IsOfTheService(ElementVersion version) =>
        version.KeyId is null && ShippedCatalog.IsSourceOf(version.Message);
}
