using System.Globalization;

namespace ContactsApi.Commands;

/// <summary>The words that the program is called with, among them settings.</summary>
public static class CommandWords
{
    /// <summary>The settings of the host, which stand in no section.</summary>
    private static readonly HashSet<string> HostSettings = new(StringComparer.OrdinalIgnoreCase)
    {
        WebHostDefaults.ServerUrlsKey, WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey, WebHostDefaults.EnvironmentKey,
        WebHostDefaults.ContentRootKey, WebHostDefaults.WebRootKey, WebHostDefaults.ApplicationKey, WebHostDefaults.DetailedErrorsKey,
        WebHostDefaults.ShutdownTimeoutKey, "AllowedHosts",
    };

    /// <summary>The settings of OpenTelemetry are in no section either.</summary>
    private const string Telemetry = "OTEL_";

    /// <summary>What stands behind the name of a command, without the settings, and with <c>--name=value</c> as two words.</summary>
    public static string[] Of(IEnumerable<string> words) =>
        [.. words.Where(word => !IsSetting(word)).SelectMany(word => word is ['-', '-', ..] ? word.Split('=', 2) : [word])];

    /// <summary>The number of a revision; nothing if the word is none.</summary>
    public static long? Revision(string word) =>
        long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < long.MaxValue ? number : null;

    /// <summary>What follows the settings at the beginning, each of them in one word or, as <c>--environment Development</c>, in two.</summary>
    public static string[] AfterSettings(string[] words) => words switch
    {
        // With no value nothing is set, be it a section: so the framework names what it hands on itself.
        [var one, .. var rest] when NameAndValue(one) is [[not '-', ..] name, var value] && (value.Length == 0 || IsName(name)) => AfterSettings(rest),
        [['-', '-', .. var name], [not '-', ..], .. var rest] when IsName(name) => AfterSettings(rest),
        _ => words,
    };

    /// <summary>As <c>--Store:Path=contacts.db</c>, which every command takes.</summary>
    private static bool IsSetting(string word) =>
        word is ['-', '-', ..] && word.Split('=') is [var name, _, ..] && name.Contains(':', StringComparison.Ordinal);

    /// <summary>The framework takes <c>--name=value</c>, <c>/name=value</c> and <c>name=value</c>.</summary>
    private static string[] NameAndValue(string word) => (word switch
    {
        ['-', '-', .. var rest] => rest,
        ['/', .. var rest] => rest,
        _ => word,
    }).Split('=', 2);

    /// <summary>Whether a setting may be called so. What is in a section is checked by what reads it.</summary>
    private static bool IsName(string name) =>
        name.IndexOf(':', StringComparison.Ordinal) > 0 || HostSettings.Contains(name) || name.StartsWith(Telemetry, StringComparison.OrdinalIgnoreCase);
}
