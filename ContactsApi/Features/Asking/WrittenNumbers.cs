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

    /// <summary>Digits of the longest number that can be dialled: E.164 has 15.</summary>
    private static readonly int Most = 15 + Prefixes.Max(prefix => prefix.Length);

    private static readonly int ShortestWhole = "9161234567".Length;

    public NumberReading Reading => new(Of, In);

    /// <summary>The numbers in a text of many words; those of Russia also where a digit of them is wrong, or a letter.</summary>
    public IEnumerable<PhoneValue> In(string text)
    {
        var plain = Words().Replace(text, word => IsOfDigits(word.Value) ? string.Concat(word.Value.Select(c => char.IsLetter(c) ? confusables.DigitOf(c) ?? c : c)) : word.Value);
        var found = Numbers.FindNumbers(plain, Home).Select(match => match.Start..(match.Start + match.Length)).ToList();
        var rest = plain.ToCharArray();
        foreach (var place in found)
            rest.AsSpan(place).Fill('|');
        return found.Concat(Runs().Matches(new string(rest)).SelectMany(InRun)).Select(place => Of(text[place])).OfType<PhoneValue>();
    }

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
        // Two numbers, one behind the other.
        if (whole is null && digits.Length > Most)
            return null;
        var number = whole ?? Mistyped(digits, isInternational);
        ReadingNote? note = number is null ? ReadingNote.NumberNotWhole
            : letters > 0 ? ReadingNote.LettersForDigits
            : bare.Length < written.Length ? ReadingNote.ExtensionLeftOut
            : null;
        return new PhoneValue(number ?? digits) { Note = note };
    }

    /// <summary>Where numbers are in digits with nothing but spaces and the like between them: one that is mistyped, or several one behind the other.</summary>
    private static IEnumerable<Range> InRun(Match run)
    {
        var count = run.Value.Count(char.IsDigit);
        if (count < ShortestWhole || !BeginsAtHome().IsMatch(run.Value))
            return [];
        return count <= ShortestWhole + 2 ? [run.Index..(run.Index + run.Length)] : OneByOne(run);
    }

    private static IEnumerable<Range> OneByOne(Match run)
    {
        var start = 0;
        foreach (var end in run.Value.Index().Where(c => char.IsWhiteSpace(c.Item)).Select(c => c.Index).Append(run.Length))
        {
            if (Parsed(string.Concat(run.Value[start..end].Where(char.IsDigit))) is null)
                continue;
            yield return (run.Index + start)..(run.Index + end);
            start = end;
        }

        if (start > 0)
            yield return (run.Index + start)..(run.Index + run.Length);
    }

    private bool IsOfDigits(string word) => word.Any(char.IsDigit) && word.All(c => confusables.DigitOf(c) is not null || !char.IsLetter(c));

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

    [GeneratedRegex(@"\S+")]
    private static partial Regex Words();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])\+?\p{Nd}([\s().\-‐‑‒–—−~*_·]{0,3}\p{Nd})*(?![\p{L}\p{N}])", RegexOptions.ExplicitCapture)]
    private static partial Regex Runs();

    [GeneratedRegex(@"^\+|^[78]")]
    private static partial Regex BeginsAtHome();

    /// <summary>Digits, and what is written between them.</summary>
    [GeneratedRegex(@"^[\s(]*[+＋]?[\p{Nd}\p{L}\s().,\-‐‑‒–—−/~*_·]{3,40}$")]
    private static partial Regex Shape();
}
