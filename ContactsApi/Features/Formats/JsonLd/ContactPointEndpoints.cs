using System.Text.Json.Nodes;
using ContactsApi.Core;
using ContactsApi.Core.Channels;
using ContactsApi.Features.Asking;
using ContactsApi.Features.Channels;
using ContactsApi.Hosting;
using ContactsApi.Hosting.Caching;
using ContactsApi.Hosting.Limits;
using ContactsApi.Hosting.Queries;
using ContactsApi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;

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

    private static Results<CacheableBody, JsonHttpResult<ProblemResponse>> List(HttpContext context, CatalogSnapshots snapshots, IClock clock)
    {
        var query = QueryReader.Of(context);
        var snapshot = query.AnswerFrom(snapshots);
        var segment = AskedSegment(query);
        if (query.Errors.Count > 0)
            return context.Refuse(query);
        var channels = snapshot.Directory.Catalog.Channels.Where(channel => channel.Address is not null && (segment is not { } asked || channel.Serves(asked)));
        return Answer(channels, segment, "contact-points.jsonld", query, snapshot, context.Language(), clock);
    }

    private static Results<CacheableBody, JsonHttpResult<ProblemResponse>> Get(
        string id, HttpContext context, CatalogSnapshots snapshots, IClock clock) =>
        context.AboutChannel<CacheableBody>(id, snapshots, (query, snapshot, channel) =>
        {
            var segment = AskedSegment(query);
            if (query.Errors.Count > 0)
                return context.Refuse(query);
            if (segment is { } asked && !channel.Serves(asked))
                return context.RefuseSegment(channel);
            return channel.Address is null
                ? context.RefuseAddress()
                : Answer([channel], segment, $"{channel.Id}.jsonld", query, snapshot, context.Language(), clock);
        });

    private static Segment? AskedSegment(QueryReader query) => query.TryGet(Parameters.Segment, out var segment) ? segment : null;

    private static CacheableBody Answer(
        IEnumerable<Channel> channels, Segment? segment, string fileName, QueryReader query, CatalogSnapshot snapshot, Language language, IClock clock)
    {
        var now = clock.GetCurrentInstant();
        var today = MoscowTime.DateOf(now);
        return query.LastingBodyUntil(
            ContactPoints.Of(channels, segment, today, snapshot.Directory, language, fileName),
            snapshot,
            now,
            changesAt: MoscowTime.InstantOf(today.PlusDays(1).AtMidnight(), MoscowTime.Zone));
    }
}
