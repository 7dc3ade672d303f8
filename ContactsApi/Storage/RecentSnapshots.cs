using System.Collections.Concurrent;

namespace ContactsApi.Storage;

/// <summary>The few older snapshots that were asked for last, so that a series of questions reads the store once.</summary>
public sealed class RecentSnapshots
{
    private const int Most = 8;

    private readonly ConcurrentDictionary<long, CatalogSnapshot> snapshots = new();
    private readonly ConcurrentQueue<long> order = new();

    public CatalogSnapshot? Get(long number) => snapshots.GetValueOrDefault(number);

    public CatalogSnapshot Keep(CatalogSnapshot snapshot)
    {
        if (snapshots.TryAdd(snapshot.Revision, snapshot))
            order.Enqueue(snapshot.Revision);
        while (order.Count > Most && order.TryDequeue(out var oldest))
            snapshots.TryRemove(oldest, out _);
        return snapshot;
    }
}
