using ContactsApi.CatalogFiles;
using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Choosing;
using ContactsApi.Tests.Support;
using NodaTime;

namespace ContactsApi.Benchmarks;

/// <summary>The shipped catalog, and the moments that the benchmarks ask about (UTC; Moscow is three hours ahead).</summary>
public static class Samples
{
    public static ContactDirectory Directory { get; } = new(ShippedCatalog.Read());

    public static Instant WorkdayNoon { get; } = Instant.FromUtc(2026, 11, 23, 9, 0);

    public static Instant SundayNight { get; } = Instant.FromUtc(2026, 11, 22, 0, 0);

    /// <summary>The evening before twelve days off.</summary>
    public static Instant NewYearsEve { get; } = Instant.FromUtc(2025, 12, 30, 18, 0);

    public static ChannelDesk Desk(string channelId, Segment segment) =>
        Directory.DeskOf(Directory.Channels[channelId], segment)!;

    /// <summary>The same hours, read off their definition window by window.</summary>
    public static NaiveHours Naive(ChannelDesk desk) => new(
        Directory.Calendar,
        ContactsApi.Core.MoscowTime.Zone,
        [.. desk.CountingHours.Select(statement => Directory.Schedules[statement.Schedule].Hours)],
        [],
        []);
}
