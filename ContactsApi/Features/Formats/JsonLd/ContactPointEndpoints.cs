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
        "JSON-LD for a page's HTML: a `GovernmentOrganization` with its `ContactPoint`. Its hours are those in which all sources say open, to "
        + "every segment or the one asked about. With a `region`, its first 100 offices are `department`s.";

    public static void MapContactPoints(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/contact-points.jsonld", List)
            .WithName("listContactPoints")
            .Costs(20)
            .WithSummary("All channels for search engines")
            .WithDescription(Description)
            .WithQuery(Parameters.Segment with { Required = false }, Parameters.Region, Parameters.Revision, Parameters.AsOf)
            .ProducesBody<JsonNode>(ContactPoints.MediaType);
        routes.MapGet("/v1/channels/{id}/contact-point.jsonld", Get)
            .WithName("getContactPoint")
            .Costs(5)
            .WithSummary("A channel for search engines")
            .WithDescription("As `/v1/contact-points.jsonld` has it.")
            .WithQuery(Parameters.Segment with { Required = false }, Parameters.Revision, Parameters.AsOf)
            .ProducesProblems(StatusCodes.Status404NotFound)
            .ProducesBody<JsonNode>(ContactPoints.MediaType);
    }

    private static Results<CacheableBody, JsonHttpResult<ProblemResponse>> List(HttpContext context, CatalogQuery query)
    {
        var segment = AskedSegment(query);
        query.TryGet(Parameters.Region, out var region);
        if (query.Errors.Count > 0)
            return context.Refuse(query);
        var channels = query.Directory.Catalog.Channels.Where(channel => channel.Address is not null
            && (segment is not { } asked || channel.Serves(asked)) && (region is null || channel.ServesRegion(region.Code)));
        return Answer(channels, segment, region, "contact-points.jsonld", query, context.Language());
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
                : Answer([channel], segment, null, $"{channel.Id}.jsonld", query, context.Language());
        });

    private static Segment? AskedSegment(QueryReader query) => query.TryGet(Parameters.Segment, out var segment) ? segment : null;

    private static CacheableBody Answer(
        IEnumerable<Channel> channels, Segment? segment, Region? region, string fileName, CatalogQuery query, Language language)
    {
        var today = MoscowTime.DateOf(query.AskedAt);
        return query.LastingBodyUntil(
            ContactPoints.Of(channels, segment, region, today, query.Directory, language, fileName),
            changesAt: MoscowTime.InstantOf(today.PlusDays(1).AtMidnight(), MoscowTime.Zone));
    }
}
