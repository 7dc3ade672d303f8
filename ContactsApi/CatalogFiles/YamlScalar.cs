using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ContactsApi.CatalogFiles;

/// <summary>A word or text as YAML: plain where every reader takes it for that very text, else in double quotes.</summary>
public static partial class YamlScalar
{
    /// <param name="inFlow">Whether it stands between brackets, where a comma would end it.</param>
    public static string Of(string text, bool inFlow) =>
        Plain().IsMatch(text) && !Other().IsMatch(text) && !(inFlow && text.Contains(',', StringComparison.Ordinal)) ? text : Quoted(text);

    /// <summary>The lines of a text of several, where they can stand as they are; nothing of any other text.</summary>
    public static IReadOnlyList<string>? LinesOf(string text) =>
        text.Split('\n') is [[not ' ', ..], .., not ""] lines && lines.Length > 1 && lines.All(IsAsSeen) ? lines : null;

    private static bool IsAsSeen(string line) =>
        !line.EnumerateRunes().Any(rune => rune.Value != ' ' && IsHidden(Rune.GetUnicodeCategory(rune))) && (line.Length == 0 || line[^1] != ' ');

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
            quoted.Append(Escaped(rune));
        return quoted.Append('"').ToString();
    }

    /// <summary>What cannot be seen, or is a line break to some reader, is written by its number.</summary>
    private static string Escaped(Rune rune) => rune.Value switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\t' => "\\t",
        ' ' => " ",
        _ when !IsHidden(Rune.GetUnicodeCategory(rune)) => rune.ToString(),
        > char.MaxValue => string.Create(CultureInfo.InvariantCulture, $"\\U{rune.Value:X8}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}"),
    };

    private static bool IsHidden(UnicodeCategory category) => category
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse
        or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    /// <summary>A date, or a text that starts with a letter or an opening quote and holds nothing that YAML could take for its own.</summary>
    [GeneratedRegex(@"^([0-9]{4}-[0-9]{2}-[0-9]{2}|[\p{Lu}\p{Ll}«“]([\p{Lu}\p{Ll}0-9 .,;!?()/'’«»“”„—–…№+_-]*[\p{Lu}\p{Ll}0-9.;!?()'’»”…])?)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Plain();

    /// <summary>Words that some reader of YAML takes for a value that is no text.</summary>
    [GeneratedRegex(@"^(true|false|null|yes|no|on|off|y|n|nan|infinity|inf)\z", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Other();
}
