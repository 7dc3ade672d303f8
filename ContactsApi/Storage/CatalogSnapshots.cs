using ContactsApi.CatalogFiles;
using ContactsApi.Core.Catalogs;
using Microsoft.Data.Sqlite;
using NodaTime;
using Polly;

namespace ContactsApi.Storage;

/// <summary>What the service answers from: one revision, made ready and never changed.</summary>
public sealed record CatalogSnapshot(long Revision, ContactDirectory Directory);

/// <summary>Holds the snapshot of the newest revision. Requests read it and never touch the store.</summary>
public sealed class CatalogSnapshots(SqliteDatabase database, SqliteStore store, ResiliencePipeline resilience, IClock clock)
{
    private volatile CatalogSnapshot? current;

    public bool IsLoaded => current is not null;

    public CatalogSnapshot Current => current ?? throw new InvalidOperationException("The catalog is not loaded yet.");

    /// <summary>Prepares the store, fills it with the shipped catalog if it is empty, and loads the newest revision.</summary>
    /// <exception cref="StoreUnusableException">The store cannot be used.</exception>
    public void Load()
    {
        resilience.Execute(database.Prepare);
        try
        {
            var revision = ReadOrFill();
            current = new CatalogSnapshot(revision.Number, new ContactDirectory(revision.Catalog));
        }
        catch (SqliteException problem)
        {
            throw database.Unusable(problem);
        }
    }

    private CatalogRevision ReadOrFill()
    {
        if (resilience.Execute(store.ReadNewest) is { } revision)
            return revision;
        // If another process fills the store first, its revision is the one.
        resilience.Execute(() => store.Append(
            ShippedCatalog.Read(), 0, clock.GetCurrentInstant(), "contacts-api", "The catalog shipped with the service"));
        return resilience.Execute(store.ReadNewest)!;
    }
}
