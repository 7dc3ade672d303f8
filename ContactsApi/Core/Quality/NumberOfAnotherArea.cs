namespace ContactsApi.Core.Quality;

/// <summary>A regional line whose area code belongs elsewhere.</summary>
public static class NumberOfAnotherArea
{
    private static readonly Doubt AnotherArea = new("number-of-another-area", Severity.Warning, new(
        "Сверьте номер с официальным порталом: возможно, перепутан код региона или номер взят у другой линии.",
        "Check the number with the official portal: the area code may be mistaken, or the number another line's."));

    public static QualityRule Rule { get; } = new(Find, AnotherArea);

    private static IEnumerable<Finding> Find(Examination examination) =>
        from channel in examination.Catalog.Channels
        let served = channel.Restrictions.Regions
        where served.Count > 0 && channel.Address?.Phone is not null
        let phone = channel.Address!.Phone!
        let code = AreaCodes.CodeOf(phone)
        where code is not null && !AreaCodes.RegionsOf(code).Any(served.ContainsKey)
        let owners = Names(AreaCodes.RegionsOf(code), examination)
        let regions = Names(served.Keys.Order(StringComparer.Ordinal), examination)
        select AnotherArea.FoundIn(channel, new(
            $"Код {code} номера {phone} не из этих мест. Код: {owners.Ru}; линия: {regions.Ru}.",
            $"The code {code} of the number {phone} is of another place. Code: {owners.En}; line: {regions.En}.")) with
        {
            References = [.. served.Values.Concat(channel.References).Distinct()],
        };

    private static Text Names(IEnumerable<string> codes, Examination examination) => Phrases.Joined(
        ", ", codes.Select(code => examination.Directory.Regions.GetValueOrDefault(code)?.Name ?? new Text(code, code)));
}
