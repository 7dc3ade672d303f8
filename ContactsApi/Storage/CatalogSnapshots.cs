using System.Data.Common;
using ContactsApi.CatalogFiles;
using ContactsApi.Core.Catalogs;
using NodaTime;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace ContactsApi.Storage;

/// <summary>What the service answers from: one revision, made ready and never changed.</summary>
public sealed record CatalogSnapshot(long Revision, Instant CreatedAt, ContactDirectory Directory)
{
    /// <summary>The revision that last wrote each element.</summary>
    public IReadOnlyDictionary<(string Kind, string Id), long> ChangedIn { get; init; } = new Dictionary<(string, string), long>();
}

/// <summary>Holds the snapshot of the newest revision. Requests read it and never touch the store.</summary>
public sealed class CatalogSnapshots(Database database, RevisionStore store, ResiliencePipeline resilience, IClock clock)
{
    private readonly RecentSnapshots recent = new();
    private volatile CatalogSnapshot? current;
    private long confirmedAt;

    public bool IsLoaded => current is not null;

    /// <summary>Whether the store answered when it was last asked, which is every second or so.</summary>
    public bool StoreAnswers { get; private set; } = true;

    /// <summary>When the store last said that the revision at hand is its newest.</summary>
    public Instant ConfirmedAt => Instant.FromUnixTimeTicks(Interlocked.Read(ref confirmedAt));

    public CatalogSnapshot Current => current ?? throw new InvalidOperationException("The catalog is not loaded yet.");

    /// <summary>Answers from now on from the newest revision, if it is newer than the one at hand.</summary>
    /// <exception cref="StoreUnavailableException">It cannot be read now.</exception>
    public void Refresh()
    {
        var asked = clock.GetCurrentInstant();
        // Where the store has fewer revisions than are known here, an older backup was restored below us: that confirms nothing.
        if (FromStore(() => store.List(long.MaxValue, 1)) is not [var entry] || entry.Number < Current.Revision)
            return;
        if (entry.Number > Current.Revision)
            Take(SnapshotOf(FromStore(store.ReadNewest)!));
        Confirm(asked);
    }

    /// <summary>Answers from now on from this snapshot, if it is newer than the one at hand: never back to an older one.</summary>
    public void Take(CatalogSnapshot snapshot)
    {
        lock (recent)
        {
            if (snapshot.Revision > Current.Revision)
                current = snapshot;
        }
    }

    /// <summary>The snapshot of any revision; nothing if there is none of that number.</summary>
    /// <exception cref="StoreUnavailableException">It is not at hand and cannot be read now.</exception>
    public CatalogSnapshot? Of(long number) =>
        number == Current.Revision ? Current
        : number > Current.Revision ? null
        : recent.Get(number) ?? (FromStore(() => store.Read(number)) is { } revision ? recent.Keep(SnapshotOf(revision)) : null);

    /// <summary>The snapshot of what was known at an instant; nothing if that was before the first revision.</summary>
    /// <exception cref="StoreUnavailableException">It cannot be found out now.</exception>
    public CatalogSnapshot? At(Instant moment) => FromStore(() => store.NumberAt(moment)) is { } number ? Of(Math.Min(number, Current.Revision)) : null;

    /// <summary>Reads from the store, or writes to it, on behalf of a request. A write has to be one that may be tried again.</summary>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    public T FromStore<T>(Func<T> read)
    {
        try
        {
            var answer = resilience.Execute(read);
            StoreAnswers = true;
            return answer;
        }
        catch (Exception problem) when (problem is DbException or BrokenCircuitException or TimeoutRejectedException)
        {
            StoreAnswers = false;
            throw new StoreUnavailableException(problem);
        }
    }

    /// <summary>Prepares the store, fills it with the shipped catalog if it is empty, and loads the newest revision.</summary>
    /// <exception cref="StoreUnusableException">The store cannot be used.</exception>
    public void Load()
    {
        resilience.Execute(database.Prepare);
        try
        {
            var asked = clock.GetCurrentInstant();
            current = SnapshotOf(ReadOrFill());
            Confirm(asked);
        }
        catch (DbException problem)
        {
            throw database.Unusable(problem);
        }
    }

    private void Confirm(Instant asked) => Interlocked.Exchange(ref confirmedAt, asked.ToUnixTimeTicks());

    /// <exception cref="StoreUnusableException">The catalog is not whole: it was not written by this program, or not by this version.</exception>
    private CatalogSnapshot SnapshotOf(CatalogRevision revision) => CatalogRules.ProblemsOf(revision.Catalog) is [var problem, ..]
        ? throw database.UnusableContent(revision.Number, new($"{problem.Path}: {problem.Message.Ru}", $"{problem.Path}: {problem.Message.En}"))
        : new CatalogSnapshot(revision.Number, revision.CreatedAt, new ContactDirectory(revision.Catalog)) { ChangedIn = revision.ChangedIn };

    private CatalogRevision ReadOrFill()
    {
        if (resilience.Execute(store.ReadNewest) is { } revision)
            return revision;
        // If another process fills the store first, its revision is the one.
        var now = clock.GetCurrentInstant();
        resilience.Execute(() => store.Append(ShippedCatalog.Read(), 0, now, new("contacts-api"), "The catalog shipped with the service"));
        return resilience.Execute(store.ReadNewest)!;
    }
}
