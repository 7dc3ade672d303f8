using ContactsApi.CatalogFiles;
using ContactsApi.Storage;

namespace ContactsApi.Upgrading;

/// <summary>What elements have been in a store, and who made them so.</summary>
/// <param name="Versions">Of each element, from the oldest to the newest.</param>
/// <param name="OfTheService">The revisions that took what some release shipped.</param>
public sealed record History(ILookup<(string Kind, string Id), ElementVersion> Versions, IReadOnlySet<long> OfTheService)
{
    public static History Read(RevisionStore store, IEnumerable<(string Kind, string Id)> elements, long number) => new(
        store.VersionsOf(elements, number),
        store.MadeWithoutKey().Where(entry => ShippedCatalog.IsSourceOf(entry.Message)).Select(entry => entry.Number).ToHashSet());

    public bool IsOfTheService(ElementVersion version) => OfTheService.Contains(version.Revision);
}
