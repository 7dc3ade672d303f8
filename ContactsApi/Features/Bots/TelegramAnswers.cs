using ContactsApi.Core;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Hours;
using ContactsApi.Features.Asking;
using ContactsApi.Features.Wording;

namespace ContactsApi.Features.Bots;

/// <summary>
/// What the bot says, as section 6.2 describes it: the number on /phone, how to be helped on any other text, and outside the hours of
/// the support in Telegram the number of a line that is answered then.
/// </summary>
/// <param name="Username">The bot's own, to which a command in a group may be addressed; may be empty.</param>
public sealed record TelegramAnswers(ContactDirectory Directory, CallerTime Caller, Language Language, string Username)
{
    private const string OwnChannel = "telegram";

    private static readonly IReadOnlySet<Capability> ByVoice = new HashSet<Capability> { Capability.Voice };

    private static readonly LocalizedText Help = new(
        """
        Подскажу, как связаться с поддержкой Госуслуг прямо сейчас. Напишите что угодно — отвечу, какой способ лучше.
        /phone — телефоны
        /abroad — если вы за границей
        /organisation — если вы от организации
        /help — эта подсказка
        Не присылайте сюда паспортные данные, коды и пароли.
        """,
        """
        I tell how to reach the Gosuslugi support right now. Write anything, and I will name the best way.
        /phone – phone numbers
        /abroad – if you are outside Russia
        /organisation – if you speak for an organisation
        /help – this help
        Do not send passport data, codes or passwords here.
        """);

    private static readonly LocalizedText OutsideHours = new("Здесь, в Telegram, сейчас могут не ответить.", "Here in Telegram there may be nobody now.");

    private static readonly Dictionary<Segment, LocalizedText> For = new()
    {
        [Segment.Individual] = new("Для граждан", "For individuals"),
        [Segment.LegalEntity] = new("Для организаций", "For organisations"),
        [Segment.Abroad] = new("Из-за границы", "From abroad"),
    };

    /// <summary>The answer to a message; nothing to what was not meant for this bot.</summary>
    public string? To(TelegramMessageRequest message)
    {
        var text = message.Text ?? message.Caption;
        if (string.IsNullOrWhiteSpace(text))
            return null;
        // In a chat of two there is nobody else to talk to; in a group people talk to each other and to other bots.
        var isPrivate = message.Chat.Type == "private";
        var command = TelegramCommand.In(text) is { } written && (isPrivate || written.IsFor(Username)) ? written.Name : null;
        return command switch
        {
            "start" or "help" => Help.In(Language),
            "phone" => Phones(),
            "abroad" => Best(Segment.Abroad),
            "organisation" or "organization" => Best(Segment.LegalEntity),
            _ => isPrivate ? Best(Segment.Individual) : null,
        };
    }

    private string Best(Segment segment)
    {
        var decision = Decide(new(segment));
        var answer = Words.Of(decision);
        return !IsAnsweredHere(segment) && Lines(segment).Order is [var line, ..] && line.Channel != decision.Order[0].Channel
            ? $"{answer}\n{OutsideHours.In(Language)} {Words.Of(line)}"
            : answer;
    }

    private string Phones()
    {
        var found = Enum.GetValues<Segment>().Select(Lines).Where(lines => lines.Order.Count > 0).ToList();
        var projected = found.Select(lines => Words.Projected(lines.CalendarBasis)).FirstOrDefault(caveat => caveat.Length > 0);
        return string.Join('\n', [
            .. found.Select(lines => $"{For[lines.Question.Segment].In(Language)}. {Words.Of(lines.Order[0])}"),
            .. projected is null ? Array.Empty<string>() : [projected],
        ]);
    }

    /// <summary>The phone lines, the one that is best now first.</summary>
    private Decision Lines(Segment segment) => Decide(new(segment) { Needs = ByVoice });

    private bool IsAnsweredHere(Segment segment) =>
        Directory.Channels.TryGetValue(OwnChannel, out var channel)
        && Directory.ServedAs(channel, segment)?.AvailabilityAt(Caller.Moment).State == HoursState.Open;

    private Decision Decide(Question question) => Chooser.Choose(Directory, question, Caller.Moment);

    private ShortAnswer Words => new(Caller, Language);
}
