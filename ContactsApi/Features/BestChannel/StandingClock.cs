using NodaTime;

namespace ContactsApi.Features.BestChannel;

/// <summary>One and the same moment for all that is asked together.</summary>
public sealed class StandingClock(Instant moment) : IClock
{
    public Instant GetCurrentInstant() => moment;
}
