using ContactsApi.Core;
using ContactsApi.Core.Promises;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Hours;
using ContactsApi.Core.Quality;
using ContactsApi.Core.Statements;
using ContactsApi.Features.Responses;
using ContactsApi.Features.Asking;
using NodaTime;

namespace ContactsApi.Features.Wording;

/// <summary>
/// Why a recommendation says what it says, each reason with its source. The texts depend on nothing but what the
/// recommendation shows, so that they hold as long as it does.
/// </summary>
public static class Reasons
{
    /// <summary>Those that are told of the channel whatever was asked. They go first.</summary>
    public static IEnumerable<Reason> OfAvailability(Recommendation recommendation, ContactDirectory directory, CallerTime caller) =>
    [
        .. StateFirst(State(recommendation, caller), recommendation, caller),
        .. WhoSaysWhat(recommendation, directory),
        .. AnswerTime(recommendation, caller),
        .. Place(recommendation.Served.Office),
    ];

    /// <summary>Those that hang on what was asked.</summary>
    /// <param name="runnerUp">For the best channel, the one that comes next.</param>
    public static IEnumerable<Reason> OfQuestion(Recommendation recommendation, Question question, Recommendation? runnerUp) =>
        runnerUp is null ? Speciality(recommendation.Channel, question) : [.. Speciality(recommendation.Channel, question), BeforeNext(recommendation, runnerUp)];

    /// <summary>Why it is closed matters less than that it is.</summary>
    private static IEnumerable<Reason> StateFirst(Reason state, Recommendation recommendation, CallerTime caller) =>
        recommendation.Availability.State == HoursState.Closed
            ? [new("nobody-answers-now", NobodyAnswers.Of(recommendation, caller), state.Reference), state]
            : [state];

    private static Reason State(Recommendation recommendation, CallerTime caller)
    {
        var availability = recommendation.Availability;
        var until = Until(availability.Until, caller);
        var spoken = recommendation.Served.CountingHours.Select(statement => statement.Reference)
            .Concat(recommendation.Channel.References)
            .Append(Provenance.Editorial)
            .First();
        return availability.Now switch
        {
            { Cause: Cause.Incident, Reason: { } reason } => new(
                "incident", new($"Не работает{until.Ru}: {reason.Ru}", $"Out of order{until.En}: {reason.En}"), Provenance.Operator),
            { Cause: Cause.Override, State: HoursState.Open, Reason: { } reason } => new(
                "override", new($"Открыто{until.Ru} по особым часам: {reason.Ru}", $"Open{until.En} by special hours: {reason.En}"), Provenance.Operator),
            { Cause: Cause.Override, Reason: { } reason } => new(
                "override", new($"Закрыто{until.Ru} по особым часам: {reason.Ru}", $"Closed{until.En} by special hours: {reason.En}"), Provenance.Operator),
            { State: HoursState.Open } when availability.Until is null => new(
                "open", new("Открыто круглосуточно.", "Open round the clock."), spoken),
            { State: HoursState.Open } => new(
                "open", new($"Открыто{until.Ru}.", $"Open{until.En}."), spoken),
            { State: HoursState.Closed } => new(
                "closed", new($"Закрыто{until.Ru}.", $"Closed{until.En}."), spoken),
            { State: HoursState.Disputed } => new("disputed", HoursWords.InDoubt(availability.Now, new($"Могут не ответить{until.Ru}", $"There may be nobody{until.En}")), spoken),
            _ => new("unstated", new("Часы работы нигде не указаны.", "No hours are given anywhere."), spoken),
        };
    }

    private static LocalizedText Until(Instant? until, CallerTime caller) => until is { } at
        ? new($" до {Times.Instant(at, caller).Ru}", $" until {Times.Instant(at, caller).En}")
        : new("", "");

    /// <summary>
    /// Each counting hours statement, and what it says now; where they differ, its hours alone: which of them are on at a time may
    /// change while the state does not. During an incident or on an overridden date they do not matter.
    /// </summary>
    private static IEnumerable<Reason> WhoSaysWhat(Recommendation recommendation, ContactDirectory directory)
    {
        var now = recommendation.Availability.Now;
        if (now.Cause != Cause.Schedule)
            yield break;
        for (var i = 0; i < recommendation.Served.CountingHours.Count; i++)
        {
            var statement = recommendation.Served.CountingHours[i];
            var hours = directory.Schedules[statement.Schedule].Name;
            var section = SectionOf(statement.Reference, directory);
            yield return now.State switch
            {
                HoursState.Open => new("says-open", new($"{section.Ru}: {hours.Ru}.", $"{section.En}: {hours.En}."), statement.Reference),
                HoursState.Closed => new("says-closed", new($"{section.Ru}: {hours.Ru}.", $"{section.En}: {hours.En}."), statement.Reference),
                _ => new("says-hours", new($"{section.Ru}: {hours.Ru}.", $"{section.En}: {hours.En}."), statement.Reference),
            };
        }
    }

    internal static LocalizedText SectionOf(string reference, ContactDirectory directory) => reference switch
    {
        Provenance.Editorial => new("Редакция", "Our editors"),
        Provenance.Operator => new("Оператор", "The operator"),
        _ => Phrases.Quoted(directory.Sections[reference].Title),
    };

    private static IEnumerable<Reason> AnswerTime(Recommendation recommendation, CallerTime caller)
    {
        if (recommendation.Availability.Answer is not { } promise)
            yield break;
        var text = Promised(promise, caller);
        // The plain opening of a live channel rests on the hours statements.
        var sources = promise.Sources.Count > 0
            ? promise.Sources.Select(statement => statement.Reference)
            : recommendation.Served.CountingHours.Select(statement => statement.Reference);
        foreach (var source in sources.Distinct())
            yield return new("answer-time", text, source);
    }

    private static LocalizedText Promised(Promise promise, CallerTime caller)
    {
        var about = promise.Approximate ? new LocalizedText("примерно ", "about ") : new("", "");
        if (promise.Within is { } within)
        {
            var duration = Durations.InWords(within);
            return within == Duration.Zero
                ? new("Ответ сразу.", "An answer at once.")
                : new($"Ответят {about.Ru}в течение {duration.Ru}.", $"An answer within {about.En}{duration.En}.");
        }

        var by = Times.Instant(promise.By!.Value, caller);
        return promise.Sources.Count == 0
            ? new($"Точно открыто с {by.Ru}.", $"Certain to be open from {by.En}.")
            : new($"Ответят {about.Ru}до {by.Ru}.", $"An answer by {about.En}{by.En}.");
    }

    private static IEnumerable<Reason> Place(Office? office) => office is null
        ? []
        : [new("office-of-region", new($"Офис вашего региона: «{office.Name.Ru}».", $"The office of your region: “{office.Name.En}”."), Provenance.Editorial)];

    internal static IEnumerable<Reason> Speciality(Channel channel, Question question)
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
        var because = rule == OrderRule.Class ? OrderWording.Between(best.Class, next.Class) : OrderWording.Of(rule);
        return new(
            $"before-next-by-{Serialization.EnumNames<OrderRule>.Of(rule)}",
            new($"Почему сначала сюда, а потом «{name.Ru}»: {because.Ru}.", $"Why here first and “{name.En}” later: {because.En}."),
            Provenance.Editorial);
    }
}
