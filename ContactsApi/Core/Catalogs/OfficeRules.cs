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
        foreach (var problem in AddressProblems(office.Address, $"{path}.address"))
            yield return problem;
        if (office.Address.Phone is { } phone && FormRules.Phone($"{path}.address.phone", phone) is { } wrong)
            yield return wrong;
        foreach (var problem in HoursProblems(office, $"{path}.hours"))
            yield return problem;
        foreach (var problem in VerificationRules.ProblemsOf(office.Verification, path).Concat(VerificationRules.ProblemsOf(office.Hours, $"{path}.hours")))
            yield return problem;
    }

    private static IEnumerable<CatalogProblem> AddressProblems(OfficeAddress address, string path)
    {
        if (address is { Postal: null, Parts: null } or { Postal: not null, Parts: not null })
            yield return new(path, new("нужен почтовый адрес: либо postal, либо parts", "a postal address is needed: either postal or parts"));
        (string Name, LocalizedText? Text)[] texts =
        [
            ("postal", address.Postal), ("parts.addressRegion", address.Parts?.AddressRegion), ("parts.addressLocality", address.Parts?.AddressLocality),
            ("parts.streetAddress", address.Parts?.StreetAddress),
        ];
        foreach (var (name, _) in texts.Where(one => one.Text is { } text && IsBlank(text)))
            yield return new($"{path}.{name}", CatalogProblem.Blank);
        if (address.Parts?.PostalCode is { } code && !FormRules.IsPostalCode(code))
            yield return new($"{path}.parts.postalCode", new("нужны шесть цифр, первая от 1 до 6, например 191186", "six digits are needed, the first from 1 to 6, as 191186"));
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
