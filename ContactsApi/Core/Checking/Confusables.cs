using System.Collections.Frozen;
using System.Globalization;

namespace ContactsApi.Core.Checking;

/// <summary>Which letters and digits look like which: the confusables of Unicode (UTS #39), as far as names are written with them.</summary>
public sealed class Confusables
{
    private readonly FrozenDictionary<char, string> prototypes;
    private readonly FrozenDictionary<string, char> digits;

    /// <param name="lines">Of Unicode's table, as <c>0430 ; 0061 ; MA # …</c>.</param>
    public Confusables(IEnumerable<string> lines)
    {
        prototypes = lines
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(';'))
            .ToFrozenDictionary(fields => CharOf(fields[0].Trim()), fields => string.Concat(fields[1].Trim().Split(' ').Select(CharOf)));
        digits = Enumerable.Range('0', 10).ToFrozenDictionary(digit => PrototypeOf((char)digit).ToUpperInvariant(), digit => (char)digit);
    }

    /// <summary>The same for two texts that a reader would take for one another, in small letters.</summary>
    public string SkeletonOf(string text) => string.Concat(Plain(text).ToLowerInvariant().Select(PrototypeOf)).ToLowerInvariant();

    /// <summary>The same for two texts that a reader would take for one another, in capital letters.</summary>
    public string CapitalSkeletonOf(string text) => string.Concat(Plain(text).ToUpperInvariant().Select(PrototypeOf)).ToUpperInvariant();

    public bool AreAlike(string one, string other) => SkeletonOf(one) == SkeletonOf(other) || CapitalSkeletonOf(one) == CapitalSkeletonOf(other);

    /// <summary>The digit that a character is, in any script, or that a letter looks like; nothing if there is none.</summary>
    public char? DigitOf(char c)
    {
        if (CharUnicodeInfo.GetDecimalDigitValue(c) is >= 0 and var value)
            return (char)('0' + value);
        var looks = PrototypeOf(c);
        return digits.TryGetValue(looks, out var digit) || digits.TryGetValue(looks.ToUpperInvariant(), out digit) ? digit : null;
    }

    /// <summary>Without accents that are characters of their own; those of one character with their letter are in the table.</summary>
    private static string Plain(string text) => string.Concat(text.Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));

    private string PrototypeOf(char c) => prototypes.GetValueOrDefault(c) ?? c.ToString();

    private static char CharOf(string hex) => (char)int.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
