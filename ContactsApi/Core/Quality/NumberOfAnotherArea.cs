using ContactsApi.Core.Catalogs;

namespace ContactsApi.Core.Quality;

/// <summary>A number for some regions, or of an office in one, whose area code belongs elsewhere.</summary>
public static class NumberOfAnotherArea
{
    private static readonly FindingKind AnotherArea = new("number-of-another-area", Severity.Warning, new(
        "Сверьте номер с официальным порталом: возможно, перепутан код региона или номер взят у другой линии.",
        "Check the number with the official portal: the area code may be mistaken, or the number another line's."));

    public static CallerRule Rule { get; } = new(Find, AnotherArea);

    private static Finding? Find(Contact contact, CatalogIndex index)
    {
        var regions = contact.Regions;
        if (regions.Count == 0 || contact.UnverifiedPhone is not { } phone || AreaCodes.CodeOf(phone) is not { } code)
            return null;
        if (AreaCodes.RegionsOf(code).Any(regions.ContainsKey))
            return null;
        var owners = Names(AreaCodes.RegionsOf(code), index);
        var places = Names(regions.Keys.Order(StringComparer.Ordinal), index);
        var finding = contact.Found(
            AnotherArea,
            new(
                $"Код {code} номера {phone} не из этих мест. Код: {owners.Ru}; линия: {places.Ru}.",
                $"The code {code} of the number {phone} is of another place. Code: {owners.En}; line: {places.En}."),
            new(
                $"Код {code} относится к другому региону ({owners.Ru}): номер может быть ошибочным.",
                $"The code {code} belongs to another region ({owners.En}): the number may be wrong."));
        return finding with { References = [.. regions.Values.Concat(finding.References).Distinct()] };
    }

    private static LocalizedText Names(IEnumerable<string> codes, CatalogIndex index) => Phrases.Joined(
        ", ", codes.Select(code => index.Regions.GetValueOrDefault(code)?.Name ?? new LocalizedText(code, code)));
}
