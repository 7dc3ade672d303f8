using NodaTime;

namespace ContactsApi.Features.Webhooks.Sending;

/// <summary>When a message that could not be delivered is tried again.</summary>
public static class Retries
{
    /// <summary>A receiver that has failed for so long is told nothing any more.</summary>
    public static readonly Duration GivenUpAfter = Duration.FromDays(3);

    private static readonly Duration First = Duration.FromSeconds(5);

    private static readonly Duration Longest = Duration.FromHours(3);

    /// <summary>Twice as long each time, from about five seconds up to about three hours.</summary>
    /// <param name="failures">How often it failed in a row, at least once.</param>
    /// <param name="jitter">From 0 to 1, at random, so that those who failed together do not come back together.</param>
    public static Duration RestAfter(int failures, double jitter)
    {
        // Beyond that it is the longest anyway.
        var doublings = Math.Min(failures - 1, 12);
        return Duration.Min(First * (1L << doublings), Longest) * (0.75 + jitter / 2);
    }
}
