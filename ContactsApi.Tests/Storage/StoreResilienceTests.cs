using ContactsApi.Core;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;
using Microsoft.Data.Sqlite;
using Polly.CircuitBreaker;
using Polly.RateLimiting;
using Polly.Timeout;
using static SQLitePCL.raw;

namespace ContactsApi.Tests.Storage;

/// <summary>What passes by itself is tried again; what does not is not.</summary>
public sealed class StoreResilienceTests : IDisposable
{
    private readonly HastyTime time = new();
    private readonly TemporaryStore store = new();
    private int tries;

    public static TheoryData<Exception> Passing => [Fault(SQLITE_BUSY), Fault(SQLITE_LOCKED), Fault(SQLITE_IOERR), Explained(SQLITE_BUSY)];

    public static TheoryData<Exception> Lasting =>
    [
        Fault(SQLITE_CORRUPT), Fault(SQLITE_NOTADB), Fault(SQLITE_READONLY), Fault(SQLITE_FULL), Fault(SQLITE_CONSTRAINT),
        Explained(SQLITE_CORRUPT), new StoreUnusableException(new LocalizedText("папка", "a folder")), new InvalidOperationException("A bug."),
    ];

    [Theory]
    [MemberData(nameof(Passing))]
    public void A_fault_that_may_pass_is_tried_three_times_more(Exception fault)
    {
        Assert.Same(fault, Record.Exception(() => Try(failures: int.MaxValue, fault)));

        Assert.Equal(4, tries);
        Assert.Equal(3, time.Waits.Count);
        Assert.InRange(time.Waits.Sum(wait => wait.TotalSeconds), 0.5, 2);
    }

    [Theory]
    [MemberData(nameof(Lasting))]
    public void A_fault_that_lasts_is_tried_once(Exception fault)
    {
        Assert.Same(fault, Record.Exception(() => Try(failures: int.MaxValue, fault)));

        Assert.Equal(1, tries);
        Assert.Empty(time.Waits);
    }

    [Fact]
    public void A_fault_that_passed_is_forgotten()
    {
        Assert.Equal(4, Try(failures: 3, Fault(SQLITE_BUSY)));
    }

    public void Dispose() => store.Dispose();

    [Fact]
    public void A_store_that_fails_again_and_again_is_left_in_peace_for_a_while()
    {
        var pipeline = StoreResilience.Create(store.Database, time);
        int Ask() => pipeline.Execute(() => ++tries > StoreResilience.FaultsThatBreak ? tries : throw Fault(SQLITE_IOERR));

        Assert.Throws<SqliteException>(() => Ask());
        Assert.Throws<SqliteException>(() => Ask());
        Assert.Throws<BrokenCircuitException>(() => Ask());
        Assert.Equal(StoreResilience.FaultsThatBreak, tries);

        time.Advance(StoreResilience.Break);
        Assert.Equal(StoreResilience.FaultsThatBreak + 1, Ask());
    }

    [Fact]
    public void No_further_try_begins_when_patience_is_at_its_end()
    {
        Assert.Throws<TimeoutRejectedException>(() => StoreResilience.Create(store.Database, time).Execute(() =>
        {
            tries++;
            time.Advance(StoreResilience.Patience / 2);
            throw Fault(SQLITE_BUSY);
        }));

        Assert.Equal(2, tries);
    }

    [Fact]
    public async Task No_more_ask_at_once_than_the_store_is_to_bear()
    {
        var pipeline = StoreResilience.Create(store.Database, time);
        using var all = new CountdownEvent(StoreResilience.AtOnce);
        using var goOn = new ManualResetEventSlim();
        int Ask() => pipeline.Execute(() =>
        {
            all.Signal();
            goOn.Wait(TestContext.Current.CancellationToken);
            return 1;
        });
        var asking = Enumerable.Range(0, StoreResilience.AtOnce)
            .Select(_ => Task.Factory.StartNew(Ask, TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default))
            .ToList();
        all.Wait(TestContext.Current.CancellationToken);

        Assert.Throws<RateLimiterRejectedException>(() => Ask());

        goOn.Set();
        Assert.All(await Task.WhenAll(asking), answer => Assert.Equal(1, answer));
        Assert.Equal(1, pipeline.Execute(() => 1));
    }

    [Fact]
    public void Every_fault_and_every_try_is_counted()
    {
        using var measurements = new Measurements(meter => meter.Name == "Polly");

        Record.Exception(() => Try(failures: int.MaxValue, Fault(SQLITE_BUSY)));

        // Other tests use stores of theirs on other threads.
        var here = Environment.CurrentManagedThreadId;
        Assert.Equal(3, measurements.Of("resilience.polly.strategy.events").Count(one => one.Thread == here && Equals(one.Tags["event.name"], "OnRetry")));
        var access = Assert.Single(measurements.Of("resilience.polly.pipeline.duration"), one => one.Thread == here);
        Assert.Equal(("store", typeof(SqliteException).FullName), (access.Tags["pipeline.name"], access.Tags["exception.type"]));
    }

    private int Try(int failures, Exception fault) =>
        StoreResilience.Create(store.Database, time).Execute(() => ++tries > failures ? tries : throw fault);

    private static SqliteException Fault(int code) => new("A fault of SQLite", code);

    private static StoreUnusableException Explained(int code) => new(new LocalizedText("беда", "trouble"), Fault(code));
}
