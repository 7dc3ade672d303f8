using ContactsApi.Core.Quality;
using PhoneNumbers;

namespace ContactsApi.Features.Quality;

/// <summary>
/// A number that is not in Russia's numbering plan. All lines of the support centre are Russian; the code +7 alone does not make
/// a number so, since Kazakhstan has it too.
/// </summary>
public static class NumberOfAnotherCountry
{
    private const string Home = "RU";

    private static readonly Doubt AnotherCountry = new("number-of-another-country", Severity.Error, new(
        "Сверьте номер с официальным порталом и до тех пор никому его не советуйте: ответить может посторонний.",
        "Check the number with the official portal, and give it to nobody until then: a stranger may answer."));

    public static QualityRule Rule { get; } = new(Find, AnotherCountry);

    private static IEnumerable<Finding> Find(Examination examination) =>
        from listed in ListedNumber.In(examination)
        where listed.Number is not null
        let country = ListedNumber.Numbering.GetRegionCodeForNumber(listed.Number)
        where country != Home
        let place = new Locale("", country)
        select AnotherCountry.FoundIn(listed.Channel, new(
            $"Номер {listed.Digits} не российский. Страна: {place.GetDisplayCountry("ru")}.",
            $"The number {listed.Digits} is not a Russian one. Country: {place.GetDisplayCountry("en")}."));
}
