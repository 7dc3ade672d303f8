using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using ContactsApi.Core;
using ContactsApi.Features.Asking;
using ContactsApi.Hosting.Coding;
using ContactsApi.Hosting;
using ContactsApi.Hosting.Bodies;
using ContactsApi.Hosting.Limits;
using ContactsApi.Hosting.Queries;
using ContactsApi.Hosting.Telemetry;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactsApi.Features.BestChannel.Batch;

public static class BatchEndpoints
{
    /// <summary>Questions in one request.</summary>
    public const int Most = 1000;

    /// <summary>Several times what a thousand questions take that give every parameter, in bytes.</summary>
    private const int MostBytes = BodyContract.ElementBytes;

    private const int MostFaults = 50;

    private static readonly LocalizedText NotAQuestion = new("Не подходит: нужны свойства.", "Does not fit: properties are needed.");

    public static void MapBatch(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/v1/best-channel/batch", Answer)
            .WithName("getBestChannels")
            .WithTags("Best channel")
            .WithSummary("The best channel, for up to a thousand questions at once")
            .WithDescription(
                "Each question is answered as `GET /v1/best-channel` would, or refused as it would be, in the order of the questions. All are "
                + "answered from one state of knowledge and, where they name no moment, about one and the same. Towards the quota a request "
                + "counts as many requests as it has questions.")
            .WithQuery()
            .WithForm<BestChannelBatchRequest>(
                """
                {
                  "questions": [
                    { "id": "a", "segment": "individual", "timeZone": "Asia/Vladivostok", "need": ["voice"] },
                    { "id": "b", "segment": "abroad", "country": "DE" }
                  ]
                }
                """,
                MostBytes)
            .Compressed()
            .ProducesProblems(StatusCodes.Status503ServiceUnavailable);

    private static Results<Ok<BestChannelBatchResponse>, JsonHttpResult<ProblemResponse>> Answer(
        HttpContext context, CatalogQuery query, DecisionTelemetry decisions, RequestLimiter limiter, DearWork work)
    {
        var body = context.ReadForm<Batch>(query);
        if (body.TryGet(batch => batch.Questions, out var questions))
            Check(questions, query);
        if (query.Errors.Count > 0 || questions is null)
            return context.Refuse(query);
        if (context.RefuseTooManyQuestions(limiter, questions.Count) is { } refusal)
            return refusal;
        var answering = new BatchAnswers(query.Snapshot, query.AskedAt, decisions, context.Language());
        // Worked out while it is sent, so that never all answers are in memory.
        return TypedResults.Ok(new BestChannelBatchResponse(InTurnAsync(questions, answering, work, context.RequestAborted)));
    }

    /// <summary>A turn for each question: two batches go on side by side, and whatever else is dear between them.</summary>
    private static async IAsyncEnumerable<BatchAnswerResponse> InTurnAsync(
        IReadOnlyList<JsonNode> questions, BatchAnswers answering, DearWork work, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var question in questions)
        {
            BatchAnswerResponse answer;
            using (await work.TurnAsync(cancellation))
                answer = answering.To(question.AsObject());
            yield return answer;
        }
    }

    private static void Check(IReadOnlyList<JsonNode> questions, QueryReader query)
    {
        if (questions.Count > Most)
        {
            query.Refuse("questions", TooMany(questions.Count));
            return;
        }

        foreach (var (i, _) in questions.Index().Where(question => question.Item is not JsonObject).Take(MostFaults))
            query.Refuse($"questions[{i}]", NotAQuestion);
    }

    private static LocalizedText TooMany(int count) => new(
        $"Вопросов {count}, а в одном запросе их может быть не больше {Most}.", $"There are {count} questions; one request may have at most {Most}.");
}
