using NodaTime;

namespace ContactsApi.Hosting.Caching;

/// <summary>Where the bytes of an answer show the moment of asking, quotes aside: first in Moscow's time.</summary>
/// <param name="Caller">In the caller's time, behind the other; nothing if it does not show that.</param>
/// <param name="Zone">The caller's.</param>
public sealed record ShownMoment(Range Moscow, Range? Caller, DateTimeZone Zone);
