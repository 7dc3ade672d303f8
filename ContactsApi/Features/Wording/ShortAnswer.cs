using ContactsApi.Core;
using ContactsApi.Core.Calendar;
using ContactsApi.Core.Promises;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Hours;
using ContactsApi.Features.Responses;
using ContactsApi.Features.Asking;
using NodaTime;

namespace ContactsApi.Features.Wording;

/// <summary>
/// An answer in one to three plain sentences, with one more for each finding about a channel: to be read aloud, sent by SMS or shown by a bot. The
/// first says so if nobody answers. Names stay in quotation marks and in the nominative, which is right in Russian whatever a steward calls a channel.
/// </summary>
/// <param name="Caller">In whose time instants are told too.</param>
/// <param name="Country">The country to dial from; absent, numbers are shown as usual.</param>
public sealed record ShortAnswer(CallerTime Caller, Language Language, string? Country = null)
{
    private static readonly LocalizedText Nobody = new(
        "Под ваши условия не подходит ни один способ связи. Уберите часть условий и спросите снова.",
        "No way to reach the support centre meets what you ask for. Ask for less and try again.");

    public string Of(Decision decision) => decision.Order switch
    {
        [] => Nobody.In(Language),
        [var best, ..] => Sentences.Joined(Of(best), IfNobodyAnswers(best, decision), TextOf(Warnings.Of(best, decision.CalendarBasis))),
    };

    /// <summary>That the days off which an answer rests on may still change; empty if they may not.</summary>
    public string Unsettled(CalendarBasis basis) => TextOf(Warnings.Of(basis));

    private string TextOf(Warning? warning) => warning?.Text.In(Language) ?? "";

    /// <summary>What to do, whether anybody is there, and when an answer comes.</summary>
    public string Of(Recommendation recommendation)
    {
        var known = string.Join(", ", Known(recommendation.Availability, recommendation.Channel.Mode).Select(text => text.In(Language)));
        var action = Capitalised(Action(recommendation));
        return Sentences.Joined(
        [
            recommendation.Availability.State == HoursState.Closed ? NobodyAnswers.Of(recommendation, Caller).In(Language) : "",
            known.Length == 0 ? action : $"{action} — {known}",
            .. Findings(recommendation),
        ]);
    }

    /// <summary>The first step that leads anywhere; where the source advises none, the next channel in another room; empty if there is none.</summary>
    private string IfNobodyAnswers(Recommendation best, Decision decision)
    {
        var moves = decision.NextFrom(0);
        if (moves.Then is not { } place)
            return "";
        var move = moves.Steps.FirstOrDefault(move => move.Then == place);
        var next = decision.Order[place];
        var ifNot = (best.Channel.Mode, move.Step?.After) switch
        {
            (Mode.Automated, _) => new LocalizedText("Если не поможет", "If that does not help"),
            (_, { } after) => new($"Если не ответят в течение {Durations.InWords(after).Ru}", $"If nobody answers within {Durations.InWords(after).En}"),
            _ => new("Если не ответят", "If nobody answers"),
        };
        return Sentences.Joined([$"{ifNot.In(Language)}, {Action(next)}{Doubt(next.Availability)?.In(Language)}", .. Findings(next)]);
    }

    /// <summary>What is doubtful about the channel by itself, a sentence each.</summary>
    private IEnumerable<string> Findings(Recommendation recommendation) => recommendation.Served.Findings.Select(finding => finding.ToCaller!.In(Language));

    private string Action(Recommendation recommendation)
    {
        var address = AddressResponse.Of(recommendation.Channel, Language, recommendation.Served.Segment, Country);
        return Legible.Cleaned(Actions.To(recommendation.Channel, address.Dial ?? address.Display, Language));
    }

    private IEnumerable<LocalizedText> Known(Availability availability, Mode mode)
    {
        if (State(availability, mode) is { } state)
            yield return state;
        if (availability.Answer is { } promise)
            yield return Promised(promise);
    }

    private LocalizedText? State(Availability availability, Mode mode) => (availability.State, availability.Until) switch
    {
        (HoursState.Open, null) => new("открыто круглосуточно", "open round the clock"),
        (HoursState.Open, { } until) => new($"открыто до {Time(until).Ru}", $"open until {Time(until).En}"),
        (HoursState.Disputed, _) when availability.Now.HangsOnHoliday => new(
            "сейчас могут не ответить (возможно, это праздник региона)", "there may be nobody now (it may be a holiday of the region)"),
        (HoursState.Disputed, _) => new("сейчас могут не ответить (на портале указаны разные часы)", "there may be nobody now (the portal gives different hours)"),
        (HoursState.Closed, _) => null,
        _ => mode == Mode.Live ? new("часы работы не указаны", "no hours are given") : null,
    };

    private LocalizedText Promised(Promise promise)
    {
        var about = promise.Approximate ? new LocalizedText("примерно ", "about ") : new("", "");
        return promise switch
        {
            { Within: { } within } when within == Duration.Zero => new("ответят сразу", "an answer at once"),
            { Within: { } within } => new(
                $"ответят {about.Ru}в течение {Durations.InWords(within).Ru}", $"an answer within {about.En}{Durations.InWords(within).En}"),
            { Sources: [] } => new($"точно открыто с {Time(promise.By!.Value).Ru}", $"certain to be open from {Time(promise.By!.Value).En}"),
            _ => new($"ответят {about.Ru}до {Time(promise.By!.Value).Ru}", $"an answer by {about.En}{Time(promise.By!.Value).En}"),
        };
    }

    private LocalizedText? Doubt(Availability availability) => (availability.State, availability.OpensAt) switch
    {
        (HoursState.Disputed, _) => new(" (но сейчас могут не ответить)", " (though there may be nobody now)"),
        (HoursState.Closed, { } opens) => new($" (закрыто до {Time(opens).Ru})", $" (closed until {Time(opens).En})"),
        (HoursState.Closed, null) => new(" (сейчас закрыто)", " (closed now)"),
        _ => null,
    };

    private LocalizedText Time(Instant instant) => Times.Instant(instant, Caller);

    private static string Capitalised(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}";
}
