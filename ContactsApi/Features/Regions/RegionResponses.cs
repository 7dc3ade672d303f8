using System.Text.Json.Serialization;
using ContactsApi.Core;
using ContactsApi.Core.Channels;
using ContactsApi.Features.Asking;
using ContactsApi.Hosting.Caching;
using ContactsApi.Storage;
using NodaTime;
using NodaTime.Text;

namespace ContactsApi.Features.Regions;

/// <summary>The federal subjects of Russia, in the order of the catalog.</summary>
/// <param name="Moment">The moment asked about, in Moscow's time.</param>
/// <param name="CatalogRevision">The revision that was answered from.</param>
public sealed record RegionsResponse([property: JsonConverter(typeof(MomentOfAsking))] OffsetDateTime Moment, long CatalogRevision, IReadOnlyList<RegionSummaryResponse> Regions)
{
    public static RegionsResponse Of(CatalogSnapshot snapshot, CallerTime time, Language language) => new(
        time.MoscowMoment,
        snapshot.Revision,
        [
            .. snapshot.Directory.Catalog.Regions.Select(region => new RegionSummaryResponse(
                region.Code,
                region.Name.In(language),
                region.TimeZone,
                Offsets.At(time.Moment, region),
                snapshot.Directory.OfficesOf(region).Count())),
        ]);
}

/// <summary>A federal subject of Russia.</summary>
/// <param name="Code">By ISO 3166-2.</param>
/// <param name="Name">In the language of the answer.</param>
/// <param name="TimeZone">The IANA zone of its capital.</param>
/// <param name="Offset">By how much its clocks are ahead of UTC at the moment, as `+03:00`.</param>
/// <param name="OfficeCount">How many offices it has.</param>
public sealed record RegionSummaryResponse(string Code, string Name, string TimeZone, string Offset, int OfficeCount);

/// <summary>A federal subject of Russia, with its offices.</summary>
/// <param name="Code">By ISO 3166-2.</param>
/// <param name="Name">In the language of the answer.</param>
/// <param name="TimeZone">The IANA zone of its capital.</param>
/// <param name="Offset">By how much its clocks are ahead of UTC at the moment, as `+03:00`.</param>
/// <param name="Moment">The moment asked about, in Moscow's time.</param>
/// <param name="Segment">Whose hours are given.</param>
/// <param name="CatalogRevision">The revision that was answered from.</param>
/// <param name="OfficeCount">How many offices it has in all.</param>
/// <param name="Offices">A page of them, in the order of the catalog.</param>
/// <param name="Next">What to give as `cursor` for the next page; null if there is none.</param>
public sealed record RegionResponse(
    string Code,
    string Name,
    string TimeZone,
    string Offset,
    [property: JsonConverter(typeof(MomentOfAsking))] OffsetDateTime Moment,
    Segment Segment,
    long CatalogRevision,
    int OfficeCount,
    IReadOnlyList<OfficeResponse> Offices,
    string? Next)
{
    public static RegionResponse Of(Region region, OfficePage page, Segment segment, CallerTime time, CatalogSnapshot snapshot, Language language) => new(
        region.Code,
        region.Name.In(language),
        region.TimeZone,
        Offsets.At(time.Moment, region),
        time.MoscowMoment,
        segment,
        snapshot.Revision,
        page.Count,
        [.. page.Offices.Select(office => OfficeResponse.Of(office, region, language))],
        page.Next?.ToString(System.Globalization.CultureInfo.InvariantCulture));
}

internal static class Offsets
{
    private static readonly OffsetPattern Pattern = OffsetPattern.CreateWithInvariantCulture("+HH:mm");

    public static string At(Instant moment, Region region) => Pattern.Format(DateTimeZoneProviders.Tzdb[region.TimeZone].GetUtcOffset(moment));

    /// <summary>When the clocks of any region next change; nothing if no change is planned.</summary>
    public static Instant? ChangeAfter(Instant moment, CatalogSnapshot snapshot) => snapshot.Directory.Catalog.Regions
        .Select(region => DateTimeZoneProviders.Tzdb[region.TimeZone].GetZoneInterval(moment))
        .Min(interval => interval.HasEnd ? interval.End : (Instant?)null);
}
