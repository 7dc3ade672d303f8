using ContactsApi.Core;
using ContactsApi.Features.Asking;
using ContactsApi.Hosting;
using ContactsApi.Hosting.Access;
using ContactsApi.Hosting.Overload;
using ContactsApi.Hosting.Queries;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactsApi.Features.BestChannel.Changes;

public static class StreamEndpoints
{
    /// <summary>Streams are given up in minutes, not in seconds.</summary>
    private const string RetryAfterSeconds = "60";

    private static readonly LocalizedText TooManyStreams = new(
        "От вас уже слишком много потоков сразу.", "There are too many streams to you at once already.");

    private static readonly Dictionary<string, object> Violated = new() { ["violated-policies"] = new[] { "streams" } };

    public static void AddChanges(this IServiceCollection services)
    {
        services.AddSingleton<FeedSources>();
        services.AddSingleton<AnswerFeeds>();
    }

    public static void MapStream(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/v1/stream", Open)
            .WithName("streamBestChannel")
            .WithTags("Best channel")
            .WithSummary("The best channel, now and at each change")
            .WithDescription(
                "Server-sent events, as a browser's `EventSource` reads them. At the beginning, and at once whenever the answer changes by "
                + "the passing of time, by an incident or by any other revision of the catalog, the event `best-channel` brings the whole "
                + "answer as `BestChannelResponse`, or with `view=short` as `ShortBestChannelResponse`. Where another channel has become the best, or the state of the best is another, the "
                + "event `transition` goes before it, as `TransitionResponse`. The `moment` of an answer is when it began to hold. "
                + "Who comes back with the header `Last-Event-ID` gets the transitions missed meanwhile, up to a day back, then the present "
                + "answer. A comment every 15 s or so shows that the stream lives. The server may end it at any time: come back.")
            .WithQuery([.. StandingQuestion.Contract.Parameters])
            .WithMetadata(new Streaming())
            .DisableHttpMetrics()
            .ProducesProblems(StatusCodes.Status400BadRequest, StatusCodes.Status503ServiceUnavailable);

    private static Results<StreamedAnswer, JsonHttpResult<ProblemResponse>> Open(
        HttpContext context, CatalogQuery query, StreamPlaces places, GracefulShutdown shutdown)
    {
        BestChannelQuery.Read(query);
        if (query.Errors.Count > 0)
            return context.Refuse(query);
        if (shutdown.IsStopping)
            return context.RefuseOverloaded();
        if (places.Take(Caller.Of(context), out var ownAreTaken) is { } place)
            return new StreamedAnswer(new StandingQuestion(context.Request.QueryString, context.Language()), place);
        if (!ownAreTaken)
            return context.RefuseOverloaded();
        context.Response.Headers.RetryAfter = RetryAfterSeconds;
        return context.Refuse(Problem.TooManyRequests, TooManyStreams, Violated);
    }
}
