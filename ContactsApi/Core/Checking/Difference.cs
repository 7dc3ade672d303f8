using System.Globalization;

namespace ContactsApi.Core.Checking;

/// <summary>In what a value differs from the listed one that it may be taken for.</summary>
public enum DifferenceKind
{
    /// <summary>One digit or letter is another one, missing, too many, or changed places with the next.</summary>
    OneSign,

    /// <summary>It is written with other letters that look alike, or sound alike in another script.</summary>
    Letters,

    /// <summary>The account has the listed name, but in another network.</summary>
    Network,

    /// <summary>The ending of the host is another.</summary>
    Ending,

    /// <summary>The listed name is only part of it.</summary>
    NameInside,

    /// <summary>The listed name stands before an "@" or in the path, where it leads nowhere.</summary>
    Elsewhere,
}

/// <param name="Text">A clause, without a full stop.</param>
public sealed record Difference(DifferenceKind Kind, LocalizedText Text)
{
    /// <summary>The one sign in which two texts differ; nothing if they are equal or differ in more.</summary>
    /// <param name="areDigits">Whether the signs are digits.</param>
    public static Difference? OfOneSign(string asked, string listed, bool areDigits)
    {
        var start = 0;
        while (start < asked.Length && start < listed.Length && asked[start] == listed[start])
            start++;
        var (a, l) = (asked.Length, listed.Length);
        while (a > start && l > start && asked[a - 1] == listed[l - 1])
            (a, l) = (a - 1, l - 1);
        var (has, wanted) = (asked[start..a], listed[start..l]);
        var (ru, en) = areDigits ? ("цифра", "digit") : ("знак", "character");
        return (has, wanted) switch
        {
            ({ Length: 1 }, { Length: 1 }) => Sign($"{(areDigits ? "одна цифра другая" : "один знак другой")}: {has} вместо {wanted}", $"one {en} is another: {has} instead of {wanted}"),
            ({ Length: 0 }, { Length: 1 }) => Sign($"не хватает {(areDigits ? "одной цифры" : "одного знака")}: {wanted}", $"one {en} is missing: {wanted}"),
            ({ Length: 1 }, { Length: 0 }) => Sign($"{(areDigits ? "лишняя" : "лишний")} {ru}: {has}", $"one {en} too many: {has}"),
            ([var first, var second], { Length: 2 }) when wanted[0] == second && wanted[1] == first => Sign(
                $"{(areDigits ? "две цифры" : "два знака")} переставлены: {has} вместо {wanted}", $"two {en}s have changed places: {has} instead of {wanted}"),
            _ => null,
        };
    }

    /// <summary>Of two texts that look alike: which letters are others.</summary>
    public static Difference OfLetters(string asked, string listed)
    {
        var others = asked.Length == listed.Length ? asked.Zip(listed).Where(pair => pair.First != pair.Second).Distinct().Take(3).ToList() : [];
        return new(DifferenceKind.Letters, others.Count == 0
            ? new($"написано похожими знаками: {asked} вместо {listed}", $"written with characters that look alike: {asked} instead of {listed}")
            : new(
                $"похожие знаки вместо настоящих: {string.Join(", ", others.Select(pair => $"«{pair.First}» ({ScriptOf(pair.First).Ru}) вместо «{pair.Second}»"))}",
                $"characters that look alike instead of the real ones: {string.Join(", ", others.Select(pair => $"“{pair.First}” ({ScriptOf(pair.First).En}) instead of “{pair.Second}”"))}"));
    }

    public static Difference OfScript(string asked, string listed) => new(DifferenceKind.Letters, new(
        $"то же имя, но другими буквами: {asked} вместо {listed}", $"the same name in other letters: {asked} instead of {listed}"));

    public static Difference OfEnding(HostName asked, HostName listed) => new(DifferenceKind.Ending, new(
        $"имя сайта то же, а окончание другое: {asked} вместо {listed}", $"the site has the same name and another ending: {asked} instead of {listed}"));

    public static Difference OfNameInside(string name) => new(DifferenceKind.NameInside, new(
        $"«{name}» здесь лишь часть имени", $"“{name}” is only part of the name here"));

    public static Difference OfSiteName(HostName site) => new(DifferenceKind.NameInside, new(
        $"так называется сайт {site}, а аккаунта с таким именем в справочнике нет", $"that is the name of the site {site}; an account of that name is not in the directory"));

    public static Difference OfBeforeAt(HostName host, string before) => new(DifferenceKind.Elsewhere, new(
        $"адрес ведёт на {host}; «{before}» стоит перед знаком @ и ничего не значит",
        $"the address leads to {host}; “{before}” stands before the @ and means nothing"));

    public static Difference OfPath(HostName host, HostName listed) => new(DifferenceKind.Elsewhere, new(
        $"адрес ведёт на {host}; «{listed}» стоит за именем сайта и ничего не значит",
        $"the address leads to {host}; “{listed}” stands behind the name of the site and means nothing"));

    public static Difference OfNetwork(HostName asked, HostName listed) => new(DifferenceKind.Network, new(
        $"аккаунт с тем же именем, но на {asked}, а не на {listed}", $"an account of the same name, but at {asked} and not at {listed}"));

    private static Difference Sign(string ru, string en) => new(DifferenceKind.OneSign, new(ru, en));

    private static LocalizedText ScriptOf(char c) => c switch
    {
        >= '\u0400' and <= '\u052F' => new("кириллица", "Cyrillic"),
        >= '\u0370' and <= '\u03FF' => new("греческая", "Greek"),
        _ when char.IsAsciiDigit(c) => new("цифра", "a digit"),
        _ when char.IsAsciiLetter(c) => new("латиница", "Latin"),
        _ => new($"U+{((int)c).ToString("X4", CultureInfo.InvariantCulture)}", $"U+{((int)c).ToString("X4", CultureInfo.InvariantCulture)}"),
    };
}
