using Microsoft.Data.Sqlite;
using Polly;
using Polly.Retry;

namespace ContactsApi.Storage;

/// <summary>The one place that says how access to the store is guarded against faults that pass by themselves.</summary>
public static class StoreResilience
{
    /// <summary>
    /// Tries three times more, after about 0.2, 0.4 and 0.8 s with jitter, when another process holds the file or the disk
    /// hiccups. Each try already waits for a lock as long as <see cref="StoreOptions.BusyTimeoutSeconds"/> says.
    /// </summary>
    public static ResiliencePipeline Create(TimeProvider time) =>
        new ResiliencePipelineBuilder { Name = "store", TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<SqliteException>(IsTransient).HandleInner<SqliteException>(IsTransient),
                MaxRetryAttempts = 3,
                Delay = TimeSpan.FromSeconds(0.2),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
            })
            .Build();

    private static bool IsTransient(SqliteException problem) =>
        problem.SqliteErrorCode is SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED or SQLitePCL.raw.SQLITE_IOERR;
}
