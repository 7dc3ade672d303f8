using System.Text.Json.Serialization;

namespace ContactsApi.Features.Bots;

/// <summary>
/// What Telegram says has happened (https://core.telegram.org/bots/api#update). Of its many properties those are read that an answer
/// depends on; the others are passed over, since Telegram adds new ones at will.
/// </summary>
/// <param name="Message">A new message; absent if something else happened, as an edit, whose message has its answer, or a post in a channel.</param>
public sealed record TelegramUpdateRequest(TelegramMessageRequest? Message = null);

/// <param name="Chat">Where it was written.</param>
/// <param name="From">Who wrote it; absent in channels.</param>
/// <param name="Text">Absent for pictures and the like.</param>
/// <param name="Caption">What is written below a picture and the like.</param>
/// <param name="MessageThreadId">The topic of a forum that it was written in, or the beginning of a chain of replies.</param>
/// <param name="IsTopicMessage">Whether the thread is a topic of a forum.</param>
public sealed record TelegramMessageRequest(
    TelegramChatRequest Chat,
    TelegramUserRequest? From = null,
    string? Text = null,
    string? Caption = null,
    [property: JsonPropertyName("message_thread_id")] long? MessageThreadId = null,
    [property: JsonPropertyName("is_topic_message")] bool? IsTopicMessage = null);

/// <param name="Type">`private`, or the kind of group.</param>
public sealed record TelegramChatRequest(long Id, string Type);

/// <param name="LanguageCode">The language of the sender's program, as an IETF tag.</param>
public sealed record TelegramUserRequest([property: JsonPropertyName("language_code")] string? LanguageCode = null);
