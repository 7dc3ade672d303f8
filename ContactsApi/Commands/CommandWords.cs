namespace ContactsApi.Commands;

/// <summary>What stands behind the name of a command.</summary>
public static class CommandWords
{
    /// <summary>Without the settings, and with <c>--name=value</c> as two words.</summary>
    public static string[] Of(IEnumerable<string> words) =>
        [.. words.Where(word => !IsSetting(word)).SelectMany(word => word is ['-', '-', ..] ? word.Split('=', 2) : [word])];

    /// <summary>As <c>--Store:Path=contacts.db</c>, which every command takes.</summary>
    private static bool IsSetting(string word) =>
        word is ['-', '-', ..] && word.Split('=') is [var name, _, ..] && name.Contains(':', StringComparison.Ordinal);
}
