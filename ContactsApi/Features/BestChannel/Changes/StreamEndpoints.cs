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
                "Server-sent events. At the beginning, and at once whenever time, an incident or another revision changes the answer, `best-channel` "
                + "brings it whole: `BestChannelResponse`, or with `view=short` `ShortBestChannelResponse`. Where another channel is the best now, or "
                + "its state is another, `transition` goes before it: `TransitionResponse`. `Last-Event-ID` brings the transitions missed, up to a "
                + "day back. A comment every 15 s or so shows that it lives. Come back when it ends.")
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
