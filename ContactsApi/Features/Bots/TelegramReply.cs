using System.Text.Json.Serialization;

namespace ContactsApi.Features.Bots;

/// <summary>What Telegram is to do, said in the answer to its call (https://core.telegram.org/bots/api#making-requests-when-getting-updates).</summary>
/// <param name="Method">`sendMessage`.</param>
/// <param name="ChatId">Where to.</param>
/// <param name="Text">Without markup.</param>
public sealed record TelegramReply(string Method, [property: JsonPropertyName("chat_id")] long ChatId, string Text)
{
    public static TelegramReply To(TelegramMessageRequest message, string text) => new("sendMessage", message.Chat.Id, text);
}
