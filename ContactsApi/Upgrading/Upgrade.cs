using System.Text.Json.Nodes;
using ContactsApi.Core.Catalogs;
using ContactsApi.Storage;

namespace ContactsApi.Upgrading;

/// <summary>
/// A catalog that an earlier release shipped, brought up to date with what this one ships. What a steward touched stays: an element of
/// which any version was written by anybody but the service, be it that it was removed.
/// </summary>
/// <param name="After">The same catalog if nothing is taken.</param>
/// <param name="Kept">What differs from the shipped catalog all the same.</param>
public sealed record Upgrade(Catalog After, IReadOnlyList<KeptElement> Kept)
{
    /// <summary>With all that is shipped. What a steward added is nobody else's matter, and no difference.</summary>
    public static Upgrade Whole(Catalog stored, Catalog shipped, Func<IEnumerable<(string Kind, string Id)>, History> read)
    {
        var offers = Offers.All(stored, shipped).ToList();
        var history = read(offers.Select(KeyOf));
        offers.RemoveAll(offer => offer.After is null && !history.Versions[KeyOf(offer)].Any(history.IsOfTheService));
        return Of(offers, stored, shipped, offer => TouchedIn(history, offer));
    }

    /// <summary>With what every start takes: the years of the calendar and the guidance.</summary>
    public static Upgrade AtStart(Catalog stored, Catalog shipped, Func<IEnumerable<(string Kind, string Id)>, History> read)
    {
        var offers = Offers.AtStart(stored, shipped).ToList();
        var history = read(offers.Select(KeyOf));
        return Of(offers, stored, shipped, offer => TouchedIn(history, offer) ?? ReplacedIn(history, offer));
    }

    private static Upgrade Of(IReadOnlyList<ElementChange> offers, Catalog stored, Catalog shipped, Func<ElementChange, KeptElement?> reasonToKeep)
    {
        var judged = offers.Select(offer => (Offer: offer, Kept: reasonToKeep(offer))).ToList();
        var kept = judged.Select(one => one.Kept).OfType<KeptElement>();
        if (judged.TrueForAll(one => one.Kept is not null))
            return new(stored, [.. kept]);
        var fitting = Fitting.Of([.. judged.Where(one => one.Kept is null).Select(one => one.Offer)], stored, shipped);
        return new(fitting.Catalog, [.. kept, .. fitting.Unfit.Select(one => KeptElement.Unfit(one.Offer, one.Problem))]);
    }

    /// <summary>By whom it was touched last, if it was. A version that says the same as the one before only moved it.</summary>
    private static KeptElement? TouchedIn(History history, ElementChange offer)
    {
        List<ElementVersion> versions = [.. history.Versions[KeyOf(offer)]];
        var touched = versions.Where((version, i) =>
            !history.IsOfTheService(version) && !CatalogElement.SaysTheSame(version.Kind, i == 0 ? null : versions[i - 1].Body, version.Body));
        return touched.LastOrDefault() is { } last ? KeptElement.AsLeft(last) : null;
    }

    /// <summary>
    /// What the service itself wrote once and then replaced, it does not write again: the replicas of two releases would undo each
    /// other's work at every start.
    /// </summary>
    private static KeptElement? ReplacedIn(History history, ElementChange offer)
    {
        List<ElementVersion> versions = [.. history.Versions[KeyOf(offer)]];
        return versions.SkipLast(1).Any(version => version.Body is not null && JsonNode.DeepEquals(
            Offers.TakenAtStart(offer.Kind, version.Body), Offers.TakenAtStart(offer.Kind, offer.After!)))
                ? KeptElement.OfLaterRelease(versions[^1])
                : null;
    }

    private static (string Kind, string Id) KeyOf(ElementChange offer) => (offer.Kind, offer.Id);
}
