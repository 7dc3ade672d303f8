using ContactsApi.Core.Calendar;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Guidance;
using ContactsApi.Core.Hours;

namespace ContactsApi.Core.Catalogs;

/// <summary>
/// Everything the service knows, as stewards write it down and as the store keeps it. Elements refer to each other by id;
/// <see cref="CatalogRules"/> says what makes a catalog whole.
/// </summary>
public sealed record Catalog
{
    public required Source Source { get; init; }

    public Organization Organization { get; init; } = new();

    /// <summary>The schedule by which working hours and working days are counted.</summary>
    public required string CallCentreSchedule { get; init; }

    public required IReadOnlyList<Schedule> Schedules { get; init; }

    public required IReadOnlyList<Topic> Topics { get; init; }

    public required IReadOnlyList<Channel> Channels { get; init; }

    public required IReadOnlyList<Region> Regions { get; init; }

    public required Statute Statute { get; init; }

    /// <summary>The years of the production calendar for which a decree is known.</summary>
    public required IReadOnlyList<DecreeYear> Years { get; init; }

    /// <summary>What federal subjects add to the calendar, each for itself.</summary>
    public IReadOnlyList<RegionalHolidays> RegionalHolidays { get; init; } = [];

    /// <summary>The first one listed for a region is the one that people are sent to.</summary>
    public IReadOnlyList<Office> Offices { get; init; } = [];

    /// <summary>In the order in which people read them.</summary>
    public IReadOnlyList<Preparation> Preparations { get; init; } = [];

    /// <inheritdoc cref="Preparations"/>
    public IReadOnlyList<NextStep> NextSteps { get; init; } = [];

    public IReadOnlyList<Override> Overrides { get; init; } = [];

    public IReadOnlyList<Incident> Incidents { get; init; } = [];
}

/// <summary>Whose contacts these are.</summary>
public sealed record Organization
{
    /// <summary>As it stands in the official register; absent, nobody has told it.</summary>
    public LocalizedText? LegalName { get; init; }
}

/// <summary>The document that the statements are read from.</summary>
public sealed record Source(LocalizedText Title, IReadOnlyList<SourceSection> Sections);

/// <param name="Reference">The number by which statements refer to the section.</param>
public sealed record SourceSection(string Reference, LocalizedText Title);
