using System.Threading.RateLimiting;
using ContactsApi.Hosting.Access;

namespace ContactsApi.Hosting.Limits;

/// <summary>A quota that every caller has. The framework keeps a window for each, and drops those whose callers went away.</summary>
public sealed class CallerQuota : IDisposable
{
    private readonly PartitionedRateLimiter<Caller> windows;

    private CallerQuota(Quota quota, TimeProvider time)
    {
        // One delegate for all callers: this is called at every request.
        Func<Caller, RateLimiter> window = _ => new QuotaWindow(quota, time);
        windows = PartitionedRateLimiter.Create<Caller, Caller>(caller => new(caller, window));
    }

    /// <summary>Nothing for no requests at all, which means no limit.</summary>
    public static CallerQuota? Of(string name, int requests, int seconds, TimeProvider time) =>
        requests == 0 ? null : new(new Quota(name, requests, seconds), time);

    /// <param name="requests">As how many it counts; none asks only what is left.</param>
    public QuotaLease Count(Caller caller, int requests = 1) => (QuotaLease)windows.AttemptAcquire(caller, requests);

    public void Dispose() => windows.Dispose();
}
