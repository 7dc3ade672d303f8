using ContactsApi.Core.Promises;
using ContactsApi.Core.Calendar;
using ContactsApi.Core.Hours;
using NodaTime;

namespace ContactsApi.Core.Choosing;

/// <summary>What can be said of one channel at a moment, and until when that holds.</summary>
/// <param name="Since">The moment.</param>
/// <param name="Now">State and cause, from the moment on.</param>
/// <param name="Until">When the state next changes; nothing if not within the horizon.</param>
/// <param name="Answer">What every source promises.</param>
/// <param name="Perhaps">What the more favourable source promises, where that starts sooner.</param>
/// <param name="OutsideHours">What becomes of a request that comes now, outside the hours of a counting statement; nothing if it does not.</param>
/// <param name="CalendarBasis">What the calendar rests on at the instants shown, the weakest of it.</param>
/// <param name="ChangesAt">The first instant after the moment at which any of this differs; nothing if not within the horizon.</param>
public sealed record Availability(
    Instant Since,
    HoursReading Now,
    Instant? Until,
    Promise? Answer,
    Promise? Perhaps,
    OutsideHours? OutsideHours,
    CalendarBasis CalendarBasis,
    Instant? ChangesAt)
{
    /// <summary>Whether all this is so at another moment too. If nothing changes in sight, that is not known.</summary>
    public bool HoldsAt(Instant moment) => Since <= moment && moment < ChangesAt;

    public HoursState State => Now.State;

    /// <summary>For a closed channel, when it is next not closed.</summary>
    public Instant? OpensAt => State == HoursState.Closed ? Until : null;
}
