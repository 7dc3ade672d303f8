using ContactsApi.Hosting;
using ContactsApi.Hosting.Queries;
using ContactsApi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactsApi.Features.Health;

public enum HealthStatus
{
    Ok,

    /// <summary>The store does not answer. Questions are answered from the revision at hand; nothing can be written.</summary>
    Degraded,

    /// <summary>There is no catalog yet to answer from.</summary>
    Starting,
}

/// <summary>How the service is.</summary>
/// <param name="CatalogRevision">The revision that is answered from; null while there is none.</param>
public sealed record HealthResponse(HealthStatus Status, long? CatalogRevision);

public static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/health").WithTags("Health").ProducesProblems(StatusCodes.Status400BadRequest).DisableRateLimiting();
        group.MapGet("/live", Live)
            .WithName("getLiveness")
            .WithSummary("Is the process alive?")
            .WithDescription("Answers as long as the process can answer at all. Restart it if it does not.")
            .WithQuery();
        group.MapGet("/ready", Ready)
            .WithName("getReadiness")
            .WithSummary("Can it answer questions?")
            .WithDescription(
                "Ready only with a catalog. Send it no requests while it is not. `degraded` answers questions all the same, from the last "
                + "revision that it knows.")
            .WithQuery()
            .Produces<HealthResponse>(StatusCodes.Status503ServiceUnavailable);
    }

    private static Results<Ok<HealthResponse>, JsonHttpResult<ProblemResponse>> Live(HttpContext context, CatalogSnapshots snapshots) =>
        QueryReader.Of(context) is { Errors.Count: > 0 } query
            ? context.Refuse(query)
            : TypedResults.Ok(Of(snapshots) with { Status = HealthStatus.Ok });

    private static Results<Ok<HealthResponse>, JsonHttpResult<HealthResponse>, JsonHttpResult<ProblemResponse>> Ready(
        HttpContext context, CatalogSnapshots snapshots) =>
        QueryReader.Of(context) is { Errors.Count: > 0 } query ? context.Refuse(query)
        : snapshots.IsLoaded ? TypedResults.Ok(Of(snapshots))
        : TypedResults.Json(Of(snapshots), statusCode: StatusCodes.Status503ServiceUnavailable);

    private static HealthResponse Of(CatalogSnapshots snapshots) => snapshots.IsLoaded
        ? new HealthResponse(snapshots.StoreAnswers ? HealthStatus.Ok : HealthStatus.Degraded, snapshots.Current.Revision)
        : new HealthResponse(HealthStatus.Starting, null);
}
