using System.Globalization;
using NodaTime;
using NodaTime.TimeZones;

namespace ContactsApi.Features.Asking;

/// <summary>The zones that keep one offset all year, as far as the database of zones knows, from the year on that it was made in.</summary>
public static class SettledTime
{
    private static readonly Instant Since =
        Instant.FromUtc(int.Parse(TzdbDateTimeZoneSource.Default.TzdbVersion.AsSpan(..4), CultureInfo.InvariantCulture), 1, 1, 0, 0);

    private static readonly ILookup<Offset?, string> Places = TzdbDateTimeZoneSource.Default.WindowsMapping.PrimaryMapping.Values
        .Distinct()
        .Where(id => !id.StartsWith("Etc/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .ToLookup(OffsetOf);

    /// <summary>Nothing if the clocks there change.</summary>
    public static Offset? OffsetOf(string id) =>
        DateTimeZoneProviders.Tzdb[id].GetZoneInterval(Since) is { HasEnd: false } interval ? interval.WallOffset : null;

    /// <summary>Places that Windows names its zones by, which are known in the world.</summary>
    public static IEnumerable<string> PlacesWith(Offset offset) => Places[offset];
}
