using ContactsApi.Core;
using ContactsApi.Core.Channels;
using ContactsApi.Features.Responses;

namespace ContactsApi.Features.Drafting;

/// <summary>What to know before sending a request.</summary>
public static class DraftWarnings
{
    private static readonly Warning NoAddress = new("no-address", new(
        "Адрес этого канала неизвестен: сохраните текст и отправьте его другим путём.",
        "The address of this channel is not known: keep the text and send it another way."));

    private static readonly Warning WriteInRussian = new("another-language", new(
        "Этот канал отвечает по-русски: по возможности пишите по-русски.",
        "This channel answers in Russian: write in Russian if you can."));

    private static readonly Warning WriteInEnglish = new("another-language", new(
        "Этот канал отвечает по-английски: по возможности пишите по-английски.",
        "This channel answers in English: write in English if you can."));

    private static readonly Warning TextNotInLink = new("text-not-in-link", new(
        "Текст слишком длинный для ссылки: скопируйте его и вставьте в письмо.",
        "The text is too long for the link: copy it and paste it into the letter."));

    /// <param name="written">The language of the letter.</param>
    /// <param name="language">The caller's.</param>
    public static IEnumerable<Warning> Of(Channel channel, MailLink? mail, Language written, Language language)
    {
        if (channel.Address is null)
            yield return NoAddress;
        if (written != language)
            yield return written == Language.Ru ? WriteInRussian : WriteInEnglish;
        if (mail is { HoldsText: false })
            yield return TextNotInLink;
    }
}
