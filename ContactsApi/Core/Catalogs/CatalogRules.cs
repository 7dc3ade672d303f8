using ContactsApi.Core.Statements;

namespace ContactsApi.Core.Catalogs;

/// <summary>
/// What a catalog has to be to be taken up: whole, with every id unique, every reference resolved, every value within its bounds; and fit
/// to be shown, by <see cref="ContentRules"/>.
/// </summary>
public static class CatalogRules
{
    public static IReadOnlyList<CatalogProblem> ProblemsOf(Catalog catalog) => [.. BreaksOf(catalog), .. ContentRules.ProblemsOf(catalog)];

    /// <summary>What keeps a catalog from being whole, so that nothing can be answered from it, whoever wrote it and when.</summary>
    public static IReadOnlyList<CatalogProblem> BreaksOf(Catalog catalog) =>
    [
        .. UniqueIds(catalog),
        .. CallCentre(catalog),
        .. UnknownSections(catalog, catalog.Topics.SelectMany((topic, i) => References(topic.References, $"$.topics[{i}].references"))),
        .. GuidanceRules.ProblemsOf(catalog),
        .. ChannelRules.ProblemsOf(catalog),
        .. catalog.Regions.SelectMany((region, i) => FormRules.Zone(region.TimeZone, $"$.regions[{i}].timeZone")),
        .. OfficeRules.ProblemsOf(catalog),
        .. DateRules.ProblemsOf(catalog),
    ];

    private static IEnumerable<CatalogProblem> UniqueIds(Catalog catalog) =>
    [
        .. FormRules.Unique(catalog.Source.Sections.Select(section => section.Reference), "$.source.sections", "reference"),
        .. FormRules.Ids(catalog.Schedules.Select(schedule => schedule.Id), "$.schedules"),
        .. FormRules.Ids(catalog.Topics.Select(topic => topic.Id), "$.topics"),
        .. FormRules.Ids(catalog.Channels.Select(channel => channel.Id), "$.channels"),
        .. FormRules.Ids(catalog.Regions.Select(region => region.Code), "$.regions", "code"),
        .. FormRules.Ids(catalog.Offices.Select(office => office.Id), "$.offices"),
        .. FormRules.Unique(catalog.Statute.Holidays.Select(holiday => holiday.Date), "$.statute.holidays", "date"),
        .. FormRules.Unique(catalog.Years.Select(year => year.Year), "$.years", "year"),
        .. FormRules.Ids(catalog.RegionalHolidays.Select(one => one.Code), "$.regionalHolidays", "code"),
        .. FormRules.Ids(catalog.Preparations.Select(one => one.Id), "$.preparations"),
        .. FormRules.Ids(catalog.NextSteps.Select(step => step.Id), "$.nextSteps"),
        .. FormRules.Ids(catalog.Overrides.Select(replacement => replacement.Id), "$.overrides"),
        .. FormRules.Ids(catalog.Incidents.Select(incident => incident.Id), "$.incidents"),
    ];

    private static IEnumerable<CatalogProblem> CallCentre(Catalog catalog)
    {
        const string path = "$.callCentreSchedule";
        var schedule = catalog.Schedules.FirstOrDefault(schedule => schedule.Id == catalog.CallCentreSchedule);
        if (schedule is null)
            yield return CatalogProblem.Unknown(path, catalog.CallCentreSchedule);
        else if (schedule.Hours.Workday.Count == 0)
            yield return new(path, new("у графика колл-центра нет часов в рабочие дни", "the call-centre schedule has no hours on workdays"));
    }

    internal static IEnumerable<CatalogProblem> UnknownSections(Catalog catalog, IEnumerable<(string Reference, string Path)> references) =>
        from found in references
        where found.Reference != Provenance.Editorial && catalog.Source.Sections.All(section => section.Reference != found.Reference)
        select CatalogProblem.Unknown(found.Path, found.Reference);

    internal static IEnumerable<(string Reference, string Path)> References(IReadOnlyList<string> references, string path) =>
        references.Select((reference, i) => (reference, $"{path}[{i}]"));
}
