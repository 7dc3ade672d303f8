using ContactsApi.Hosting;
using ContactsApi.Hosting.Overload;
using ContactsApi.Hosting.Queries;
using ContactsApi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactsApi.Features.Health;

public enum HealthStatus
{
    Ok,

    /// <summary>The store cannot be read or written as it should. Questions are answered from the revision at hand.</summary>
    Degraded,

    /// <summary>There is no catalog yet to answer from.</summary>
    Starting,

    /// <summary>The service is about to end. It finishes what it has begun; send new requests elsewhere.</summary>
    Stopping,
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
                "Ready only with a catalog, and until it is told to end. Send it no requests while it is not. `degraded` answers questions "
                + "all the same, from the last revision that it knows.")
            .WithQuery()
            .Produces<HealthResponse>(StatusCodes.Status503ServiceUnavailable);
    }

    private static Results<Ok<HealthResponse>, JsonHttpResult<ProblemResponse>> Live(HttpContext context, CatalogSnapshots snapshots) =>
        QueryReader.Of(context) is { Errors.Count: > 0 } query
            ? context.Refuse(query)
            : TypedResults.Ok(new HealthResponse(HealthStatus.Ok, RevisionOf(snapshots)));

    private static Results<Ok<HealthResponse>, JsonHttpResult<HealthResponse>, JsonHttpResult<ProblemResponse>> Ready(
        HttpContext context, CatalogSnapshots snapshots, Departure departure)
    {
        if (QueryReader.Of(context) is { Errors.Count: > 0 } query)
            return context.Refuse(query);
        var health = new HealthResponse(StatusOf(snapshots, departure), RevisionOf(snapshots));
        return health.Status is HealthStatus.Ok or HealthStatus.Degraded
            ? TypedResults.Ok(health)
            : TypedResults.Json(health, statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    private static HealthStatus StatusOf(CatalogSnapshots snapshots, Departure departure) =>
        departure.HasBegun ? HealthStatus.Stopping
        : !snapshots.IsLoaded ? HealthStatus.Starting
        : snapshots.StoreAnswers ? HealthStatus.Ok
        : HealthStatus.Degraded;

    private static long? RevisionOf(CatalogSnapshots snapshots) => snapshots.IsLoaded ? snapshots.Current.Revision : null;
}
