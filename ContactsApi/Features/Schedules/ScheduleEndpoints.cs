using ContactsApi.Features.Asking;
using ContactsApi.Features.Channels;
using ContactsApi.Hosting;
using ContactsApi.Hosting.Caching;
using ContactsApi.Hosting.Limits;
using ContactsApi.Hosting.Queries;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;

namespace ContactsApi.Features.Schedules;

public static class ScheduleEndpoints
{
    /// <summary>So many days are as dear as a question for the best channel.</summary>
    private const int DaysOfOneRequest = 12;

    public static void MapSchedules(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/v1/channels/{id}/schedule", Get)
            .WithName("getChannelSchedule")
            .WithTags("Channels")
            .CostsByLength($"one for every {DaysOfOneRequest} days begun")
            .WithSummary("The hours of a channel over some days")
            .WithDescription(
                "Windows in Moscow's and the caller's time, by the production calendar, incidents and overrides included. "
                + "Dates are Moscow's, both included, at most 366 days.")
            .WithQuery(Parameters.Segment, Parameters.From, Parameters.To, Parameters.TimeZone, Parameters.Region, Parameters.Revision, Parameters.AsOf)
            .ProducesProblems(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status503ServiceUnavailable);

    private static Results<CacheableJson<ChannelScheduleResponse>, JsonHttpResult<ProblemResponse>> Get(
        string id, HttpContext context, CatalogQuery query, RequestLimiter limiter)
    {
        if (!query.Directory.Channels.TryGetValue(id, out var channel))
            return context.RefuseUnknownChannel(id, query.Snapshot);
        query.TryGet(Parameters.Segment, out var segment);
        var (from, to) = DateRange.Read(query);
        query.TryGet(Parameters.Region, out var region);
        var caller = CallerTime.ReadZone(query, region);
        if (query.Errors.Count > 0)
            return context.Refuse(query);
        if (context.RefuseDear(limiter, 1 + Period.DaysBetween(from, to) / DaysOfOneRequest) is { } refusal)
            return refusal;
        return query.Directory.ServedAs(channel, segment, region) is { } served
            ? query.Lasting(ChannelScheduleResponse.Of(served, from, to, caller))
            : context.RefuseSegment(channel);
    }
}
