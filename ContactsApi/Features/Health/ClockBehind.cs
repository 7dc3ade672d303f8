using System.Globalization;
using ContactsApi.Features.Responses;
using NodaTime;

namespace ContactsApi.Features.Health;

/// <summary>
/// A revision was written at a moment that has not come yet by the clock of this machine: one of the clocks is wrong. Where it is this
/// one, an outage that was announced a minute ago is taken for one to come.
/// </summary>
public static class ClockBehind
{
    /// <summary>So far apart are clocks that are kept by a time service, at most.</summary>
    private static readonly Duration Usual = Duration.FromSeconds(5);

    /// <param name="writtenAt">When the newest revision was written.</param>
    public static Warning? At(Instant now, Instant writtenAt)
    {
        if (writtenAt - now <= Usual)
            return null;
        var behind = (writtenAt - now).ToString("D:hh:mm:ss", CultureInfo.InvariantCulture);
        return new("clock-behind", new(
            $"Часы этой машины отстают на {behind} от новейшей ревизии каталога, и ответы о настоящем могут быть неверны. Сверьте часы.",
            $"The clock of this machine is {behind} behind the newest revision of the catalog, and answers about now may be wrong. Set the clock."));
    }
}
