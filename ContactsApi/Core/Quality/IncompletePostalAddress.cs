namespace ContactsApi.Core.Quality;

/// <summary>An office that a letter, or a visitor, may not find: its postal address lacks street, house or postal code (5.1).</summary>
public static class IncompletePostalAddress
{
    private static readonly FindingKind Incomplete = new("postal-address-incomplete", Severity.Warning, new(
        "Узнайте полный адрес офиса и впишите, чего не хватает. Если адрес полон и так, отметьте его проверенным.",
        "Find out the full address of the office, and enter what is missing. If it is complete as it is, mark it verified."));

    public static QualityRule Rule { get; } = new(Find, Incomplete);

    private static IEnumerable<Finding> Find(QualityContext context) =>
        from contact in Contact.In(context.Catalog)
        where contact.Office is not null && !contact.IsVerified
        let postal = contact.Office!.Address.OneLine()
        let russian = PostalParts.MissingIn(postal.Ru)
        let english = PostalParts.MissingIn(postal.En)
        let missing = Phrases.Joined(", ", Enum.GetValues<PostalPart>()
            .Where(part => russian.Contains(part) || english.Contains(part))
            .Select(part => Named(part, russian.Contains(part), english.Contains(part))))
        where missing.En.Length > 0
        select contact.Found(Incomplete, new($"В почтовом адресе нет: {missing.Ru}.", $"The postal address lacks: {missing.En}."));

    private static LocalizedText Named(PostalPart part, bool inRussian, bool inEnglish)
    {
        var name = part switch
        {
            PostalPart.Street => new LocalizedText("улицы", "street"),
            PostalPart.House => new("дома", "house"),
            PostalPart.PostalCode => new("индекса", "postal code"),
            _ => throw new ArgumentOutOfRangeException(nameof(part)),
        };
        return (inRussian, inEnglish) switch
        {
            (true, false) => new($"{name.Ru} (в русском тексте)", $"{name.En} (in the Russian text)"),
            (false, true) => new($"{name.Ru} (в английском тексте)", $"{name.En} (in the English text)"),
            _ => name,
        };
    }
}
