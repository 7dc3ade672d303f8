using ContactsApi.Core.Calendar;
using ContactsApi.Core.Channels;
using NodaTime;

namespace ContactsApi.Core.Choosing;

/// <summary>The answer to a question at a moment.</summary>
/// <param name="CalendarBasis">What the calendar rests on, of the moment and every instant shown; one statute year is enough.</param>
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
    Instant? ValidUntil);

public readonly record struct Ineligible(Channel Channel, IReadOnlyList<IneligibleReason> Reasons);
