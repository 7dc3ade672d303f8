using System.Globalization;
using System.Text;

namespace ContactsApi.Core;

/// <summary>
/// Which texts may be shown to people, read aloud, and put into lines of a format: those without control characters, unassignable
/// code points (RFC 9839) and characters that make a text look other than it is (CVE-2021-42574). A text is one paragraph, so
/// line breaks and tabs are control characters like others.
/// </summary>
public static class Legible
{
    private const int FirstEmbedding = 0x202A, LastOverride = 0x202E, FirstIsolate = 0x2066, LastIsolate = 0x2069;

    /// <summary>Why a text may not be shown, as a clause that names the first character to blame; nothing if it may.</summary>
    public static LocalizedText? FaultOf(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            if (Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length) != System.Buffers.OperationStatus.Done)
                return Blame(i, text[i], new("это половина суррогатной пары", "it is half of a surrogate pair"));
            if (WhyNot(rune) is { } why)
                return Blame(i, rune.Value, why);
            i += length;
        }

        return null;
    }

    /// <summary>
    /// The text without what it is to blame for, for formats in which that would end a line or the whole: a store may hold it from before.
    /// </summary>
    public static string Cleaned(string text) => FaultOf(text) is null
        ? text
        // Half of a surrogate pair is enumerated as the character that says so.
        : string.Concat(text.ReplaceLineEndings(" ").EnumerateRunes().Where(rune => WhyNot(rune) is null));

    private static LocalizedText? WhyNot(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control => new("это управляющий символ", "it is a control character"),
        UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => new("текст занимает один абзац", "a text is one paragraph"),
        _ when rune.Value is (>= FirstEmbedding and <= LastOverride) or (>= FirstIsolate and <= LastIsolate)
            => new("он меняет направление письма", "it changes the direction of writing"),
        _ when IsNoncharacter(rune.Value) => new("такого символа нет", "there is no such character"),
        _ => null,
    };

    private static bool IsNoncharacter(int value) => (value & 0xFFFE) == 0xFFFE || value is >= 0xFDD0 and <= 0xFDEF;

    private static LocalizedText Blame(int index, int value, LocalizedText why)
    {
        var (place, name) = (index + 1, value.ToString("X4", CultureInfo.InvariantCulture));
        return new($"знак {place}, U+{name}, не подходит: {why.Ru}", $"character {place}, U+{name}, does not fit: {why.En}");
    }
}
