using ContactsApi.Core;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Hours;
using ContactsApi.Features.Responses;
using NodaTime;

namespace ContactsApi.Features.Regions;

/// <summary>A place where people are helped in person.</summary>
/// <param name="Name">In the language of the answer.</param>
/// <param name="TimeZone">The IANA zone of its hours.</param>
/// <param name="Availability">Whether it is open at the moment; null if offices do not serve the segment.</param>
public sealed record OfficeResponse(
    string Id, string Name, OfficeAddressResponse Address, string TimeZone, OfficeAvailabilityResponse? Availability)
{
    public static OfficeResponse Of(OfficeNow shown, Region region, Language language)
    {
        var (office, availability) = shown;
        var zone = MoscowTime.ZoneOf(office.TimeZone ?? region.TimeZone);
        return new OfficeResponse(
            office.Id,
            office.Name.In(language),
            OfficeAddressResponse.Of(office, language),
            zone.Id,
            availability is null ? null : OfficeAvailabilityResponse.Of(availability, zone));
    }
}

/// <summary>An office, with all that is said about it.</summary>
/// <param name="Region">By ISO 3166-2.</param>
/// <param name="Name">In the language of the answer.</param>
/// <param name="TimeZone">The IANA zone of its hours.</param>
/// <param name="Statements">What is said of its hours.</param>
public sealed record ListedOfficeResponse(
    string Id, string Region, string Name, OfficeAddressResponse Address, string TimeZone, IReadOnlyList<StatementResponse> Statements)
{
    public static ListedOfficeResponse Of(Office office, ContactDirectory directory, Language language) => new(
        office.Id,
        office.Region,
        office.Name.In(language),
        OfficeAddressResponse.Of(office, language),
        office.TimeZone ?? directory.Regions[office.Region].TimeZone,
        [.. office.Hours.Select(statement => StatementResponse.Of(statement, directory, language))]);
}

/// <summary>Where an office is.</summary>
/// <param name="Postal">Street and town, in the language of the answer.</param>
/// <param name="Parts">The same in parts; null if nobody took it apart.</param>
/// <param name="Phone">In E.164; null if it is not known.</param>
/// <param name="Uri">Its page; null if it is not known.</param>
/// <param name="Verification">Whether somebody verified or disputed the address; null if nobody did either.</param>
public sealed record OfficeAddressResponse(string Postal, PostalAddressResponse? Parts, string? Phone, string? Uri, VerificationResponse? Verification)
{
    public static OfficeAddressResponse Of(Office office, Language language) => new(
        office.Address.OneLine().In(language), PostalAddressResponse.Of(office.Address.Parts, language), office.Address.Phone, SafeLink.Of(office.Address.Uri)?.OriginalString, VerificationResponse.Of(office.Verification, language));
}

/// <summary>A postal address as schema.org has it, in the language of the answer.</summary>
/// <param name="PostalCode">Null if it is not known.</param>
/// <param name="AddressRegion">Null if a letter does not need it.</param>
/// <param name="StreetAddress">Street and house.</param>
public sealed record PostalAddressResponse(string? PostalCode, string? AddressRegion, string AddressLocality, string StreetAddress)
{
    public static PostalAddressResponse? Of(PostalAddress? parts, Language language) => parts is null ? null : new(
        parts.PostalCode, parts.AddressRegion?.In(language), parts.AddressLocality.In(language), parts.StreetAddress.In(language));
}

/// <summary>Whether an office is open, and until when.</summary>
/// <param name="State">What its counting statements say: open and closed are certain, disputed is not.</param>
/// <param name="Until">When the state next changes, in Moscow's time; null if not within 400 days.</param>
/// <param name="OpensAt">For a closed office, when it is next not closed, in Moscow's time; null if not within 400 days.</param>
/// <param name="OfficeUntil">The same as `until`, by the clocks of the office.</param>
/// <param name="OfficeOpensAt">The same as `opensAt`, by the clocks of the office.</param>
/// <param name="Cause">What the state rests on.</param>
public sealed record OfficeAvailabilityResponse(
    HoursState State, OffsetDateTime? Until, OffsetDateTime? OpensAt, OffsetDateTime? OfficeUntil, OffsetDateTime? OfficeOpensAt, Cause Cause)
{
    public static OfficeAvailabilityResponse Of(Availability availability, DateTimeZone zone) => new(
        availability.State,
        In(MoscowTime.Zone, availability.Until),
        In(MoscowTime.Zone, availability.OpensAt),
        In(zone, availability.Until),
        In(zone, availability.OpensAt),
        availability.Now.Cause);

    private static OffsetDateTime? In(DateTimeZone zone, Instant? instant) => instant?.InZone(zone).ToOffsetDateTime();
}
