using ContactsApi.Features.Asking;
using ContactsApi.Features.Channels;
using ContactsApi.Hosting;
using ContactsApi.Hosting.Caching;
using ContactsApi.Hosting.Queries;
using ContactsApi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactsApi.Features.Due;

public static class DueEndpoints
{
    public static void MapDue(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/v1/due", Get)
            .WithName("getDue")
            .WithTags("Requests")
            .WithSummary("When is my answer overdue?")
            .WithDescription(
                "What every source promised for a request sent then, by what was known then, and what to do when no answer comes, by "
                + "what is known now. `/v1/due.ics` is a reminder of it.")
            .WithQuery(DueQuery.Parameters)
            .ProducesProblems(StatusCodes.Status400BadRequest, StatusCodes.Status503ServiceUnavailable);

    private static Results<CacheableJson<DueResponse>, JsonHttpResult<ProblemResponse>> Get(
        HttpContext context, CatalogQuery asked, CatalogSnapshots snapshots)
    {
        var query = DueQuery.Read(asked, snapshots);
        if (asked.Errors.Count > 0)
            return context.Refuse(asked);
        if (query.Served is not { } served)
            return context.RefuseSegment(query.Channel);
        var response = DueResponse.Of(query, served, context.Language());
        return asked.AboutMoment(response, query.Time, response.ValidUntil?.ToInstant());
    }
}
