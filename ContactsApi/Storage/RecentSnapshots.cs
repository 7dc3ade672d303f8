using System.Collections.Concurrent;

namespace ContactsApi.Storage;

/// <summary>
/// The few older snapshots that were answered from or asked for last: so a series of questions reads the store once, and what a caller
/// missed can be told without it.
/// </summary>
public sealed class RecentSnapshots
{
    private const int Most = 8;

    private readonly ConcurrentDictionary<long, CatalogSnapshot> snapshots = new();
    private readonly ConcurrentQueue<long> order = new();

    public CatalogSnapshot? Get(long number) => snapshots.GetValueOrDefault(number);

    /// <summary>Those at hand from a revision (included) to another (not included), in order.</summary>
    public IEnumerable<CatalogSnapshot> Between(long first, long end) =>
        snapshots.Values.Where(one => first <= one.Revision && one.Revision < end).OrderBy(one => one.Revision);

    public CatalogSnapshot Keep(CatalogSnapshot snapshot)
    {
        if (snapshots.TryAdd(snapshot.Revision, snapshot))
            order.Enqueue(snapshot.Revision);
        while (order.Count > Most && order.TryDequeue(out var oldest))
            snapshots.TryRemove(oldest, out _);
        return snapshot;
    }
}
