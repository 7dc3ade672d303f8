using System.Text.Json.Serialization;

namespace ContactsApi.Features.Bots;

/// <summary>What Telegram is to do, said in the answer to its call (https://core.telegram.org/bots/api#making-requests-when-getting-updates).</summary>
/// <param name="Method">`sendMessage`.</param>
/// <param name="ChatId">Where to.</param>
/// <param name="Text">Without markup.</param>
/// <param name="MessageThreadId">To which topic of a forum; absent elsewhere.</param>
public sealed record TelegramReply(
    string Method,
    [property: JsonPropertyName("chat_id")] long ChatId,
    string Text,
    [property: JsonPropertyName("message_thread_id"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? MessageThreadId = null)
{
    /// <summary>To the chat of a message, or to the topic of it. A chain of replies is no topic: Telegram would send nothing there.</summary>
    public static TelegramReply To(TelegramMessageRequest message, string text) =>
        new("sendMessage", message.Chat.Id, text, message.IsTopicMessage == true ? message.MessageThreadId : null);
}
