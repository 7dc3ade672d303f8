using ContactsApi.Core.Catalogs;

namespace ContactsApi.Core.Quality;

/// <summary>
/// A number that is not in Russia's numbering plan. All lines of the support centre are Russian; the code +7 alone does not make
/// a number so, since Kazakhstan has it too.
/// </summary>
public static class NumberOfAnotherCountry
{
    private static readonly FindingKind AnotherCountry = new("number-of-another-country", Severity.Error, new(
        "Сверьте номер с официальным порталом: ответить может посторонний. Если номер верный, отметьте адрес проверенным.",
        "Check the number with the official portal: a stranger may answer. If the number is right, mark the address verified."));

    public static CallerRule Rule { get; } = new(Find, AnotherCountry);

    private static Finding? Find(Contact contact, CatalogIndex index)
    {
        if (contact.UnverifiedPhone is not { } phone || NumberingPlan.RangeOf(phone) != NumberRange.AnotherCountry)
            return null;
        return NumberingPlan.IsOfKazakhstan(phone)
            ? contact.Found(
                AnotherCountry,
                new($"Номер {phone} не российский. Страна: Казахстан.", $"The number {phone} is not a Russian one. Country: Kazakhstan."),
                new("Это номер Казахстана, а не России: ответить может посторонний.", "This is a number of Kazakhstan, not of Russia: a stranger may answer."))
            : contact.Found(
                AnotherCountry,
                new($"Номер {phone} не российский: он не начинается с +7.", $"The number {phone} is not a Russian one: it does not begin with +7."),
                new("Это не российский номер: ответить может посторонний.", "This is not a Russian number: a stranger may answer."));
    }
}
