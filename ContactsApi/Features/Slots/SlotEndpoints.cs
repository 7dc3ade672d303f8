using ContactsApi.Features.Asking;
using ContactsApi.Hosting;
using ContactsApi.Hosting.Caching;
using ContactsApi.Hosting.Limits;
using ContactsApi.Hosting.Queries;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactsApi.Features.Slots;

public static class SlotEndpoints
{
    /// <summary>So many days are as dear as a question for the best channel.</summary>
    private const int DaysOfOneRequest = 12;

    public static void MapSlots(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/v1/slots", Find)
            .WithName("findSlots")
            .WithTags("Requests")
            .CostsByLength($"one for every {DaysOfOneRequest} days begun")
            .WithSummary("When to call, and when to be called?")
            .WithDescription(
                "The hours that suit the caller, met with those in which people are there for certain, incidents and overrides "
                + "included. What only some sources promise stands apart, in `perhaps`.")
            .WithQuery(SlotQuery.Parameters)
            .ProducesProblems(StatusCodes.Status400BadRequest, StatusCodes.Status503ServiceUnavailable);

    private static Results<CacheableJson<SlotsResponse>, JsonHttpResult<ProblemResponse>> Find(HttpContext context, CatalogQuery asked, RequestLimiter limiter)
    {
        var query = SlotQuery.Read(asked);
        if (asked.Errors.Count > 0)
            return context.Refuse(asked);
        if (context.RefuseDear(limiter, 1 + (query.Search.Days - 1) / DaysOfOneRequest) is { } refusal)
            return refusal;
        var found = query.Search.From(asked.Directory, query.Time.Moment);
        return asked.AboutMoment(SlotsResponse.Of(found, query, asked.Snapshot, context.Language()), query.Time, found.ChangesAt);
    }
}
