using System.Text.RegularExpressions;
using ContactsApi.Core;
using ContactsApi.Core.Catalogs;
using PhoneNumbers;

namespace ContactsApi.Features.Corrections;

/// <summary>
/// What looks like something about a person. It is refused unread, so that it is neither kept nor shown to anybody. The net is
/// coarse on purpose: whoever is caught by mistake can say the same in other words.
/// </summary>
public static partial class PersonalData
{
    private const string Home = "RU";

    private static readonly PhoneNumberUtil Numbers = PhoneNumberUtil.GetInstance();

    private static readonly LocalizedText Phone = new(
        "номер телефона, которого нет в справочнике; если это верный адрес канала, укажите его в shouldBe с element: address",
        "a phone number that the directory does not have; if it is the channel's right address, give it as shouldBe with element: address");

    private static readonly LocalizedText Email = new(
        "адрес электронной почты; если это верный адрес канала, укажите его в shouldBe с element: address",
        "an e-mail address; if it is the channel's right address, give it as shouldBe with element: address");

    private static readonly (Regex Pattern, LocalizedText What)[] Documents =
    [
        (Snils(), new("СНИЛС", "a SNILS, the number of an insurance account")),
        (Card(), new("номер карты или полиса", "the number of a card or policy")),
        (Passport(), new("серия и номер паспорта", "the number of a passport")),
        (TaxNumber(), new("ИНН человека", "the tax number of a person")),
        (Appeal(), new("номер обращения", "the number of a request")),
        (About(), new("сведения о человеке", "something about a person")),
    ];

    /// <summary>Why a text is refused, once for each kind of data that it seems to hold.</summary>
    /// <param name="mayBeAddress">Whether the text may be meant as the address of a channel: then it may hold a phone number or an e-mail address.</param>
    public static IEnumerable<LocalizedText> In(string text, Catalog catalog, bool mayBeAddress)
    {
        var phones = Numbers.FindNumbers(text, Home).ToList();
        if (!mayBeAddress && phones.Exists(phone => !IsPublic(phone.Number, catalog)))
            yield return Refusal(Phone);
        if (!mayBeAddress && EmailAddress().IsMatch(text))
            yield return Refusal(Email);

        // The digits of a phone number are not also those of a document.
        var rest = phones.Aggregate(text, (left, phone) => left.Replace(phone.RawString, ";", StringComparison.Ordinal));
        foreach (var (_, what) in Documents.Where(document => document.Pattern.IsMatch(rest)))
            yield return Refusal(what);
    }

    private static bool IsPublic(PhoneNumber number, Catalog catalog) =>
        Numbers.GetNumberType(number) == PhoneNumberType.TOLL_FREE
        || catalog.Channels.Any(channel => channel.Address?.Phone == Numbers.Format(number, PhoneNumberFormat.E164));

    private static LocalizedText Refusal(LocalizedText what) => new(
        $"Похоже, здесь {what.Ru}. Данных о людях мы не принимаем: опишите ошибку без них.",
        $"This seems to be {what.En}. We take no data about people: describe the mistake without.");

    [GeneratedRegex(@"[^\s@]+@[^\s@]+\.\p{L}{2}")]
    private static partial Regex EmailAddress();

    [GeneratedRegex(@"(?<![0-9])[0-9]{3}[- ]?[0-9]{3}[- ]?[0-9]{3}[- ]?[0-9]{2}(?![0-9])")]
    private static partial Regex Snils();

    [GeneratedRegex(@"(?<![0-9])([0-9]{4}[- ]?){4}([0-9]{1,3})?(?![0-9])")]
    private static partial Regex Card();

    [GeneratedRegex(@"(?<![0-9])[0-9]{2} ?[0-9]{2}[, ]*(№|N|номер)? ?[0-9]{6}(?![0-9])", RegexOptions.IgnoreCase)]
    private static partial Regex Passport();

    [GeneratedRegex("(?<![0-9])[0-9]{12}(?![0-9])")]
    private static partial Regex TaxNumber();

    [GeneratedRegex(@"(обращени|заявлени|заявк|appeal|request|ticket)\p{L}*\W*(№|N|номер|number|no)?\W*[0-9]{5}", RegexOptions.IgnoreCase)]
    private static partial Regex Appeal();

    [GeneratedRegex(@"\b(меня зовут|мо[её] имя|родил(ся|ась)|дат[аы] рождения|my name is|was born|date of birth)\b", RegexOptions.IgnoreCase)]
    private static partial Regex About();
}
