using System.Globalization;

namespace ContactsApi.Commands;

/// <summary>What stands behind the name of a command.</summary>
public static class CommandWords
{
    /// <summary>Without the settings, and with <c>--name=value</c> as two words.</summary>
    public static string[] Of(IEnumerable<string> words) =>
        [.. words.Where(word => !IsSetting(word)).SelectMany(word => word is ['-', '-', ..] ? word.Split('=', 2) : [word])];

    /// <summary>The number of a revision; nothing if the word is none.</summary>
    public static long? Revision(string word) =>
        long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < long.MaxValue ? number : null;

    /// <summary>As <c>--Store:Path=contacts.db</c>, which every command takes.</summary>
    private static bool IsSetting(string word) =>
        word is ['-', '-', ..] && word.Split('=') is [var name, _, ..] && name.Contains(':', StringComparison.Ordinal);
}
