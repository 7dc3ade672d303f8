using System.Text.RegularExpressions;

namespace ContactsApi.Features.Bots;

/// <summary>The command at the beginning of a message, as <c>/phone</c> or <c>/phone@Gosuslugi_bot</c>.</summary>
/// <param name="Name">In lower case, without the slash: letter case does not matter to those who write it.</param>
/// <param name="Bot">Which bot of several it is for; nothing if it does not say so.</param>
public sealed partial record TelegramCommand(string Name, string? Bot)
{
    /// <summary>Nothing if the message begins with none.</summary>
    public static TelegramCommand? In(string text) => Pattern().Match(text.Trim()) is { Success: true } match
        ? new(match.Groups["name"].Value.ToLowerInvariant(), match.Groups["bot"] is { Success: true } bot ? bot.Value : null)
        : null;

    /// <summary>What stands behind the command.</summary>
    public static string WithoutIt(string text) => Pattern().Replace(text.Trim(), "").Trim();

    /// <param name="username">The bot's own name; without one it is known of no command with a name that it is for this bot.</param>
    public bool IsFor(string username) => Bot is null || string.Equals(Bot, username.TrimStart('@'), StringComparison.OrdinalIgnoreCase);

    /// <summary>As Telegram sees them: it ends with the first sign that is neither letter, digit nor underscore.</summary>
    [GeneratedRegex("^/(?<name>[A-Za-z0-9_]+)(@(?<bot>[A-Za-z0-9_]+))?", RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
