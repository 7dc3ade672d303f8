using System.Text.Json.Nodes;
using ContactsApi.Core;
using ContactsApi.Core.Channels;
using ContactsApi.Features.Asking;
using ContactsApi.Features.Channels;
using ContactsApi.Hosting;
using ContactsApi.Hosting.Caching;
using ContactsApi.Hosting.Limits;
using ContactsApi.Hosting.Queries;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactsApi.Features.Formats.JsonLd;

public static class ContactPointEndpoints
{
    private const string Description =
        "JSON-LD for a page's HTML: a `GovernmentOrganization` with its `ContactPoint`. Its hours are those in which all sources say open, to all "
        + "segments served or to the one asked about: by weekday, and by date for holidays, moved days and overrides to come.";

    public static void MapContactPoints(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/contact-points.jsonld", List)
            .WithName("listContactPoints")
            .Costs(20)
            .WithSummary("All channels for search engines")
            .WithDescription(Description)
            .WithQuery(Parameters.Segment with { Required = false }, Parameters.Revision, Parameters.AsOf)
            .ProducesBody<JsonNode>(ContactPoints.MediaType);
        routes.MapGet("/v1/channels/{id}/contact-point.jsonld", Get)
            .WithName("getContactPoint")
            .Costs(5)
            .WithSummary("A channel for search engines")
            .WithDescription(Description)
            .WithQuery(Parameters.Segment with { Required = false }, Parameters.Revision, Parameters.AsOf)
            .ProducesProblems(StatusCodes.Status404NotFound)
            .ProducesBody<JsonNode>(ContactPoints.MediaType);
    }

    private static Results<CacheableBody, JsonHttpResult<ProblemResponse>> List(HttpContext context, CatalogQuery query)
    {
        var segment = AskedSegment(query);
        if (query.Errors.Count > 0)
            return context.Refuse(query);
        var channels = query.Directory.Catalog.Channels.Where(channel => channel.Address is not null && (segment is not { } asked || channel.Serves(asked)));
        return Answer(channels, segment, "contact-points.jsonld", query, context.Language());
    }

    private static Results<CacheableBody, JsonHttpResult<ProblemResponse>> Get(
        string id, HttpContext context, CatalogQuery query) =>
        context.AboutChannel<CacheableBody>(id, query, channel =>
        {
            var segment = AskedSegment(query);
            if (query.Errors.Count > 0)
                return context.Refuse(query);
            if (segment is { } asked && !channel.Serves(asked))
                return context.RefuseSegment(channel);
            return channel.Address is null
                ? context.RefuseAddress()
                : Answer([channel], segment, $"{channel.Id}.jsonld", query, context.Language());
        });

    private static Segment? AskedSegment(QueryReader query) => query.TryGet(Parameters.Segment, out var segment) ? segment : null;

    private static CacheableBody Answer(
        IEnumerable<Channel> channels, Segment? segment, string fileName, CatalogQuery query, Language language)
    {
        var today = MoscowTime.DateOf(query.AskedAt);
        return query.LastingBodyUntil(
            ContactPoints.Of(channels, segment, today, query.Directory, language, fileName),
            changesAt: MoscowTime.InstantOf(today.PlusDays(1).AtMidnight(), MoscowTime.Zone));
    }
}
