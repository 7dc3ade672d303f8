using ContactsApi.Core.Channels;
using ContactsApi.Core.Hours;
using ContactsApi.Core.Statements;
using NodaTime;

namespace ContactsApi.Core.Catalogs;

/// <summary>What makes an office whole. There may be many thousands, so nothing is looked for in a list.</summary>
public sealed class OfficeRules(Catalog catalog)
{
    private static readonly HashSet<string> Zones = [.. DateTimeZoneProviders.Tzdb.Ids];

    private readonly HashSet<string> regions = [.. catalog.Regions.Select(region => region.Code)];
    private readonly HashSet<string> schedules = [.. catalog.Schedules.Select(schedule => schedule.Id)];

    /// <summary>What a steward enters, an operator may have told: an office is in no section of the source.</summary>
    private readonly HashSet<string> references =
        [.. catalog.Source.Sections.Select(section => section.Reference), Provenance.Editorial, Provenance.Operator];

    public static IEnumerable<CatalogProblem> ProblemsOf(Catalog catalog)
    {
        var rules = new OfficeRules(catalog);
        return catalog.Offices.SelectMany((office, i) => rules.ProblemsOf(office, $"$.offices[{i}]"));
    }

    private IEnumerable<CatalogProblem> ProblemsOf(Office office, string path)
    {
        if (!regions.Contains(office.Region))
            yield return CatalogProblem.Unknown($"{path}.region", office.Region);
        if (office.TimeZone is { } zone && !Zones.Contains(zone))
            yield return CatalogProblem.Unknown($"{path}.timeZone", zone);
        if (IsBlank(office.Name))
            yield return new($"{path}.name", CatalogProblem.Blank);
        if (IsBlank(office.Address.Postal))
            yield return new($"{path}.address.postal", CatalogProblem.Blank);
        if (office.Address.Phone is { } phone && FormRules.Phone($"{path}.address.phone", phone) is { } wrong)
            yield return wrong;
        foreach (var problem in HoursProblems(office, $"{path}.hours"))
            yield return problem;
        foreach (var problem in VerificationRules.ProblemsOf(office.Verification, path).Concat(VerificationRules.ProblemsOf(office.Hours, $"{path}.hours")))
            yield return problem;
    }

    private IEnumerable<CatalogProblem> HoursProblems(Office office, string path)
    {
        foreach (var problem in FormRules.Unique(office.Hours.Select(statement => statement.Id), path, "id"))
            yield return problem;
        if (office.Hours.Count > HoursTimeline.MaxStatements)
            yield return CatalogProblem.TooManyStatements(path);
        foreach (var (i, statement) in office.Hours.Index())
        {
            if (!schedules.Contains(statement.Schedule))
                yield return CatalogProblem.Unknown($"{path}[{i}].schedule", statement.Schedule);
            if (!references.Contains(statement.Reference))
                yield return CatalogProblem.Unknown($"{path}[{i}].reference", statement.Reference);
        }
    }

    private static bool IsBlank(LocalizedText text) => string.IsNullOrWhiteSpace(text.Ru) || string.IsNullOrWhiteSpace(text.En);
}
