using System.Data.Common;
using Microsoft.Extensions.Logging.Abstractions;
using Polly;
using Polly.CircuitBreaker;
using Polly.RateLimiting;
using Polly.Retry;

namespace ContactsApi.Storage;

/// <summary>The one place that says how access to the store is guarded against faults that pass by themselves.</summary>
/// <remarks>
/// A single statement is bounded by the database's driver (<see cref="StoreOptions.BusyTimeoutSeconds"/>), which alone can break it
/// off; these strategies bound and space the tries.
/// </remarks>
public static class StoreResilience
{
    /// <summary>The longest that all tries together take: after it no further one begins.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>
    /// So many may ask at once, each on a thread of its own; the next one fails at once. A store that hangs must not hold up the
    /// threads that answer from memory.
    /// </summary>
    public const int AtOnce = 16;

    /// <summary>So many faults within <see cref="Watched"/>, and no fewer than successes, and nobody asks the store for a while.</summary>
    public const int FaultsThatBreak = 8;

    /// <summary>Short, so that a store that worked well until now is given up soon.</summary>
    public static readonly TimeSpan Watched = TimeSpan.FromSeconds(10);

    /// <summary>How long nobody asks. Then one asks, and by its luck all ask again or wait once more.</summary>
    public static readonly TimeSpan Break = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Tries three times more, after about 0.2, 0.4 and 0.8 s with jitter. Where the store has failed again and again, fails at
    /// once (<see cref="BrokenCircuitException"/>), so that callers do not queue up for a store that is down; and so it does where
    /// too many ask (<see cref="RateLimiterRejectedException"/>).
    /// </summary>
    public static ResiliencePipeline Create(Database database, TimeProvider time)
    {
        var passing = new PredicateBuilder().Handle<DbException>(database.IsTransient).HandleInner<DbException>(database.IsTransient);
        return new ResiliencePipelineBuilder { Name = "store", TimeProvider = time }
            // Its metrics; what is to be logged, StoreRefresh says once.
            .ConfigureTelemetry(NullLoggerFactory.Instance)
            .AddConcurrencyLimiter(AtOnce)
            .AddTimeout(Patience)
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = passing,
                MaxRetryAttempts = 3,
                Delay = TimeSpan.FromSeconds(0.2),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                ShouldHandle = passing,
                FailureRatio = 0.5,
                MinimumThroughput = FaultsThatBreak,
                SamplingDuration = Watched,
                BreakDuration = Break,
            })
            .Build();
    }
}
