using System.Text.RegularExpressions;
using ContactsApi.Core.Checking;
using PhoneNumbers;

namespace ContactsApi.Features.Asking;

/// <summary>
/// A phone number as it is written in Russia or shown by a phone: with 8, +7, 007 or 8 10 7 before it, with brackets, hyphens and dots, in
/// digits of any script or letters that look like them, and with an extension.
/// </summary>
public sealed partial class WrittenNumbers(Confusables confusables)
{
    private const string Home = "RU";

    /// <summary>Those that are dialled before a country code, as phones show them: of most countries, of Russia, of North America.</summary>
    private static readonly string[] Prefixes = ["00", "810", "011"];

    /// <summary>Longer than any number with all that is written around it, in UTF-16 code units.</summary>
    private const int Longest = 60;

    private static readonly PhoneNumberUtil Numbers = PhoneNumberUtil.GetInstance();

    private static readonly int ShortestWhole = "9161234567".Length;

    public NumberReading Reading => new(Of, In);

    /// <summary>The numbers in a text of many words.</summary>
    public IEnumerable<PhoneValue> In(string text) => Numbers.FindNumbers(text, Home).Select(match => Of(match.RawString)).OfType<PhoneValue>();

    /// <summary>Nothing for what is no number.</summary>
    public PhoneValue? Of(string written)
    {
        if (written.Length > Longest)
            return null;
        var bare = Extension().Replace(written, "");
        if (!Shape().IsMatch(bare))
            return null;
        var letters = bare.Count(char.IsLetter);
        var digits = string.Concat(bare.Select(confusables.DigitOf).OfType<char>());
        // Where letters are many, or stand for no digits, it is a word.
        if (digits.Length < 3 || letters * 2 > digits.Length || bare.Any(c => char.IsLetter(c) && confusables.DigitOf(c) is null))
            return null;
        var isInternational = bare.AsSpan().TrimStart(" (").StartsWith("+");
        var whole = Whole(digits, isInternational);
        // Where phones make a pause; only before what is no part of the number, as some write commas between its digits.
        if (whole is null && Pause().Match(bare) is { Success: true } pause && Of(bare[..pause.Index]) is { Note: not ReadingNote.NumberNotWhole } before)
            return before with { Note = ReadingNote.ExtensionLeftOut };
        var number = whole ?? Mistyped(digits, isInternational);
        ReadingNote? note = number is null ? ReadingNote.NumberNotWhole
            : letters > 0 ? ReadingNote.LettersForDigits
            : bare.Length < written.Length ? ReadingNote.ExtensionLeftOut
            : null;
        return new PhoneValue(number ?? digits) { Note = note };
    }

    /// <summary>In E.164; nothing if there can be no such number, however it is read.</summary>
    private static string? Whole(string digits, bool isInternational) =>
        (isInternational ? [$"+{digits}"] : Readings(digits)).Select(Parsed).FirstOrDefault(number => number is not null);

    private static IEnumerable<string> Readings(string digits) =>
        [digits, .. Prefixes.Where(prefix => digits.StartsWith(prefix, StringComparison.Ordinal)).Select(prefix => $"+{digits[prefix.Length..]}"), $"+{digits}"];

    private static string? Parsed(string written)
    {
        try
        {
            var number = Numbers.Parse(written, Home);
            return Numbers.IsValidNumber(number) ? Numbers.Format(number, PhoneNumberFormat.E164) : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    /// <summary>As a number of Russia would be meant, a digit or so of which is wrong; nothing if it is too short for one.</summary>
    private static string? Mistyped(string digits, bool isInternational)
    {
        if (isInternational)
            return digits.Length >= ShortestWhole - 1 ? $"+{digits}" : null;
        if (Prefixes.FirstOrDefault(prefix => digits.StartsWith(prefix, StringComparison.Ordinal)) is { } dialled)
            return digits.Length - dialled.Length >= ShortestWhole ? $"+{digits[dialled.Length..]}" : null;
        return digits switch
        {
            ['8', .. var rest] when digits.Length >= ShortestWhole => $"+7{rest}",
            ['7', ..] when digits.Length >= ShortestWhole => $"+{digits}",
            _ when digits.Length >= ShortestWhole - 1 => $"+7{digits}",
            _ => null,
        };
    }

    [GeneratedRegex(@"[\s,;]*(доб(авочный)?|вн(утр)?|ext(ension)?|x|;ext=|#)[.:=\s]*\d{1,7}\s*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Extension();

    [GeneratedRegex(@",+\d{1,7}$")]
    private static partial Regex Pause();

    /// <summary>Digits, and what is written between them.</summary>
    [GeneratedRegex(@"^[\s(]*[+＋]?[\p{Nd}\p{L}\s().,\-‐‑‒–—−/~*_]{3,40}$")]
    private static partial Regex Shape();
}
