using System.Threading.RateLimiting;

namespace ContactsApi.Hosting.Limits;

/// <summary>
/// Counts what one caller asks for in a fixed window, which begins with the first request. The framework's own window tells neither
/// when it ends nor, without allocating, how much is left; and callers are to be told both in every answer.
/// </summary>
public sealed class QuotaWindow(Quota quota, TimeProvider time) : RateLimiter
{
    private readonly Lock counting = new();
    private readonly long length = quota.Seconds * time.TimestampFrequency;
    private long end = long.MinValue;
    private int used;

    /// <summary>How long ago the window ended; nothing while it lasts. Whoever is idle for long is forgotten by the framework.</summary>
    public override TimeSpan? IdleDuration => time.GetTimestamp() is var now && now >= end ? time.GetElapsedTime(end, now) : null;

    public override RateLimiterStatistics? GetStatistics() => null;

    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        lock (counting)
        {
            var now = time.GetTimestamp();
            if (now >= end)
                (end, used) = (now + length, 0);
            var isAcquired = used <= quota.Requests - permitCount;
            if (isAcquired)
                used += permitCount;
            // Rounded up: whoever waits so long finds the window over.
            var seconds = (int)((end - now + time.TimestampFrequency - 1) / time.TimestampFrequency);
            return new QuotaLease(isAcquired, quota, quota.Requests - used, seconds);
        }
    }

    /// <summary>Nobody waits in a queue.</summary>
    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken) => new(AttemptAcquireCore(permitCount));
}

/// <summary>Whether a request is within a quota, and what is left of that.</summary>
/// <param name="remaining">Requests left in this window.</param>
/// <param name="seconds">Until the window ends, rounded up.</param>
public sealed class QuotaLease(bool isAcquired, Quota quota, int remaining, int seconds) : RateLimitLease
{
    public override bool IsAcquired => isAcquired;

    public Quota Quota => quota;

    public int Seconds => seconds;

    public string Left => quota.Left(remaining, seconds);

    public override IEnumerable<string> MetadataNames => [MetadataName.RetryAfter.Name];

    public override bool TryGetMetadata(string metadataName, out object? metadata)
    {
        metadata = metadataName == MetadataName.RetryAfter.Name && !isAcquired ? TimeSpan.FromSeconds(seconds) : null;
        return metadata is not null;
    }
}
