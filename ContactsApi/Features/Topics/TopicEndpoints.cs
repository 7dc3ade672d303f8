using ContactsApi.Core;
using ContactsApi.Features.Asking;
using ContactsApi.Hosting;
using ContactsApi.Hosting.Caching;
using ContactsApi.Hosting.Limits;
using ContactsApi.Hosting.Queries;
using ContactsApi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactsApi.Features.Topics;

public static class TopicEndpoints
{
    public static void MapTopics(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/topics").WithTags("Topics").ProducesProblems(
            StatusCodes.Status400BadRequest, StatusCodes.Status503ServiceUnavailable);
        group.MapGet("", List)
            .WithName("listTopics")
            .Costs(10)
            .WithSummary("What people need help with")
            .WithDescription("Each topic with what the person can do, who helps, and what to prepare.")
            .WithQuery(Parameters.Revision, Parameters.AsOf);
        group.MapGet("/{id}", Get)
            .WithName("getTopic")
            .WithSummary("One topic")
            .WithDescription("What the person can do, who helps each segment with it, and what to prepare for whom.")
            .WithQuery(Parameters.Revision, Parameters.AsOf)
            .WithMetadata(new DocumentedPath("id", "The id of a topic.", "sms-code"))
            .ProducesProblems(StatusCodes.Status404NotFound);
    }

    private static Results<CacheableJson<TopicsResponse>, JsonHttpResult<ProblemResponse>> List(HttpContext context, CatalogQuery query)
    {
        return query.Errors.Count > 0 ? context.Refuse(query) : query.Lasting(TopicsResponse.Of(query.Snapshot, context.Language()));
    }

    private static Results<CacheableJson<TopicResponse>, JsonHttpResult<ProblemResponse>> Get(string id, HttpContext context, CatalogQuery query)
    {
        if (!query.Directory.Topics.TryGetValue(id, out var topic))
            return context.Refuse(Problem.TopicNotFound, Unknown(id, query.Snapshot));
        return query.Errors.Count > 0
            ? context.Refuse(query)
            : query.Lasting(TopicResponse.Of(topic, query.Directory, context.Language()));
    }

    private static LocalizedText Unknown(string id, CatalogSnapshot snapshot) => id.Length > QueryReader.MaxLength
        ? Problem.TopicNotFound.Title
        : NearestNames.Suggest(new($"Темы «{id}» нет.", $"There is no topic '{id}'."), id, snapshot.Directory.Topics.Keys);
}
