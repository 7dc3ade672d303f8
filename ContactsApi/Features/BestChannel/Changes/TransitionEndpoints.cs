using ContactsApi.Core.Choosing;
using ContactsApi.Features.Asking;
using ContactsApi.Hosting;
using ContactsApi.Hosting.Caching;
using ContactsApi.Hosting.Limits;
using ContactsApi.Hosting.Queries;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactsApi.Features.BestChannel.Changes;

public static class TransitionEndpoints
{
    private const int Most = 1000;

    /// <summary>So many days are as dear as a question for the best channel.</summary>
    private const int DaysOfOneRequest = 45;

    public static void MapTransitions(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/v1/transitions", List)
            .WithName("listTransitions")
            .WithTags("Best channel")
            .CostsByLength($"one for every {DaysOfOneRequest} days begun")
            .WithSummary("When does the best channel change?")
            .WithDescription(
                "Every moment of a span of at most 366 days at which another channel becomes the best, or the state of the best becomes "
                + "another: by hours, holidays, incidents and overrides that are known, and by promises that overtake each other. What the "
                + "best promises, and the channels after it, may change in between; `validUntil` of the best channel tells that. "
                + $"At most {Most} are listed; `truncatedAt` says from where to ask on.")
            .WithQuery(
                Parameters.Segment, TimeRange.From, TimeRange.To, Parameters.TimeZone, Parameters.Language, Parameters.Need, Parameters.Topic, Parameters.Region,
                Parameters.Exclude, Parameters.Urgent, Parameters.Revision, Parameters.AsOf)
            .ProducesProblems(StatusCodes.Status400BadRequest, StatusCodes.Status503ServiceUnavailable);

    private static Results<CacheableJson<TransitionsResponse>, JsonHttpResult<ProblemResponse>> List(
        HttpContext context, CatalogQuery asked, RequestLimiter limiter)
    {
        var query = BestChannelQuery.Read(asked);
        var (from, to) = TimeRange.Read(asked, query.Time.Zone);
        if (asked.Errors.Count > 0)
            return context.Refuse(asked);
        if (context.RefuseDear(limiter, 1 + (int)(to - from).TotalDays / DaysOfOneRequest) is { } refusal)
            return refusal;
        var found = Transitions.Between(asked.Snapshot.Directory, query.Question, from, to, Most);
        return asked.Lasting(
            new TransitionsResponse(
                query.Question.Segment,
                query.Time.ZoneId,
                asked.Snapshot.Revision,
                CallerTime.InMoscow(from),
                CallerTime.InMoscow(to),
                [.. found.All.Select(transition => TransitionResponse.Of(transition, query.Time, context.Language()))],
                found.CoveredUntil < to ? CallerTime.InMoscow(found.CoveredUntil) : null));
    }
}
