using ContactsApi.Core.Choosing;
using ContactsApi.Core.Hours;
using ContactsApi.Features.Asking;
using NodaTime;

namespace ContactsApi.Features.Responses;

/// <summary>Whether a channel is open, and until when.</summary>
/// <param name="State">What the counting statements say: open and closed are certain, disputed is not.</param>
/// <param name="Until">When the state next changes, in Moscow's time; null if not within 400 days.</param>
/// <param name="OpensAt">For a closed channel, when it is next not closed; null if not within 400 days.</param>
/// <param name="Cause">What the state rests on.</param>
public sealed record AvailabilityResponse(HoursState State, OffsetDateTime? Until, OffsetDateTime? OpensAt, Cause Cause)
{
    public static AvailabilityResponse Of(Availability availability) =>
        new(availability.State, CallerTime.InMoscow(availability.Until), CallerTime.InMoscow(availability.OpensAt), availability.Now.Cause);
}
