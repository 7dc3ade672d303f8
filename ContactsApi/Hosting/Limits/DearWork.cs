using System.Threading.RateLimiting;

namespace ContactsApi.Hosting.Limits;

/// <summary>
/// Lets so many dear answers be worked out at once that half of the processors are left to everybody else. Who waits for a turn takes
/// no thread, and a turn lasts while an answer is worked out, not while it is sent: slow readers hold up nobody. How many may wait is
/// bounded with all requests, by <see cref="Overload.ServerLimits"/>.
/// </summary>
public sealed class DearWork : IDisposable
{
    private readonly ConcurrencyLimiter turns = new(new() { PermitLimit = AtOnce, QueueLimit = int.MaxValue });

    public static int AtOnce { get; } = Math.Max(1, Environment.ProcessorCount / 2);

    public long Waiting => turns.GetStatistics()!.CurrentQueuedCount;

    /// <summary>A turn, until it is disposed of.</summary>
    /// <exception cref="OperationCanceledException">The caller went away before it came.</exception>
    public ValueTask<RateLimitLease> TurnAsync(CancellationToken cancellation) => turns.AcquireAsync(1, cancellation);

    public void Dispose() => turns.Dispose();
}
