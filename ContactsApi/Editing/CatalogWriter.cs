using ContactsApi.Storage;
using NodaTime;

namespace ContactsApi.Editing;

/// <summary>What came of a change.</summary>
/// <param name="After">The newest revision now: the one that it made, or the one before if there was nothing to write.</param>
public sealed record Writing(EditedCatalog Edited, CatalogSnapshot After);

/// <summary>
/// Writes changes one after the other, and answers from each before the next begins. Other processes may write too: then the
/// change starts again from what they wrote.
/// </summary>
public sealed class CatalogWriter(CatalogSnapshots snapshots, RevisionStore store, IClock clock) : IDisposable
{
    /// <summary>Another process that writes in between all the time is no longer chance.</summary>
    private const int Attempts = 5;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>What a change would do now. Nothing is written.</summary>
    public EditedCatalog Preview(Func<CatalogSnapshot, EditedCatalog> change) => change(snapshots.Current);

    /// <param name="change">Is asked again if the catalog changes before its outcome is written.</param>
    /// <param name="message">Why; a summary of the outcome when absent.</param>
    /// <exception cref="StoreUnavailableException">The store does not answer, or others keep it busy. Nothing was written, unless the store failed at the very end.</exception>
    public async Task<Writing> WriteAsync(Func<CatalogSnapshot, EditedCatalog> change, Origin origin, string? message, CancellationToken cancellation)
    {
        if (!await turn.WaitAsync(Patience, cancellation))
            throw new StoreUnavailableException(new TimeoutException("Other writes take too long."));
        try
        {
            for (var attempt = 0; attempt < Attempts; attempt++)
            {
                // Another process may have written since the last look.
                snapshots.Refresh();
                var edited = change(snapshots.Current);
                if (edited.After is null || edited.Changes.Count == 0)
                    return new Writing(edited, edited.Before);
                if (TryWrite(edited, origin, message ?? Summary.Of(edited)) is { } written)
                    return new Writing(edited, written);
            }
        }
        finally
        {
            turn.Release();
        }

        throw new StoreUnavailableException(new TimeoutException("Another process keeps changing the catalog."));
    }

    public void Dispose() => turn.Dispose();

    /// <summary>The revision that was made; nothing if another process made one in between.</summary>
    private CatalogSnapshot? TryWrite(EditedCatalog edited, Origin origin, string message)
    {
        var now = clock.GetCurrentInstant();
        var revision = snapshots.ToStore(() => store.Append(edited.After!.Catalog, edited.Before.Revision, now, origin, message));
        if (revision is null)
            return null;
        // All that could fail is done: what was written is what is answered from now on.
        var written = new CatalogSnapshot(revision.Number, revision.CreatedAt, edited.After!) { ChangedIn = revision.ChangedIn };
        snapshots.Take(written);
        return written;
    }
}
