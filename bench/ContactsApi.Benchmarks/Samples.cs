using ContactsApi.CatalogFiles;
using ContactsApi.Core;
using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Statements;
using ContactsApi.Tests.Support;
using NodaTime;

namespace ContactsApi.Benchmarks;

/// <summary>The shipped catalog, and the moments that the benchmarks ask about (UTC; Moscow is three hours ahead).</summary>
public static class Samples
{
    /// <summary>How many moments are taken of a span.</summary>
    public const int Moments = 4096;

    public static ContactDirectory Directory { get; } = new(ShippedCatalog.Read());

    public static Instant WorkdayNoon { get; } = Instant.FromUtc(2026, 11, 23, 9, 0);

    public static Instant SundayNight { get; } = Instant.FromUtc(2026, 11, 22, 0, 0);

    /// <summary>An hour before the lines of legal entities open for certain.</summary>
    public static Instant WorkdayMorning { get; } = Instant.FromUtc(2026, 11, 23, 4, 0);

    /// <summary>After the lines of legal entities have closed.</summary>
    public static Instant WorkdayEvening { get; } = Instant.FromUtc(2026, 11, 23, 18, 0);

    /// <summary>The evening before twelve days off.</summary>
    public static Instant NewYearsEve { get; } = Instant.FromUtc(2025, 12, 30, 18, 0);

    /// <summary>
    /// Moments all over the year 2026, the latest first: an answer that was kept holds from its moment on, so none of them
    /// can be answered by one that was asked before.
    /// </summary>
    public static Instant[] OverAYear { get; } = LatestFirst(Instant.FromUtc(2026, 1, 1, 0, 0), Instant.FromUtc(2027, 1, 1, 0, 0));

    /// <summary>Moments of all years that may be asked about, in no order.</summary>
    public static Instant[] OverACentury { get; } = Shuffled(LatestFirst(Instant.FromUtc(2000, 1, 1, 0, 0), Instant.FromUtc(2100, 12, 31, 0, 0)));

    public static ServedChannel Served(string channelId, Segment segment) =>
        Directory.ServedAs(Directory.Channels[channelId], segment)!;

    /// <summary>The same hours, read off their definition window by window.</summary>
    public static NaiveHours Naive(ServedChannel served) => new(
        Directory.Calendar,
        MoscowTime.Zone,
        [.. served.CountingHours.Select(statement => Directory.Schedules[statement.Schedule].Hours)],
        [],
        []);

    /// <summary>The shipped catalog with so many offices, by turns in all regions and with all schedules.</summary>
    public static Catalog WithOffices(int count)
    {
        var catalog = Directory.Catalog;
        return catalog with { Offices = [.. Enumerable.Range(0, count).Select(Office)] };

        Office Office(int number) => new(
            $"office-{number}",
            catalog.Regions[number % catalog.Regions.Count].Code,
            new($"Офис {number}", $"Office {number}"),
            new OfficeAddress(new($"ул. Ленина, {number}", $"{number} Lenin Street")) { Phone = "+78005553535" })
        {
            Hours = [new HoursStatement("hours", catalog.Schedules[number % catalog.Schedules.Count].Id, Provenance.Operator)],
        };
    }

    private static Instant[] LatestFirst(Instant from, Instant to) =>
        [.. Enumerable.Range(1, Moments).Select(i => to - (to - from) / Moments * i + Duration.FromSeconds(i % 60))];

    private static Instant[] Shuffled(Instant[] moments)
    {
        new Random(1).Shuffle(moments);
        return moments;
    }
}
