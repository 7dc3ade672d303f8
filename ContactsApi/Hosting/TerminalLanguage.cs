using ContactsApi.Core;

namespace ContactsApi.Hosting;

/// <summary>The language of the operator's terminal.</summary>
public static class TerminalLanguage
{
    /// <summary>In the order of POSIX: the first that is neither absent nor empty counts.</summary>
    private static readonly string[] Variables = ["LC_ALL", "LC_MESSAGES", "LANG"];

    /// <param name="environment">The value of an environment variable; nothing if there is none.</param>
    public static Language Of(Func<string, string?> environment) =>
        Variables.Select(environment).FirstOrDefault(locale => !string.IsNullOrEmpty(locale))?.StartsWith("ru", StringComparison.Ordinal) == true
            ? Language.Ru
            : Language.En;
}
