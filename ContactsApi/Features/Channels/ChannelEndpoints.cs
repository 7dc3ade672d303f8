using ContactsApi.Features.Asking;
using ContactsApi.Hosting;
using ContactsApi.Hosting.Caching;
using ContactsApi.Hosting.Queries;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactsApi.Features.Channels;

public static class ChannelEndpoints
{
    public static void MapChannels(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/channels").WithTags("Channels").ProducesProblems(
            StatusCodes.Status400BadRequest, StatusCodes.Status503ServiceUnavailable);
        group.MapGet("", List)
            .WithName("listChannels")
            .WithSummary("The directory of channels")
            .WithDescription("All channels, those without an address too, with what each passage of the source says about them.")
            .WithQuery(Parameters.Segment with { Required = false }, Parameters.Kind, Parameters.Region, Parameters.View, Parameters.Revision, Parameters.AsOf)
            .WithShortView<ShortChannelsResponse>();
        group.MapGet("/{id}", Get)
            .WithName("getChannel")
            .WithSummary("One channel")
            .WithDescription("A channel with its address, capabilities, restrictions, languages and statements.")
            .WithQuery(Parameters.Revision, Parameters.AsOf)
            .ProducesProblems(StatusCodes.Status404NotFound);
        group.MapGet("/{id}/availability", GetAvailability)
            .WithName("getChannelAvailability")
            .WithSummary("Is this channel open, and who says so?")
            .WithDescription("The state of a channel at a moment, until when it holds, and what each counting statement says.")
            .WithQuery(Parameters.Segment, Parameters.At, Parameters.TimeZone, Parameters.Region, Parameters.Revision, Parameters.AsOf)
            .ProducesProblems(StatusCodes.Status404NotFound);
    }

    private static Results<CacheableJson<ChannelsResponse>, CacheableBody, JsonHttpResult<ProblemResponse>> List(HttpContext context, CatalogQuery query)
    {
        var bySegment = query.TryGet(Parameters.Segment, out var segment);
        var byKind = query.TryGet(Parameters.Kind, out var kind);
        query.TryGet(Parameters.Region, out var region);
        query.TryGet(Parameters.View, out var view);
        if (query.Errors.Count > 0)
            return context.Refuse(query);
        var channels =
            from channel in query.Directory.Catalog.Channels
            where !bySegment || channel.Serves(segment)
            where !byKind || channel.Kind == kind
            where region is null || channel.ServesRegion(region.Code)
            select channel;
        var (revision, language) = (query.Snapshot.Revision, context.Language());
        return view == View.Short
            ? query.LastingBody(ResponseBody.InShort(new ShortChannelsResponse(revision, [.. channels.Select(one => ShortChannelResponse.Of(one, language))])))
            : query.Lasting(new ChannelsResponse(revision, [.. channels.Select(one => ChannelResponse.Of(one, query.Directory, language))]));
    }

    private static Results<CacheableJson<ChannelResponse>, JsonHttpResult<ProblemResponse>> Get(string id, HttpContext context, CatalogQuery query)
    {
        if (!query.Directory.Channels.TryGetValue(id, out var channel))
            return context.RefuseUnknownChannel(id, query.Snapshot);
        return query.Errors.Count > 0
            ? context.Refuse(query)
            : query.Lasting(ChannelResponse.Of(channel, query.Directory, context.Language()));
    }

    private static Results<CacheableJson<ChannelAvailabilityResponse>, JsonHttpResult<ProblemResponse>> GetAvailability(
        string id, HttpContext context, CatalogQuery query)
    {
        if (!query.Directory.Channels.TryGetValue(id, out var channel))
            return context.RefuseUnknownChannel(id, query.Snapshot);
        query.TryGet(Parameters.Segment, out var segment);
        query.TryGet(Parameters.Region, out var region);
        var time = CallerTime.Read(query, region);
        if (query.Errors.Count > 0)
            return context.Refuse(query);
        if (query.Directory.ServedAs(channel, segment, region) is not { } served)
            return context.RefuseSegment(channel);
        var availability = served.AvailabilityAt(time.Moment);
        return query.AboutMoment(
            ChannelAvailabilityResponse.Of(served, availability, time, query.Snapshot, context.Language()), time,
            new[] { availability.ChangesAt, served.NextChangeOfSaid(time.Moment) }.Min());
    }
}
