using ContactsApi.Core;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Choosing;
using NodaTime;

namespace ContactsApi.Features.Regions;

/// <summary>An office and what is to be expected of it; nothing if offices do not serve the segment.</summary>
public sealed record OfficeNow(Office Office, Availability? Availability);

/// <summary>Some offices of a region at a moment, in the order of the catalog.</summary>
/// <param name="Count">How many the region has in all.</param>
/// <param name="Next">How many come before the next page; nothing if this is the last.</param>
public sealed record OfficePage(Instant Moment, int Count, IReadOnlyList<OfficeNow> Offices, long? Next)
{
    /// <param name="before">How many offices come before this page.</param>
    public static OfficePage Of(ContactDirectory directory, Region region, Segment segment, Instant moment, long before, int limit)
    {
        List<Office> all = [.. directory.OfficesOf(region)];
        List<Office> shown = before < all.Count ? all.GetRange((int)before, Math.Min(limit, all.Count - (int)before)) : [];
        return new OfficePage(
            moment,
            all.Count,
            [.. shown.Select(office => new OfficeNow(office, directory.ServedAs(office, segment)?.AvailabilityAt(moment)))],
            before + shown.Count < all.Count ? before + shown.Count : null);
    }

    /// <summary>When an office shown, or the offset of the region's clocks, changes next.</summary>
    public Instant? ChangesAt(Region region)
    {
        var offset = DateTimeZoneProviders.Tzdb[region.TimeZone].GetZoneInterval(Moment);
        return Offices.Select(office => office.Availability?.ChangesAt).Append(offset.HasEnd ? offset.End : null).Min();
    }
}
