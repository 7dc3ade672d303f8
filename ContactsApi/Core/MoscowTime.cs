using NodaTime;
using NodaTime.TimeZones;

namespace ContactsApi.Core;

/// <summary>The zone in which the sources state their hours, and the one place where local times become instants.</summary>
public static class MoscowTime
{
    public static DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb["Europe/Moscow"];

    /// <summary>The zone of an IANA id; Moscow's without one.</summary>
    public static DateTimeZone ZoneOf(string? id) => id is null ? Zone : DateTimeZoneProviders.Tzdb[id];

    public static LocalDate DateOf(Instant moment) => moment.InZone(Zone).Date;

    /// <summary>The moment with the offset of Moscow.</summary>
    public static OffsetDateTime Of(Instant moment) => moment.InZone(Zone).ToOffsetDateTime();

    /// <summary>
    /// The instant at which the edge of a window falls. An edge that the clocks skip falls where they land; one that they
    /// show twice falls on the first of the two. Both rules keep the order of edges, so windows that touch on paper touch in
    /// time. See <c>docs/decisions/0002-window-edges-and-clock-changes.md</c>.
    /// </summary>
    public static Instant InstantOf(LocalDateTime edge, DateTimeZone zone) => zone.ResolveLocal(edge, EdgeResolver).ToInstant();

    private static readonly ZoneLocalMappingResolver EdgeResolver =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);
}
