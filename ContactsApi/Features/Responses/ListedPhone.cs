using System.Text.RegularExpressions;
using ContactsApi.Core;
using PhoneNumbers;

namespace ContactsApi.Features.Responses;

/// <summary>A phone number of the catalog as people write and dial it.</summary>
/// <param name="number">Nothing for a number of no known country, as a source may give it: that is shown as it is.</param>
/// <param name="international">As <c>+7 800 555-35-35</c>.</param>
/// <param name="isTollFreeInRussia">Whether it is of a range that is free of charge from Russia.</param>
public sealed partial class ListedPhone(PhoneNumber? number, string international, bool isTollFreeInRussia)
{
    public const string Russia = "RU";

    private static readonly PhoneNumberUtil Numbers = PhoneNumberUtil.GetInstance();

    /// <summary>The library writes numbers of Kazakhstan, which begin with +7 too, in another way.</summary>
    private static readonly List<NumberFormat> Customary =
        [new NumberFormat.Builder().SetPattern(@"(\d{3})(\d{3})(\d{2})(\d{2})").SetFormat("$1 $2-$3-$4").Build()];

    public string International => international;

    /// <summary>As it is customarily written for people in Russia: a toll-free number with 8, as <c>8 800 555-35-35</c>.</summary>
    public string InRussia { get; } = isTollFreeInRussia ? $"8{international["+7".Length..]}" : international;

    public bool IsTollFreeInRussia => isTollFreeInRussia;

    public bool IsMobile => number is not null && Numbers.GetNumberType(number) == PhoneNumberType.MOBILE;

    /// <param name="phone">E.164.</param>
    public static ListedPhone Of(string phone)
    {
        if (Parsed(phone, country: null) is not { } number)
            return new(null, phone, isTollFreeInRussia: false);
        var international = number.CountryCode == 7
            ? Numbers.FormatByPattern(number, PhoneNumberFormat.INTERNATIONAL, Customary)
            : Numbers.Format(number, PhoneNumberFormat.INTERNATIONAL);
        // Of what is no number the library may leave digits out: 8 after the country code, as if it were dialled before it.
        if (!international.Where(char.IsAsciiDigit).SequenceEqual(phone.Where(char.IsAsciiDigit)))
            return new(null, phone, isTollFreeInRussia: false);
        return new(
            number, international, Numbers.GetRegionCodeForNumber(number) == Russia && Numbers.GetNumberType(number) == PhoneNumberType.TOLL_FREE);
    }

    /// <summary>A number as somebody wrote it; nothing for what is none, or of no known country.</summary>
    /// <param name="country">ISO 3166-1 alpha-2, of a number without a plus.</param>
    public static PhoneNumber? Parsed(string written, string? country)
    {
        try
        {
            return Numbers.Parse(written, country);
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    /// <summary>How the number is dialled in a country.</summary>
    /// <param name="country">ISO 3166-1 alpha-2.</param>
    public Dialling From(string country)
    {
        if (number is null || !Numbers.GetSupportedRegions().Contains(country))
            return new(international, Dialling.PrefixUnknown);
        // Russia and Kazakhstan share their country code, and the library then dials as within one country: another line may answer.
        if (Numbers.GetCountryCodeForRegion(country) == number.CountryCode && Numbers.GetRegionCodeForNumber(number) != country)
            return new(international, Dialling.CodeShared);
        var numbering = Numbers.GetMetadataForRegion(country);
        if (numbering.CountryCode != number.CountryCode && !OnePrefix().IsMatch(numbering.InternationalPrefix))
            return new(international, Dialling.PrefixByCarrier(UsualPrefix(numbering)));
        var dialled = Numbers.FormatOutOfCountryCallingNumber(number, country);
        return new(dialled, dialled.Contains('~', StringComparison.Ordinal) ? Dialling.Tone : null);
    }

    /// <summary>
    /// The prefix that the library prefers where carriers have their own; nothing if there is none, or if with the number's first digits it
    /// reads as a carrier's: in Hong Kong 00 before a 7 is the prefix 007.
    /// </summary>
    private string? UsualPrefix(PhoneMetadata numbering) =>
        numbering.HasPreferredInternationalPrefix
        && numbering.PreferredInternationalPrefix is var usual
        && Regex.Match($"{usual}{number!.CountryCode}", $"^(?:{numbering.InternationalPrefix})", RegexOptions.CultureInvariant).Value == usual
            ? usual
            : null;

    /// <summary>The library gives the prefixes of a country as a pattern; where it is but digits, all callers dial these.</summary>
    [GeneratedRegex("^[0-9]+$")]
    private static partial Regex OnePrefix();
}

/// <summary>How a number is dialled in a country.</summary>
/// <param name="Dial">Digits, or the number with "+".</param>
/// <param name="Note">What to know when dialling so; nothing if that is plain.</param>
public sealed record Dialling(string Dial, LocalizedText? Note)
{
    public static LocalizedText Tone { get; } = new(
        "На месте знака «~» дождитесь длинного гудка. С мобильного телефона наберите номер, начиная с «+».",
        "Where “~” stands, wait for the dial tone. From a mobile phone, dial the number beginning with “+”.");

    /// <param name="usual">The one that most dial; nothing if none is known.</param>
    public static LocalizedText PrefixByCarrier(string? usual)
    {
        var (russian, english) = usual is null ? ("", "") : ($", обычно это {usual}", $", usually {usual}");
        return new(
            $"С мобильного телефона наберите номер вместе с «+». Со стационарного замените «+» международным префиксом своего оператора связи{russian}: в этой стране они разные.",
            $"From a mobile phone, dial it with the “+”. From a landline, put your carrier's international prefix in place of the “+”{english}: they differ in this country.");
    }

    public static LocalizedText PrefixUnknown { get; } = new(
        "С мобильного или спутникового телефона наберите номер вместе с «+». Международный префикс стационарных телефонов этой страны нам неизвестен.",
        "From a mobile or satellite phone, dial it with the “+”. We do not know the international prefix of this country's landlines.");

    public static LocalizedText CodeShared { get; } = new(
        "С мобильного телефона наберите номер вместе с «+». Код +7 у России и Казахстана общий; как набирать со стационарного телефона, подскажет ваш оператор связи.",
        "From a mobile phone, dial it with the “+”. Russia and Kazakhstan share the code +7; your operator can tell how to dial from a landline.");
}
