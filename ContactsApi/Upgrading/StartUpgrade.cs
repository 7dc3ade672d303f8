using ContactsApi.CatalogFiles;
using ContactsApi.Editing;
using ContactsApi.Storage;

namespace ContactsApi.Upgrading;

/// <summary>At each start, takes what this release ships newly of the calendar and the guidance; before the first question is answered.</summary>
public sealed partial class StartUpgrade(CatalogWriter writer, RevisionStore store, StoreAccess access, CatalogSnapshots snapshots, ILogger<StartUpgrade> logger)
{
    public async Task RunAsync()
    {
        try
        {
            // To read the shipped files takes a tenth of a start.
            if (access.Read(() => store.HasRevision(ShippedCatalog.Filling, ShippedCatalog.Upgrading)))
                return;
            IReadOnlyList<KeptElement> kept = [];
            var writing = await writer.WriteAsync(
                snapshot =>
                {
                    var stored = snapshot.Directory.Catalog;
                    var upgrade = Upgrade.AtStart(
                        stored, ShippedCatalog.Read(), elements => access.Read(() => History.Read(store, elements, snapshot.Revision)));
                    kept = upgrade.Kept;
                    var edited = new EditedCatalog(snapshot, null);
                    return upgrade.After == stored ? edited : edited.Of(upgrade.After);
                },
                new Origin(ShippedCatalog.Author),
                ShippedCatalog.Upgrading,
                CancellationToken.None);
            if (writing.After.Revision > writing.Edited.Before.Revision)
                Upgraded(logger, writing.After.Revision, writing.Edited.Changes.Count(change => change.Before != change.After));
            foreach (var element in kept)
                Kept(logger, element.Text.En);
        }
        catch (Exception problem) when (problem is StoreUnavailableException or StoreUnusableException)
        {
            // What is there can be answered from all the same.
            NotUpgraded(logger, snapshots.Current.Revision, problem);
        }
    }

    [LoggerMessage(LogLevel.Information, "Revision {Revision} brings the catalog up to date with the shipped one: {Elements} elements of the calendar and the guidance")]
    private static partial void Upgraded(ILogger logger, long revision, int elements);

    [LoggerMessage(LogLevel.Information, "The shipped catalog differs: {Kept}")]
    private static partial void Kept(ILogger logger, string kept);

    [LoggerMessage(LogLevel.Warning, "The catalog cannot be brought up to date with the shipped one now; revision {Revision} is answered from. The next start tries again")]
    private static partial void NotUpgraded(ILogger logger, long revision, Exception problem);
}
