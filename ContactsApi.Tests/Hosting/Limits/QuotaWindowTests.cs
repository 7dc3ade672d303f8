using System.Threading.RateLimiting;
using ContactsApi.Hosting.Limits;
using ContactsApi.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace ContactsApi.Tests.Hosting.Limits;

public sealed class QuotaWindowTests
{
    private static readonly Quota Quota = new("test", 100, 60);

    private readonly FakeTimeProvider time = new();

    [Fact]
    public async Task Of_many_at_once_exactly_so_many_get_through()
    {
        var window = new QuotaWindow(Quota, time);
        var through = 0;

        await Parallel.ForAsync(0, 1000, TestContext.Current.CancellationToken, (_, _) =>
        {
            if (window.AttemptAcquire().IsAcquired)
                Interlocked.Increment(ref through);
            return ValueTask.CompletedTask;
        });

        Assert.Equal(100, through);
    }

    [Fact]
    public void A_window_is_idle_once_it_is_over()
    {
        var window = new QuotaWindow(Quota, time);
        window.AttemptAcquire();

        time.Advance(TimeSpan.FromSeconds(59));
        Assert.Null(window.IdleDuration);
        time.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal(TimeSpan.FromSeconds(10), window.IdleDuration);
    }

    [Fact]
    public async Task The_framework_forgets_callers_who_went_away()
    {
        var disposed = 0;
        using var windows = PartitionedRateLimiter.Create<int, int>(caller => new(caller, _ => new Watched(Quota, time, () => Interlocked.Increment(ref disposed))));
        for (var caller = 0; caller < 1000; caller++)
            windows.AttemptAcquire(caller);

        time.Advance(TimeSpan.FromSeconds(90));

        await Eventually.IsTrueAsync(() => Volatile.Read(ref disposed) == 1000);
    }

    /// <summary>A window that tells when it is let go of.</summary>
    private sealed class Watched(Quota quota, TimeProvider time, Action disposed) : RateLimiter
    {
        private readonly QuotaWindow window = new(quota, time);

        public override TimeSpan? IdleDuration => window.IdleDuration;

        public override RateLimiterStatistics? GetStatistics() => window.GetStatistics();

        protected override RateLimitLease AttemptAcquireCore(int permitCount) => window.AttemptAcquire(permitCount);

        protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken) =>
            window.AcquireAsync(permitCount, cancellationToken);

        protected override void Dispose(bool disposing)
        {
            disposed();
            base.Dispose(disposing);
        }
    }
}
