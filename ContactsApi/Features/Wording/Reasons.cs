using ContactsApi.Core;
using ContactsApi.Core.Answers;
using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Hours;
using ContactsApi.Features.Answers;
using ContactsApi.Features.Asking;

namespace ContactsApi.Features.Wording;

/// <summary>
/// Why a recommendation says what it says, each reason with its source. The texts depend on nothing but what the
/// recommendation shows, so that they hold as long as it does.
/// </summary>
public static class Reasons
{
    /// <param name="runnerUp">For the best channel, the one that comes next.</param>
    public static IEnumerable<Reason> For(
        Recommendation recommendation, Question question, ContactDirectory directory, CallerTime caller, Recommendation? runnerUp) =>
    [
        State(recommendation.Outlook, caller),
        .. WhoSaysWhat(recommendation, directory),
        .. AnswerTime(recommendation.Outlook.Answer, caller),
        .. Speciality(recommendation.Channel, question),
        .. runnerUp is null ? [] : new[] { BeforeNext(recommendation, runnerUp) },
    ];

    private static Reason State(Outlook outlook, CallerTime caller)
    {
        var until = outlook.Until is { } at ? Times.Instant(at, caller) : null;
        return outlook.Now switch
        {
            { Cause: Cause.Incident, Reason: { } reason } => new("incident", new(
                $"Не работает{Until(until).Ru}: {reason.Ru}", $"Out of order{Until(until).En}: {reason.En}")),
            { Cause: Cause.Override, State: HoursState.Open, Reason: { } reason } => new("override", new(
                $"Открыто по особым часам{Until(until).Ru}: {reason.Ru}", $"Open by special hours{Until(until).En}: {reason.En}")),
            { Cause: Cause.Override, Reason: { } reason } => new("override", new(
                $"Закрыто по особым часам{Until(until).Ru}: {reason.Ru}", $"Closed by special hours{Until(until).En}: {reason.En}")),
            { State: HoursState.Open } => new("open", new(
                $"Открыто{(until is null ? " круглосуточно" : Until(until).Ru)}: источники согласны.",
                $"Open{(until is null ? " round the clock" : Until(until).En)}: the sources agree.")),
            { State: HoursState.Closed } => new("closed", new(
                $"Закрыто{Until(until).Ru}: источники согласны.", $"Closed{Until(until).En}: the sources agree.")),
            { State: HoursState.Disputed } => new("disputed", new(
                $"Источники расходятся, открыто ли{Until(until).Ru}.", $"The sources disagree on whether it is open{Until(until).En}.")),
            _ => new("unstated", new("Часы работы ни в одном источнике не названы.", "No source states the hours.")),
        };
    }

    private static Text Until(Text? until) => until is null ? new("", "") : new($" до {until.Ru}", $" until {until.En}");

    /// <summary>Each counting hours statement, and what it says now. During an incident they do not matter.</summary>
    private static IEnumerable<Reason> WhoSaysWhat(Recommendation recommendation, ContactDirectory directory)
    {
        var now = recommendation.Outlook.Now;
        if (now.Cause != Cause.Schedule)
            yield break;
        for (var i = 0; i < recommendation.Desk.CountingHours.Count; i++)
        {
            var statement = recommendation.Desk.CountingHours[i];
            var hours = directory.Schedules[statement.Schedule].Name;
            var section = SectionOf(statement.Reference, directory);
            yield return (now.OpenStatements & (1UL << i)) != 0
                ? new("says-open", new($"{section.Ru}: {hours.Ru}, значит, открыто.", $"{section.En}: {hours.En}, so it is open."), statement.Reference)
                : new("says-closed", new($"{section.Ru}: {hours.Ru}, значит, закрыто.", $"{section.En}: {hours.En}, so it is closed."), statement.Reference);
        }
    }

    private static Text SectionOf(string reference, ContactDirectory directory) => reference == Provenance.Editorial
        ? new("Редакция", "Our editors")
        : new($"«{directory.Sections[reference].Title.Ru}»", $"“{directory.Sections[reference].Title.En}”");

    private static IEnumerable<Reason> AnswerTime(Promise? promise, CallerTime caller)
    {
        if (promise is null)
            yield break;
        var text = Promised(promise, caller);
        IEnumerable<string?> sources = promise.Sources.Count > 0
            ? promise.Sources.Select(statement => (string?)statement.Reference).Distinct()
            : [null];
        foreach (var source in sources)
            yield return new("answer-time", text, source);
    }

    private static Text Promised(Promise promise, CallerTime caller)
    {
        var about = promise.Approximate ? new Text("примерно ", "about ") : new("", "");
        if (promise.Within is { } within)
        {
            var duration = Times.Duration(within);
            return within == NodaTime.Duration.Zero
                ? new("Ответ сразу.", "An answer at once.")
                : new($"Ответ {about.Ru}в течение {duration.Ru}: столько обещают все источники.", $"An answer within {about.En}{duration.En}: so much all sources promise.");
        }

        var by = Times.Instant(promise.By!.Value, caller);
        return promise.Sources.Count == 0
            ? new($"Откроется наверняка {by.Ru}.", $"Certain to be open {by.En}.")
            : new($"Ответ наверняка не позже {about.Ru}{by.Ru}.", $"An answer for certain by {about.En}{by.En}.");
    }

    private static IEnumerable<Reason> Speciality(Channel channel, Question question)
    {
        if (question.Topic is { } topic && channel.Restrictions.Topics.TryGetValue(topic.Id, out var byTopic))
            yield return new("for-this-topic", new("Эта линия как раз по вашей теме.", "This line is for just your topic."), byTopic);
        if (question.Region is { } region && channel.Restrictions.Regions.TryGetValue(region.Code, out var byRegion))
            yield return new("for-this-region", new("Эта линия как раз для вашего региона.", "This line is for just your region."), byRegion);
        if (question.Urgent && channel.Restrictions.UrgentOnly is { } byUrgency)
            yield return new("for-urgent-requests", new("Эта линия для срочных обращений.", "This line is for urgent requests."), byUrgency);
    }

    private static Reason BeforeNext(Recommendation best, Recommendation next)
    {
        var rule = RecommendationOrder.DecidedBy(best, next);
        var name = next.Channel.Name;
        var because = OrderWording.Of(rule);
        return new(
            $"before-next-by-{Serialization.EnumNames<OrderRule>.Of(rule)}",
            new($"Прежде, чем «{name.Ru}»: {because.Ru}.", $"Before “{name.En}”: {because.En}."));
    }
}
