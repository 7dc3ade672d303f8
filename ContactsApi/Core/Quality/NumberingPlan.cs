using System.Collections.Frozen;

namespace ContactsApi.Core.Quality;

/// <summary>What the first digits of a number tell of it.</summary>
public enum NumberRange
{
    /// <summary>Of no range that Russia has assigned, or not as long as a Russian number is.</summary>
    Unassigned,
    AnotherCountry,
    TollFree,

    /// <summary>An area, a mobile network or a service: the caller pays.</summary>
    Charged,
}

/// <summary>The ranges of the Russian numbering plan. Kept here as <see cref="AreaCodes"/> are; a test holds them to what libphonenumber says.</summary>
public static class NumberingPlan
{
    public const string Russia = "+7";

    private static readonly int Length = "+78005553535".Length;

    private static readonly FrozenSet<string> TollFree = ["800", "804"];

    /// <summary>Assigned, and the code of no region of the catalog: areas, premium and personal numbers.</summary>
    private static readonly FrozenSet<string> Others = ["336", "365", "803", "808", "809", "840", "856", "857", "860", "869"];

    /// <param name="phone">E.164.</param>
    public static NumberRange RangeOf(string phone)
    {
        if (!phone.StartsWith(Russia, StringComparison.Ordinal))
            return NumberRange.AnotherCountry;
        if (!HasLengthOfRussian(phone))
            return NumberRange.Unassigned;
        var code = CodeOf(phone);
        return IsOfKazakhstan(phone) ? NumberRange.AnotherCountry
            : TollFree.Contains(code) ? NumberRange.TollFree
            : code[0] == '9' || Others.Contains(code) || AreaCodes.CodeOf(phone) is not null ? NumberRange.Charged
            : NumberRange.Unassigned;
    }

    /// <summary>Whether it is of Russia or Kazakhstan and as long as their numbers are.</summary>
    public static bool HasLengthOfRussian(string phone) => phone.Length == Length && phone.StartsWith(Russia, StringComparison.Ordinal);

    /// <summary>The three digits after Russia's code.</summary>
    public static string CodeOf(string phone) => phone[Russia.Length..(Russia.Length + 3)];

    /// <summary>Russia and Kazakhstan share the code +7.</summary>
    public static bool IsOfKazakhstan(string phone) => phone.StartsWith("+76", StringComparison.Ordinal) || phone.StartsWith("+77", StringComparison.Ordinal);
}
