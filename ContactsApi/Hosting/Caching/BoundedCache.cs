using System.Collections.Concurrent;

namespace ContactsApi.Hosting.Caching;

/// <summary>
/// Keeps what was used lately, within a bound of memory. There are two generations, each of half the size: when the younger is full, it
/// takes the place of the elder, whose entries are dropped; what is found among the elder becomes young again. So what is asked often
/// stays, and nothing has to be kept in order of use.
/// </summary>
/// <param name="limit">In bytes, of all entries together.</param>
public sealed class BoundedCache<TKey, TValue>(long limit)
    where TKey : notnull
    where TValue : class
{
    /// <summary>A single entry may not take the place of many.</summary>
    private const int LeastEntries = 16;

    private readonly Lock keeping = new();
    private volatile ConcurrentDictionary<TKey, Entry> young = new();
    private volatile ConcurrentDictionary<TKey, Entry> old = new();

    /// <summary>What the young take, counted with them.</summary>
    private long taken;

    public TValue? Find(TKey key)
    {
        if (young.TryGetValue(key, out var entry))
            return entry.Value;
        if (!old.TryGetValue(key, out entry))
            return null;
        Keep(key, entry.Value, entry.Size);
        return entry.Value;
    }

    /// <param name="size">What the entry takes, in bytes.</param>
    public void Keep(TKey key, TValue value, long size)
    {
        if (size > limit / LeastEntries)
            return;
        lock (keeping)
        {
            var before = young.TryGetValue(key, out var replaced) ? replaced.Size : 0;
            if (taken - before + size > limit / 2)
                (old, young, taken, before) = (young, new(), 0, 0);
            young[key] = new Entry(value, size);
            taken += size - before;
        }
    }

    private readonly record struct Entry(TValue Value, long Size);
}
