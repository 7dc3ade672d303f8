using ContactsApi.Storage;
using Microsoft.Extensions.Time.Testing;

namespace ContactsApi.Tests.Support;

/// <summary>A clock on which every wait is over as soon as it begins. It remembers how long each should have been.</summary>
public sealed class HastyTime : FakeTimeProvider
{
    private readonly List<TimeSpan> waits = [];

    public IReadOnlyList<TimeSpan> Waits => waits;

    /// <summary>What happens while somebody waits.</summary>
    public Action Meanwhile { get; init; } = () => { };

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        // A limit to how long something may take is no wait.
        if (dueTime < TimeSpan.Zero || dueTime >= StoreResilience.Patience)
            return timer;
        waits.Add(dueTime);
        Meanwhile();
        Advance(dueTime);
        return timer;
    }
}
