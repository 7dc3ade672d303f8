using ContactsApi.Storage.Webhooks;
using ContactsApi.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace ContactsApi.Tests.Storage.Webhooks;

/// <summary>Of all processes one sends. A lease lasts nine seconds, and is renewed every three.</summary>
public abstract class SendingLeaseTests : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly TestStore store;

    protected SendingLeaseTests(TestStore store)
    {
        this.store = store;
        store.Start();
    }

    [Fact]
    public async Task Of_many_who_want_it_one_has_it()
    {
        store.Options.BusyTimeoutSeconds = TestStore.Patient;

        Assert.Single(await AtOnce.Run(() => Lease(new FakeTimeProvider()).Hold()), true);
    }

    [Fact]
    public void Who_has_it_keeps_it()
    {
        var time = new FakeTimeProvider();
        var (one, other) = (Lease(time), Lease(time));
        for (var i = 0; i < 30; i++)
        {
            Assert.Equal((true, false), (one.Hold(), other.Hold()));
            Assert.Equal((true, false), (one.Lasts(5 * Second), other.IsHeld));
            time.Advance(Second);
        }
    }

    [Fact]
    public void Of_one_that_is_gone_it_is_taken_over_when_it_has_not_moved_for_as_long_as_it_lasts()
    {
        var time = new FakeTimeProvider();
        var (gone, other) = (Lease(time), Lease(time));
        Assert.True(gone.Hold());
        time.Advance(8 * Second);
        Assert.False(other.Hold()); // from here on it looks
        time.Advance(9 * Second - TimeSpan.FromTicks(1));
        Assert.False(other.Hold());
        Assert.False(gone.IsHeld);

        time.Advance(TimeSpan.FromTicks(1));
        Assert.True(other.Hold());
        Assert.False(gone.Hold());
    }

    /// <summary>However wrong its clock is, and however late it looks.</summary>
    [Fact]
    public void It_is_not_taken_from_one_that_goes_on()
    {
        var (time, hasty) = (new FakeTimeProvider(), new FakeTimeProvider(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero)));
        var (one, other) = (Lease(time), Lease(hasty));
        for (var i = 0; i < 10; i++)
        {
            Assert.True(one.Hold());
            Assert.False(other.Hold());
            time.Advance(4 * Second);
            hasty.Advance(100 * Second);
        }
    }

    [Fact]
    public void Who_was_too_late_has_it_still_if_nobody_took_it()
    {
        var time = new FakeTimeProvider();
        var one = Lease(time);
        one.Hold();
        time.Advance(100 * Second);

        Assert.False(one.IsHeld);
        Assert.True(one.Hold());
    }

    [Fact]
    public void Nothing_is_begun_that_may_last_longer_than_it()
    {
        var time = new FakeTimeProvider();
        var one = Lease(time);
        Assert.False(one.Lasts(TimeSpan.Zero));
        one.Hold();
        time.Advance(2 * Second);

        Assert.Equal((true, false), (one.Lasts(7 * Second - TimeSpan.FromTicks(1)), one.Lasts(7 * Second)));
    }

    [Fact]
    public void Who_leaves_lets_another_have_it_at_once()
    {
        var time = new FakeTimeProvider();
        var (one, other) = (Lease(time), Lease(time));
        one.Hold();
        Assert.False(other.Hold());
        Assert.False(other.Release());

        Assert.True(one.Release());

        Assert.False(one.IsHeld);
        Assert.True(other.Hold());
        Assert.False(one.Hold());
    }

    public void Dispose()
    {
        store.Dispose();
        GC.SuppressFinalize(this);
    }

    private SendingLease Lease(TimeProvider time) => new(store.Database, time, 9 * Second);
}

public sealed class SqliteSendingLeaseTests() : SendingLeaseTests(new TemporaryStore());

[Collection<Alone>]
public sealed class PostgresSendingLeaseTests() : SendingLeaseTests(new PostgresStore());
