using System.Text.RegularExpressions;
using ContactsApi.Core;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Checking;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Hours;
using ContactsApi.Features.Asking;
using ContactsApi.Features.Wording;
using ContactsApi.Storage;

namespace ContactsApi.Features.Bots;

/// <summary>
/// What the bot says, as section 6.2 describes it: the number on /phone, how to be helped on any other text, and outside the hours of
/// the support in Telegram the number of a line that is answered then.
/// </summary>
/// <param name="Username">The bot's own, to which a command in a group may be addressed; may be empty.</param>
public sealed partial record TelegramAnswers(CatalogSnapshot Snapshot, ContactChecks Checks, CallerTime Caller, Language Language, string Username)
{
    private const string OwnChannel = "telegram";

    private static readonly IReadOnlySet<Capability> ByVoice = new HashSet<Capability> { Capability.Voice };

    private static readonly LocalizedText Help = new(
        """
        Подскажу, как связаться с поддержкой Госуслуг прямо сейчас. Напишите что угодно — отвечу, какой способ лучше.
        /phone — телефоны
        /abroad — если вы за границей
        /organisation — если вы от организации
        Вам позвонили или прислали ссылку «от Госуслуг»? Пришлите номер или ссылку (в группе: /check и номер) — скажу, есть ли они в справочнике.
        /help — эта подсказка
        Не присылайте сюда паспортные данные, коды и пароли.
        """,
        """
        I tell how to reach the Gosuslugi support right now. Write anything, and I will name the best way.
        /phone – phone numbers
        /abroad – if you are outside Russia
        /organisation – if you speak for an organisation
        Did somebody call or send a link “from Gosuslugi”? Send the number or link (in a group: /check and the number), and I will tell whether the directory has it.
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
            "check" => Checked(TelegramCommand.WithoutIt(text)) ?? Help.In(Language),
            null when isPrivate && IsTelling(text) && Checked(text) is { } known => Words().Count(text) > 1 ? $"{known}\n\n{Best(Segment.Individual)}" : known,
            _ => isPrivate ? Best(Segment.Individual) : null,
        };
    }

    /// <summary>What is known of the numbers and addresses of a text; nothing if there are none, or what was listed before cannot be read now.</summary>
    private string? Checked(string text)
    {
        try
        {
            if (text.Length > ValueReader.MaxLength)
                return null;
            // Among other words a name with "@" is whom they are about.
            var isMessage = Words().Count(text) > 1;
            List<CheckResult> results = [.. Checks.Check(text, Snapshot).Where(result => !(isMessage && result.Value is HandleValue { Site: null }))];
            return results.Count == 0 ? null : CheckWording.Of(results, Directory).In(Language);
        }
        catch (StoreUnavailableException)
        {
            return null;
        }
    }

    private ContactDirectory Directory => Snapshot.Directory;

    /// <summary>A word alone may be the name of an account, but is mostly a word.</summary>
    private static bool IsTelling(string text) => text.AsSpan().ContainsAny('@', '.', ':') || text.Count(char.IsDigit) >= 3;

    /// <summary>Who writes more than a number or an address asks for more than what is known of it.</summary>
    [GeneratedRegex(@"(?<!\S)\p{L}{3,}(?!\S)")]
    private static partial Regex Words();

    private string Best(Segment segment)
    {
        var decision = Decide(new(segment));
        var answer = Short.Of(decision);
        return !IsAnsweredHere(segment) && Lines(segment).Order is [var line, ..] && line.Channel != decision.Order[0].Channel
            ? $"{answer}\n{OutsideHours.In(Language)} {Short.Of(line)}"
            : answer;
    }

    private string Phones()
    {
        var found = Enum.GetValues<Segment>().Select(Lines).Where(lines => lines.Order.Count > 0).ToList();
        var projected = found.Select(lines => Short.Unsettled(lines.CalendarBasis)).FirstOrDefault(caveat => caveat.Length > 0);
        return string.Join('\n', [
            .. found.Select(lines => $"{For[lines.Question.Segment].In(Language)}. {Short.Of(lines.Order[0])}"),
            .. projected is null ? Array.Empty<string>() : [projected],
        ]);
    }

    /// <summary>The phone lines, the one that is best now first.</summary>
    private Decision Lines(Segment segment) => Decide(new(segment) { Needs = ByVoice });

    private bool IsAnsweredHere(Segment segment) =>
        Directory.Channels.TryGetValue(OwnChannel, out var channel)
        && Directory.ServedAs(channel, segment)?.AvailabilityAt(Caller.Moment).State == HoursState.Open;

    private Decision Decide(Question question) => Chooser.Choose(Directory, question, Caller.Moment);

    private ShortAnswer Short => new(Caller, Language);
}
