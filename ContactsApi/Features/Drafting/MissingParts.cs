using ContactsApi.Core;
using ContactsApi.Core.Channels;

namespace ContactsApi.Features.Drafting;

/// <summary>A part of a request without which the operator has to ask again.</summary>
/// <param name="Property">Where it goes in the request; of several that serve, the first.</param>
/// <param name="Reference">The section of the source that asks for it.</param>
public sealed record MissingPart(string Property, LocalizedText Text, string Reference);

/// <summary>What the source asks for and was not said.</summary>
public static class MissingParts
{
    public static IEnumerable<MissingPart> Of(RequestDraft draft)
    {
        if (draft.Aim is null)
            yield return new("aim", new("Напишите, о чём обращение.", "Say what it is about."), "5.2");
        if (draft.Name is null)
            yield return new("name", NameOf(draft.Segment), "5.2");
        if (draft is { Inn: null, Snils: null, Account: null, ApplicationNumber: null, AppealNumber: null })
        {
            yield return new("inn", new(
                "Дайте хотя бы один номер, по которому вас найдут: ИНН, СНИЛС, личного кабинета, заявления или обращения.",
                "Give at least one number to find you by: INN, SNILS, account, application or earlier request."), "5.2");
        }

        if (draft.Step is null)
            yield return new("step", new("Напишите, на каком шаге возникла ошибка и что сообщила система.", "Say at which step it failed and what the system said."), "5.2");
        if (draft.WantedResult is null)
            yield return new("wantedResult", new("Напишите, что вам нужно получить.", "Say what should come of it."), "5.2");
        if (draft is { Channel.Kind: ChannelKind.Chat, CallbackPhone: null })
            yield return new("callbackPhone", new("В чате сразу дайте телефон для связи: так ответят быстрее.", "In the chat, give a phone number at once: the answer comes sooner."), "3.2");
    }

    private static LocalizedText NameOf(Segment segment) => segment == Segment.LegalEntity
        ? new("Назовите организацию так, как она записана в реестре.", "Give the registered name of the organisation.")
        : new("Назовите фамилию, имя и отчество.", "Give your full name.");
}
