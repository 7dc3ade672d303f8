using ContactsApi.Core;
using ContactsApi.Core.Events;
using ContactsApi.Features.Asking;
using ContactsApi.Features.BestChannel;
using ContactsApi.Features.BestChannel.Changes;
using ContactsApi.Features.Webhooks.Sending;
using ContactsApi.Hosting.Bodies;
using ContactsApi.Hosting.Outgoing;
using ContactsApi.Hosting.Queries;
using ContactsApi.Storage;
using NodaTime;

namespace ContactsApi.Features.Webhooks;

/// <summary>The webhook that is wanted.</summary>
/// <param name="Url">Where messages are sent to: `https` and a public address, at most 500 characters.</param>
/// <param name="Events">
/// What to tell: `revision.created`, `channel.changed`, `incident.started`, `incident.ended`, `best-channel.changed`. Null or absent: all,
/// the last one only if there is a `question`.
/// </param>
/// <param name="Question">The query string of a question to `/v1/best-channel`, without `at`, `explain`, `revision` and `asOf`: of it `best-channel.changed` is told.</param>
public sealed record NewWebhookRequest(string Url, IReadOnlyList<string>? Events = null, string? Question = null)
{
    private const int LongestQuestion = 1000;

    private static readonly LocalizedText NoneOfThese = new(
        $"Нужны разные события, хотя бы одно. Есть: {string.Join(", ", EventTypes.All)}.",
        $"Different events are needed, at least one. There are: {string.Join(", ", EventTypes.All)}.");

    private static readonly LocalizedText NoQuestion = new(
        $"Для {EventTypes.BestChannelChanged} нужен вопрос, например segment=individual.",
        $"For {EventTypes.BestChannelChanged} a question is needed, as segment=individual.");

    private static readonly LocalizedText QuestionTooLong = new(
        $"Вопрос длиннее {LongestQuestion} знаков.", $"The question is longer than {LongestQuestion} characters.");

    private static readonly LocalizedText QuestionUnused = new(
        $"Вопрос нужен только для {EventTypes.BestChannelChanged}.", $"A question is of use for {EventTypes.BestChannelChanged} only.");

    /// <summary>The events that will be told. What is wrong with the address, the events or the question is told to the reader.</summary>
    public static IReadOnlyList<string> Examine(BodyReader<NewWebhookRequest> body, CatalogSnapshot snapshot, Instant now, OutgoingOptions outgoing)
    {
        if (body.TryGet(wanted => wanted.Url, out var url) && OutgoingAddress.FaultOf(url, outgoing) is { } fault)
            body.Refuse(wanted => wanted.Url, fault);
        var hasQuestion = body.TryGet(wanted => wanted.Question, out var question);
        if (hasQuestion)
            ExamineQuestion(body, question!, snapshot, now);
        if (!body.TryGet(wanted => wanted.Events, out var events))
            return hasQuestion ? EventTypes.All : EventTypes.OfCatalog;
        if (events.Count == 0 || events.Distinct().Count() != events.Count || events.Except(EventTypes.All).Any())
            body.Refuse(wanted => wanted.Events, NoneOfThese);
        else if (events.Contains(EventTypes.BestChannelChanged) != hasQuestion)
            body.Refuse(wanted => wanted.Question, hasQuestion ? QuestionUnused : NoQuestion);
        return events;
    }

    private static void ExamineQuestion(BodyReader<NewWebhookRequest> body, string question, CatalogSnapshot snapshot, Instant now)
    {
        if (question.Length > LongestQuestion)
        {
            body.Refuse(wanted => wanted.Question, QuestionTooLong);
            return;
        }

        var asked = new CatalogQuery(QueryReader.PairsOf(WatchedAnswers.QuestionOf(question).Query), StandingQuestion.Contract, snapshot, now);
        BestChannelQuery.Read(asked);
        foreach (var (name, errors) in asked.Errors)
        {
            foreach (var error in errors)
                body.Refuse(wanted => wanted.Question, new($"{name}: {error.Ru}", $"{name}: {error.En}"));
        }
    }
}

/// <summary>From where on a webhook is to be told again.</summary>
/// <param name="After">The `sequence` of the last event that the receiver has; 0 for all that is kept.</param>
public sealed record ReplayRequest(long After)
{
    private static readonly LocalizedText Negative = new("Нужно целое число от 0.", "A whole number from 0 is needed.");

    public static void Examine(BodyReader<ReplayRequest> body)
    {
        if (body.TryGet(wanted => wanted.After, out var after) && after < 0)
            body.Refuse(wanted => wanted.After, Negative);
    }
}
