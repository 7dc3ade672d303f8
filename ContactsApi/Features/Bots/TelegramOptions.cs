using System.ComponentModel.DataAnnotations;

namespace ContactsApi.Features.Bots;

/// <summary>The Telegram bot. Bound from the configuration section <c>Telegram</c>.</summary>
public sealed class TelegramOptions
{
    public const string Section = "Telegram";

    /// <summary>
    /// The <c>secret_token</c> that <c>setWebhook</c> was given, by which Telegram's calls are known: 16 to 256 of A-Z, a-z, 0-9, _ and -.
    /// Default none: there is no bot then.
    /// </summary>
    [RegularExpression("[A-Za-z0-9_-]{16,256}")]
    public string Secret { get; set; } = "";

    /// <summary>
    /// The bot's username, by which it is told from the other bots of a group: 4 to 32 of A-Z, a-z, 0-9 and _, with or without the @ before it;
    /// letter case does not matter. Default none: in groups no command is answered then that names a bot, as <c>/phone@Gosuslugi_bot</c>.
    /// </summary>
    [RegularExpression("@?[A-Za-z0-9_]{4,32}")]
    public string Username { get; set; } = "";
}
