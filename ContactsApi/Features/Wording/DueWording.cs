using ContactsApi.Core;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Due;
using ContactsApi.Core.Hours;
using ContactsApi.Core.Promises;
using ContactsApi.Core.Statements;
using ContactsApi.Features.Asking;
using ContactsApi.Features.Responses;

namespace ContactsApi.Features.Wording;

/// <summary>Why an answer is due when it is. As with reasons, the texts depend on nothing but what is shown.</summary>
public static class DueWording
{
    /// <summary>How it stands, first; then what each source promises, the latest first.</summary>
    public static IEnumerable<Reason> Reasons(RequestDue due, DueState state, ContactDirectory directory, CallerTime caller) =>
    [
        Standing(due, state, caller),
        .. TakenLater(due, caller),
        .. due.Answer is null ? [] : due.BySource.Select(one => Promised(one, due, directory, caller)).Distinct(),
        .. MayBeSooner(due, caller),
    ];

    /// <summary>What is doubtful about somebody's being there; nothing if somebody is for certain.</summary>
    public static LocalizedText? Doubt(Recommendation then) => (then.Availability.State, then.Channel.Mode) switch
    {
        (HoursState.Disputed, _) => HoursWords.InDoubt(then.Availability.Now, new("Но там могут не ответить", "But there may be nobody")),
        (HoursState.Unstated, not Mode.Message) => new("Часы работы там не указаны.", "No hours are given there."),
        _ => null,
    };

    private static Reason Standing(RequestDue due, DueState state, CallerTime caller)
    {
        if (due.At is not { } at)
            return new("answer-not-promised", Unpromised(due), Provenance.Editorial);
        var by = Times.Instant(at, caller);
        var about = due.Answer!.Approximate ? new LocalizedText("примерно ", "about ") : new("", "");
        var reference = due.Answer.Sources is [var first, ..] ? first.Reference : HoursReference(due);
        return state == DueState.Overdue
            ? new("overdue", new($"Ответ просрочен: срок истёк {about.Ru}{by.Ru}.", $"The answer is overdue: it was promised by {about.En}{by.En}."), reference)
            : new("waiting", new($"Ответ обещан не позже чем {about.Ru}{by.Ru}.", $"An answer is promised by {about.En}{by.En}."), reference);
    }

    private static LocalizedText Unpromised(RequestDue due) => due switch
    {
        { Taken: not null } => new("Ни один источник не обещает, когда ответят.", "No source promises when an answer comes."),
        { Perhaps: not null } => new(
            "Наверняка ничего не обещано: ни в какое время не известно точно, что здесь отвечают.",
            "Nothing is promised for certain: at no time is it known for sure that somebody answers here."),
        _ => new(
            "Ни один источник ничего не обещает: здесь не известны ни часы, ни срок ответа.",
            "No source promises anything: neither hours nor the time of an answer are known here."),
    };

    /// <summary>The time of an answer runs from when the request is taken.</summary>
    private static IEnumerable<Reason> TakenLater(RequestDue due, CallerTime caller)
    {
        if (due.Answer is null || due.Taken is not { } taken || taken == due.SentAt)
            yield break;
        var from = Times.Instant(taken, caller);
        yield return due.Served.Timeline.At(due.SentAt).State == HoursState.Closed
            ? new("taken-later", new($"Тогда было закрыто: срок идёт с {from.Ru}.", $"It was closed then: the time runs from {from.En}."), HoursReference(due))
            : new("taken-later", new($"Тогда могли не ответить: срок идёт с {from.Ru}.", $"There may have been nobody then: the time runs from {from.En}."), HoursReference(due));
    }

    private static Reason Promised(SourceDue one, RequestDue due, ContactDirectory directory, CallerTime caller)
    {
        var (section, promise, by) = (
            Wording.Reasons.SectionOf(one.Statement.Reference, directory), In(one.Statement), Times.Instant(one.At, caller));
        return new(
            one.At == due.At ? "answer-time" : "answer-time-sooner",
            new($"{section.Ru}: {promise.Ru}, то есть до {by.Ru}.", $"{section.En}: {promise.En}, which is by {by.En}."),
            one.Statement.Reference);
    }

    private static LocalizedText In(AnswerStatement statement)
    {
        var about = statement.Approximate ? new LocalizedText("примерно ", "about ") : new("", "");
        return statement switch
        {
            { Within: { } within } when within == NodaTime.Duration.Zero => new("ответ сразу", "an answer at once"),
            { Within: { } within } => new(
                $"ответ {about.Ru}в течение {Durations.InWords(within).Ru}", $"an answer within {about.En}{Durations.InWords(within).En}"),
            { WorkingHours: { } hours } => new(
                $"ответ {about.Ru}в течение {hours} {Plurals.Russian(hours, "рабочего часа", "рабочих часов", "рабочих часов")}",
                $"an answer within {about.En}{hours} working {(hours == 1 ? "hour" : "hours")}"),
            _ => new($"ответ {about.Ru}до конца следующего рабочего дня", $"an answer by {about.En}the end of the next working day"),
        };
    }

    private static IEnumerable<Reason> MayBeSooner(RequestDue due, CallerTime caller)
    {
        if (due.PerhapsAt is not { } at)
            yield break;
        var by = Times.Instant(at, caller);
        yield return new(
            "perhaps-sooner",
            new($"Возможно, ответят раньше, до {by.Ru}: источники расходятся в том, есть ли здесь тогда кто-нибудь.", $"Perhaps an answer comes sooner, by {by.En}: the sources disagree whether anybody is here then."),
            due.Perhaps!.Sources is [var first, ..] ? first.Reference : HoursReference(due));
    }

    private static string HoursReference(RequestDue due) => due.Served.Timeline.At(due.SentAt).Cause != Cause.Schedule
        ? Provenance.Operator
        : due.Served.CountingHours.Select(statement => statement.Reference).Concat(due.Served.Channel.References).Append(Provenance.Editorial).First();
}
