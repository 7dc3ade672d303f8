using NodaTime;

namespace ContactsApi.Core.Hours;

/// <summary>
/// Windows that replace those of one channel on given dates, in all its statements, and those of the other channels of its desk
/// that have no override of their own on the date. What runs past midnight from the day before stays.
/// </summary>
/// <param name="From">The first date, in the channel's zone.</param>
/// <param name="To">The last date, included.</param>
/// <param name="Windows">The hours of each of these dates; none means closed.</param>
public sealed record Override(
    string Id, string ChannelId, LocalDate From, LocalDate To, IReadOnlyList<TimeWindow> Windows, LocalizedText Reason)
{
    /// <summary>Whether it is about its channel alone, and not about the others of the desk.</summary>
    public bool OnlyHere { get; init; }

    public bool Covers(LocalDate date) => From <= date && date <= To;
}

/// <summary>
/// An outage set by an operator: the channel and all in its reach are closed from Start until End, whatever
/// statements and overrides say.
/// </summary>
/// <param name="Start">Included.</param>
/// <param name="End">Not included; an outage without an end lasts until it is given one.</param>
public sealed record Incident(string Id, string ChannelId, Instant Start, Instant? End, LocalizedText Reason)
{
    /// <summary>Whether its channel alone is closed.</summary>
    public bool OnlyHere { get; init; }

    public bool Covers(Instant moment) => Start <= moment && (End is null || moment < End);
}
