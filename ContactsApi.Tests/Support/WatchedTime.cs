using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace ContactsApi.Tests.Support;

/// <summary>A clock that stands still until it is moved, and knows what is to be done again and again.</summary>
public sealed class WatchedTime(DateTimeOffset start) : FakeTimeProvider(start)
{
    private readonly ConcurrentBag<TimeSpan> periods = [];

    /// <summary>Lets so much time pass, as soon as something waits to be done each time that it does.</summary>
    public async Task PassAsync(TimeSpan period)
    {
        await Eventually.IsTrueAsync(() => periods.Contains(period));
        Advance(period);
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        periods.Add(period);
        return timer;
    }
}
