using System.Data.Common;
using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Choosing;
using NodaTime;

namespace ContactsApi.Storage;

/// <summary>What the service answers from: one revision, made ready and never changed.</summary>
public sealed record CatalogSnapshot(long Revision, Instant CreatedAt, ContactDirectory Directory)
{
    /// <summary>The revision that last wrote each element.</summary>
    public IReadOnlyDictionary<(string Kind, string Id), long> ChangedIn { get; init; } = new Dictionary<(string, string), long>();
}

/// <summary>Holds the snapshot of the newest revision. Requests read it and never touch the store.</summary>
public sealed class CatalogSnapshots(Database database, RevisionStore store, StoreAccess access, IClock clock)
{
    private readonly RecentSnapshots recent = new();
    private volatile CatalogSnapshot? current;
    private volatile TaskCompletionSource taken = NextTaken();
    private long confirmedAt;

    public bool IsLoaded => current is not null;

    /// <summary>When the store last said that the revision at hand is its newest.</summary>
    public Instant ConfirmedAt => Instant.FromUnixTimeTicks(Interlocked.Read(ref confirmedAt));

    public CatalogSnapshot Current => current ?? throw new InvalidOperationException("The catalog is not loaded yet.");

    /// <summary>Ends when another snapshot is answered from. Whoever waits for that asks first for this and then for <see cref="Current"/>.</summary>
    public Task Taken => taken.Task;

    /// <summary>Answers from now on from the newest revision, if it is newer than the one at hand.</summary>
    /// <exception cref="StoreUnavailableException">It cannot be read now.</exception>
    /// <exception cref="StoreUnusableException">The store is not the one that the snapshot at hand is from.</exception>
    public void Refresh()
    {
        var at = Current;
        var asked = clock.GetCurrentInstant();
        if (access.Follow(() => After(at)) is { } newest)
            Take(newest);
        Confirm(asked);
    }

    /// <summary>Finds out whether the store can be written now: by writing, if that failed when it was last tried.</summary>
    /// <exception cref="StoreUnavailableException">It cannot.</exception>
    /// <exception cref="StoreUnusableException">It may not: a newer version changed its schema.</exception>
    public void TryWriting()
    {
        if (access.CanBeWritten)
            access.Write(store.CheckSchema);
        else
            ToStore(store.WriteNothingNew);
    }

    /// <summary>Answers from now on from this snapshot, if it is newer than the one at hand: never back to an older one.</summary>
    public void Take(CatalogSnapshot snapshot)
    {
        TaskCompletionSource over;
        lock (recent)
        {
            if (snapshot.Revision <= Current.Revision)
                return;
            recent.Keep(Current);
            current = snapshot;
            over = taken;
            taken = NextTaken();
        }

        over.SetResult();
    }

    /// <summary>
    /// The snapshots that are at hand from that of a revision to the current one, in order; none if that of the revision is not at hand.
    /// </summary>
    public IReadOnlyList<CatalogSnapshot> AtHandSince(long revision)
    {
        var newest = Current;
        if (revision == newest.Revision)
            return [newest];
        return recent.Get(revision) is null ? [] : [.. recent.Between(revision, newest.Revision), newest];
    }

    /// <summary>The snapshot of any revision; nothing if there is none of that number.</summary>
    /// <exception cref="StoreUnavailableException">It is not at hand and cannot be read now.</exception>
    public CatalogSnapshot? Of(long number) =>
        number == Current.Revision ? Current
        : number > Current.Revision ? null
        : recent.Get(number) ?? access.Read(() => store.Read(number, known: number) is { } revision ? recent.Keep(SnapshotOf(revision)) : null);

    /// <summary>The snapshot of what was known at an instant; nothing if that was before the first revision.</summary>
    /// <exception cref="StoreUnavailableException">It cannot be found out now.</exception>
    public CatalogSnapshot? At(Instant moment) => access.Read(() => store.NumberAt(moment)) is { } number ? Of(Math.Min(number, Current.Revision)) : null;

    /// <summary>
    /// Writes to the store, if it is still the one that is answered from: what is written to another could be lost when the right one
    /// comes back. It has to be a write that may be tried again.
    /// </summary>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    /// <exception cref="StoreUnusableException">It is another one, or a newer version changed its schema.</exception>
    public T ToStore<T>(Func<T> write)
    {
        // A command answers from nothing.
        if (IsLoaded)
            Refresh();
        return access.Write(write);
    }

    /// <summary>Prepares the store, fills it if it is empty, and loads the newest revision.</summary>
    /// <exception cref="StoreUnusableException">The store cannot be used.</exception>
    public void Load(StoreFilling filling)
    {
        access.Insist(database.Prepare);
        try
        {
            var asked = clock.GetCurrentInstant();
            current = SnapshotOf(ReadOrFill(filling));
            Confirm(asked);
        }
        catch (DbException problem)
        {
            throw database.Unusable(problem);
        }
    }

    /// <summary>Whoever waits goes on by itself, and holds up no writer.</summary>
    private static TaskCompletionSource NextTaken() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The newest snapshot, if it is newer than that one.</summary>
    /// <exception cref="StoreUnusableException">The store has not even that one.</exception>
    private CatalogSnapshot? After(CatalogSnapshot at) => store.List(long.MaxValue, 1) switch
    {
        [var newest] when newest.Number > at.Revision => SnapshotOf(store.ReadNewest()!),
        [var same] when same.Number == at.Revision && same.CreatedAt == at.CreatedAt => null,
        _ => throw database.AnotherHistory(at.Revision),
    };

    private void Confirm(Instant asked) => Interlocked.Exchange(ref confirmedAt, asked.ToUnixTimeTicks());

    /// <exception cref="StoreUnusableException">The catalog is not whole: it was not written by this program, or not by this version.</exception>
    private CatalogSnapshot SnapshotOf(CatalogRevision revision) => CatalogRules.BreaksOf(revision.Catalog) is [var problem, ..]
        ? throw database.UnusableContent(revision.Number, new($"{problem.Path}: {problem.Message.Ru}", $"{problem.Path}: {problem.Message.En}"))
        : new CatalogSnapshot(revision.Number, revision.CreatedAt, new ContactDirectory(revision.Catalog)) { ChangedIn = revision.ChangedIn };

    private CatalogRevision ReadOrFill(StoreFilling filling)
    {
        if (access.Insist(store.ReadNewest) is { } revision)
            return revision;
        // If another process fills the store first, its revision is the one.
        var now = clock.GetCurrentInstant();
        access.Insist(() => store.Append(filling.Catalog(), 0, now, new(filling.Author), filling.Message));
        return access.Insist(store.ReadNewest)!;
    }
}
