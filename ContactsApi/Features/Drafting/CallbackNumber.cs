using ContactsApi.Core;
using ContactsApi.Features.Responses;
using PhoneNumbers;

namespace ContactsApi.Features.Drafting;

/// <summary>
/// A phone number as somebody wrote it down: a Russian one, or one with a plus and its country code. Who is called back at a number with
/// a digit too few waits in vain, so what cannot be a number is told from what is one, and in what it is wrong.
/// </summary>
public static class CallbackNumber
{
    /// <summary>More digits than anybody forgets, or writes twice, unawares.</summary>
    private const int MostOff = 7;

    private static readonly PhoneNumberUtil Numbers = PhoneNumberUtil.GetInstance();

    private static readonly LocalizedText NoPhone = new(
        "Такого номера телефона не бывает. Нужен российский номер или номер с плюсом и кодом страны.",
        "There is no such phone number. A Russian number is needed, or one with a plus and its country code.");

    private static readonly LocalizedText TooShort = new(
        "Номер слишком короткий: его нужно писать вместе с кодом города или оператора.",
        "The number is too short: write it with its area or operator code.");

    private static readonly LocalizedText TooLong = new("В номере слишком много цифр.", "The number has too many digits.");

    private static readonly LocalizedText NoSuchCode = new(
        "Номеров с таким кодом города или оператора не бывает: проверьте первые цифры.",
        "There are no numbers with this area or operator code: check the first digits.");

    /// <summary>In international form, with the word for an extension in each language; nothing for what is no number.</summary>
    public static LocalizedText? Of(string written)
    {
        if (Parsed(written) is not { } number || !Numbers.IsValidNumber(number))
            return null;
        var bare = Numbers.Format(new PhoneNumber.Builder().MergeFrom(number).ClearExtension().Build(), PhoneNumberFormat.INTERNATIONAL);
        return number.HasExtension ? new($"{bare} доб. {number.Extension}", $"{bare} ext. {number.Extension}") : new(bare, bare);
    }

    /// <summary>What is wrong; nothing of what is a number.</summary>
    public static LocalizedText? FaultOf(string written)
    {
        if (Parsed(written) is not { } number)
            return NoPhone;
        if (Numbers.IsValidNumber(number))
            return null;
        var possible = Numbers.IsPossibleNumberWithReason(number);
        var digits = Digits(written, number);
        if (Enumerable.Range(1, MostOff).FirstOrDefault(missing => IsNumberWith(digits, missing)) is var lacking and > 0)
            return Missing(lacking);
        return possible switch
        {
            PhoneNumberUtil.ValidationResult.TOO_SHORT or PhoneNumberUtil.ValidationResult.IS_POSSIBLE_LOCAL_ONLY => TooShort,
            PhoneNumberUtil.ValidationResult.IS_POSSIBLE => NoSuchCode,
            _ => Enumerable.Range(1, Math.Min(MostOff, digits.Length - 1)).FirstOrDefault(extra => IsNumber(digits[..^extra])) is var extra and > 0
                ? Extra(extra)
                : TooLong,
        };
    }

    /// <summary>Which digits are missing matters little: what numbers there are is told by the first ones.</summary>
    private static bool IsNumberWith(string digits, int missing) =>
        Enumerable.Range('0', 10).Any(digit => IsNumber(digits + new string((char)digit, missing)));

    private static bool IsNumber(string digits) => Parsed(digits) is { } number && Numbers.IsValidNumber(number);

    private static string Digits(string written, PhoneNumber number)
    {
        var digits = PhoneNumberUtil.NormalizeDigitsOnly(written);
        var plus = written.AsSpan().ContainsAny('+', '＋') ? "+" : "";
        return plus + digits[..^number.Extension.Length];
    }

    private static PhoneNumber? Parsed(string written) => ListedPhone.Parsed(written, ListedPhone.Russia);

    private static LocalizedText Missing(int count) => new(
        $"В номере не хватает {count} {Plurals.Russian(count, "цифры", "цифр", "цифр")}.",
        count == 1 ? "The number lacks 1 digit." : $"The number lacks {count} digits.");

    private static LocalizedText Extra(int count) => new(
        $"В номере {count} {Plurals.Russian(count, "лишняя цифра", "лишние цифры", "лишних цифр")}.",
        count == 1 ? "The number has 1 digit too many." : $"The number has {count} digits too many.");
}
