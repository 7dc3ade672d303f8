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
}
