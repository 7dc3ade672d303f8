using ContactsApi.Core.Calendar;
using ContactsApi.Core.Channels;
using NodaTime;

namespace ContactsApi.Core.Choosing;

/// <summary>The answer to a question at a moment.</summary>
/// <param name="CalendarBasis">What the calendar rests on, of the moment and every instant shown, the weakest of it.</param>
/// <param name="Order">The eligible channels, the best first; empty if nobody is eligible.</param>
/// <param name="Ineligible">The other channels of the segment, by id, each with all its reasons.</param>
/// <param name="ValidUntil">
/// The first instant at which the passing of time alone changes the answer; nothing if it does not within the horizon.
/// </param>
public sealed record Decision(
    Instant Moment,
    Question Question,
    CalendarBasis CalendarBasis,
    IReadOnlyList<Recommendation> Order,
    IReadOnlyList<Ineligible> Ineligible,
    Instant? ValidUntil)
{
    /// <summary>What to do if nobody answers at one of the eligible channels. Worked out when asked for, as whoever looks for changes never asks.</summary>
    /// <param name="place">Of that channel in the order.</param>
    public NextMoves NextFrom(int place) => NextMoves.From(place, Order);
}

public readonly record struct Ineligible(Channel Channel, IReadOnlyList<IneligibleReason> Reasons);
