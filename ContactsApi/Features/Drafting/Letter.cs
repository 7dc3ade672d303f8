using ContactsApi.Core;
using ContactsApi.Features.Asking;
using ContactsApi.Features.Wording;

namespace ContactsApi.Features.Drafting;

/// <summary>A request to the support centre as its operator reads it: five paragraphs in the order of section 5.2, without those of which nothing was said.</summary>
/// <param name="Text">Lines end with "\n".</param>
public sealed record Letter(string Subject, string Text)
{
    /// <summary>As much as mail programs show of a subject in a list, in UTF-16 code units.</summary>
    private const int LongestAim = 70;

    private static readonly LocalizedText Aim = new("Цель обращения", "What it is about");
    private static readonly LocalizedText Name = new("Заявитель", "Sender");
    private static readonly LocalizedText Inn = new("ИНН", "INN");
    private static readonly LocalizedText Snils = new("СНИЛС", "SNILS");
    private static readonly LocalizedText Account = new("Номер личного кабинета", "Account number");
    private static readonly LocalizedText ApplicationNumber = new("Номер заявления", "Application number");
    private static readonly LocalizedText AppealNumber = new("Номер обращения", "Request number");
    private static readonly LocalizedText Step = new("Где возникла ошибка", "Where it failed");
    private static readonly LocalizedText SystemMessage = new("Сообщение системы", "The system's message");
    private static readonly LocalizedText WantedResult = new("Что нужно получить", "What is wanted");
    private static readonly LocalizedText CallbackPhone = new("Телефон для связи", "Phone for a call back");
    private static readonly LocalizedText CallbackTime = new("Удобное время звонка", "A good time to call");

    public static Letter Of(RequestDraft draft, Language language) => new(SubjectOf(draft).In(language), TextOf(draft, language));

    private static string TextOf(RequestDraft draft, Language language)
    {
        (LocalizedText Label, string? Said)[][] paragraphs =
        [
            [(Aim, draft.Aim)],
            [
                (Name, draft.Name), (Inn, draft.Inn), (Snils, draft.Snils), (Account, draft.Account),
                (ApplicationNumber, draft.ApplicationNumber), (AppealNumber, draft.AppealNumber),
            ],
            [(Step, draft.Step), (SystemMessage, draft.SystemMessage)],
            [(WantedResult, draft.WantedResult)],
            [(CallbackPhone, draft.CallbackPhone?.In(language)), (CallbackTime, WantedTime(draft)?.In(language))],
        ];
        return string.Join("\n\n", paragraphs
            .Select(paragraph => string.Join('\n', paragraph.Where(line => line.Said is not null).Select(line => $"{line.Label.In(language)}: {line.Said}")))
            .Where(paragraph => paragraph.Length > 0));
    }

    /// <summary>In words of the sender's own; and as a moment, by Moscow's clocks, by which those who call go.</summary>
    private static LocalizedText? WantedTime(RequestDraft draft)
    {
        var at = draft.CallbackAt is { } wanted ? Times.Instant(wanted, new(wanted, TimeZoneIds.Default, MoscowTime.Zone)) : null;
        return (draft.CallbackTime, at) switch
        {
            ({ } said, { } moment) => new($"{said}, {moment.Ru}", $"{said}, {moment.En}"),
            ({ } said, null) => new(said, said),
            _ => at,
        };
    }

    /// <summary>Section 1.4 asks for the number of the earlier request.</summary>
    private static LocalizedText SubjectOf(RequestDraft draft) => (draft.AppealNumber, draft.Aim) switch
    {
        ({ } number, { } aim) => new($"Обращение № {number}: {Beginning(aim)}", $"Request No. {number}: {Beginning(aim)}"),
        ({ } number, null) => new($"Обращение № {number}", $"Request No. {number}"),
        (null, { } aim) => new(Beginning(aim), Beginning(aim)),
        _ => new("Обращение в центр поддержки", "A request to the support centre"),
    };

    /// <summary>The first line, cut between words where it is long.</summary>
    private static string Beginning(string text)
    {
        var line = text.Split('\n')[0];
        return line.Length <= LongestAim ? line : $"{Letters.BeginningInWords(line, LongestAim)}…";
    }
}
