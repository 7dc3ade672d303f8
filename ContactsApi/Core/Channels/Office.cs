using ContactsApi.Core.Statements;

namespace ContactsApi.Core.Channels;

/// <summary>
/// A place of a region where people are helped in person. Where a region has some, the first one listed is what the channel of
/// kind <see cref="ChannelKind.Office"/> means there: <c>docs/decisions/0016-offices.md</c>.
/// </summary>
/// <param name="Region">The code of a region.</param>
public sealed record Office(string Id, string Region, LocalizedText Name, OfficeAddress Address)
{
    /// <summary>The IANA zone of its hours; its region's when absent.</summary>
    public string? TimeZone { get; init; }

    public IReadOnlyList<HoursStatement> Hours { get; init; } = [];

    /// <summary>Of the address.</summary>
    public Verification? Verification { get; init; }

    /// <summary>The channel as it is where this is the office to go to.</summary>
    /// <param name="channel">Of kind <see cref="ChannelKind.Office"/>, without an address of its own.</param>
    public Channel As(Channel channel, Region region) => channel with
    {
        Address = new ChannelAddress
        {
            Phone = Address.Phone,
            Uri = Address.Uri,
            Display = new($"{Name.Ru}, {Address.OneLine().Ru}", $"{Name.En}, {Address.OneLine().En}"),
            Verification = Verification,
        },
        TimeZone = TimeZone ?? region.TimeZone,
        Hours = Hours,
        StatementsOf = null,
    };
}

/// <summary>Where an office is: either on one line, or in parts.</summary>
/// <param name="Postal">Street and town, as people write it on a letter.</param>
public sealed record OfficeAddress(LocalizedText? Postal = null)
{
    public PostalAddress? Parts { get; init; }

    /// <summary>E.164, as <c>+78005553535</c>.</summary>
    public string? Phone { get; init; }

    /// <summary>As it was written; it may be a link if it is a <see cref="SafeLink"/>.</summary>
    public Uri? Uri { get; init; }

    /// <summary>As people write it on a letter, whichever way it was written down.</summary>
    public LocalizedText OneLine() => Postal ?? Parts!.OneLine();
}

/// <summary>A postal address, in the words of schema.org.</summary>
/// <param name="AddressLocality">The town, or the village with its district.</param>
/// <param name="StreetAddress">Street and house.</param>
public sealed record PostalAddress(LocalizedText AddressLocality, LocalizedText StreetAddress)
{
    /// <summary>Six digits; absent, it is not known.</summary>
    public string? PostalCode { get; init; }

    /// <summary>The federal subject, where a letter needs it: not for a town that is one.</summary>
    public LocalizedText? AddressRegion { get; init; }

    /// <summary>From the code to the house in Russian, and the other way round in English.</summary>
    public LocalizedText OneLine() => new(
        string.Join(", ", new[] { PostalCode, AddressRegion?.Ru, AddressLocality.Ru, StreetAddress.Ru }.OfType<string>()),
        string.Join(", ", new[] { StreetAddress.En, AddressLocality.En, AddressRegion?.En, PostalCode }.OfType<string>()));
}
