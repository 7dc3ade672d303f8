using System.Data;
using System.Data.Common;
using System.Text.Json;
using Polly;
using Polly.CircuitBreaker;
using Polly.RateLimiting;
using Polly.Timeout;

namespace ContactsApi.Storage;

/// <summary>
/// The way to the store: what may pass by itself is tried again, no thread that answers requests is held up for long, and whether the
/// store answered when it was last asked is known.
/// </summary>
public sealed class StoreAccess(ResiliencePipeline resilience)
{
    private volatile bool canBeRead = true;
    private volatile bool canBeWritten = true;
    private volatile bool isFollowed = true;

    /// <summary>
    /// Whether the store could be read and written, and its newest revision be taken up, when that was last tried: every second or so.
    /// </summary>
    public bool Answers => canBeRead && canBeWritten && isFollowed;

    /// <summary>Whether it could be written when that was last tried.</summary>
    public bool CanBeWritten => canBeWritten;

    /// <summary>Reads from the store.</summary>
    /// <exception cref="StoreUnavailableException">It does not answer.</exception>
    /// <exception cref="StoreUnusableException">What it holds cannot be understood.</exception>
    public T Read<T>(Func<T> read) => Guarded(read, answered => canBeRead = answered);

    /// <summary>Writes to the store, whichever it is; see <see cref="CatalogSnapshots.ToStore"/>. It has to be a write that may be tried again.</summary>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    /// <exception cref="StoreUnusableException">A newer version changed its schema.</exception>
    public T Write<T>(Func<T> write) => Guarded(write, answered => canBeWritten = answered);

    /// <summary>Reads what is to be answered from.</summary>
    /// <inheritdoc cref="Read"/>
    public T Follow<T>(Func<T> read) => Guarded(read, answered =>
    {
        isFollowed = answered;
        canBeRead |= answered;
    });

    /// <summary>Tries again what may pass by itself. Any other fault is for the caller, who can do nothing without the store.</summary>
    public T Insist<T>(Func<T> use) => resilience.Execute(use);

    /// <inheritdoc cref="Insist{T}"/>
    public void Insist(Action use) => resilience.Execute(use);

    private T Guarded<T>(Func<T> use, Action<bool> told)
    {
        try
        {
            var answer = resilience.Execute(() => OnThreadOfItsOwn(use));
            told(true);
            return answer;
        }
        catch (RateLimiterRejectedException problem)
        {
            // Too many asked at once: that says nothing about the store.
            throw new StoreUnavailableException(problem);
        }
        // The last three: what was read is not what this program writes.
        catch (Exception problem) when (problem is DbException or BrokenCircuitException or TimeoutRejectedException
            or DataException or FormatException or JsonException)
        {
            told(false);
            throw new StoreUnavailableException(problem);
        }
        catch (StoreUnusableException)
        {
            told(false);
            throw;
        }
    }

    /// <summary>
    /// Where a thread that answers requests waits for a task, the framework soon puts another in its place; where it waits for a
    /// database, it does not, and a store that hangs would hold up the answers from memory for seconds.
    /// </summary>
    private static T OnThreadOfItsOwn<T>(Func<T> use) =>
        Task.Factory.StartNew(use, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).GetAwaiter().GetResult();
}
