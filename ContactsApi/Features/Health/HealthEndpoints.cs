using ContactsApi.Core;
using ContactsApi.Core.Quality;
using ContactsApi.Features.Responses;
using ContactsApi.Hosting;
using ContactsApi.Hosting.Overload;
using ContactsApi.Hosting.Queries;
using ContactsApi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;

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
/// <param name="Warnings">What somebody should see to, though all questions are answered: `calendar-year-missing`, a year whose decree on days off should be known by now; `clock-behind`, the newest revision was written at a moment that has not come here yet.</param>
public sealed record HealthResponse(HealthStatus Status, long? CatalogRevision, IReadOnlyList<WarningResponse> Warnings);

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
                + "all the same, from the last revision that it knows. `warnings` name what somebody should see to; they change no status.")
            .WithQuery()
            .Produces<HealthResponse>(StatusCodes.Status503ServiceUnavailable);
    }

    private static Results<Ok<HealthResponse>, JsonHttpResult<ProblemResponse>> Live(HttpContext context, CatalogSnapshots snapshots, IClock clock) =>
        QueryReader.Of(context) is { Errors.Count: > 0 } query
            ? context.Refuse(query)
            : TypedResults.Ok(HealthOf(HealthStatus.Ok, snapshots, clock, context.Language()));

    private static Results<Ok<HealthResponse>, JsonHttpResult<HealthResponse>, JsonHttpResult<ProblemResponse>> Ready(
        HttpContext context, CatalogSnapshots snapshots, StoreAccess access, GracefulShutdown shutdown, IClock clock)
    {
        if (QueryReader.Of(context) is { Errors.Count: > 0 } query)
            return context.Refuse(query);
        var health = HealthOf(StatusOf(snapshots, access, shutdown), snapshots, clock, context.Language());
        return health.Status is HealthStatus.Ok or HealthStatus.Degraded
            ? TypedResults.Ok(health)
            : TypedResults.Json(health, statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    private static HealthStatus StatusOf(CatalogSnapshots snapshots, StoreAccess access, GracefulShutdown shutdown) =>
        shutdown.IsStopping ? HealthStatus.Stopping
        : !snapshots.IsLoaded ? HealthStatus.Starting
        : access.Answers ? HealthStatus.Ok
        : HealthStatus.Degraded;

    private static HealthResponse HealthOf(HealthStatus status, CatalogSnapshots snapshots, IClock clock, Language language)
    {
        if (!snapshots.IsLoaded)
            return new(status, null, []);
        var (current, now) = (snapshots.Current, clock.GetCurrentInstant());
        var warnings = CalendarYearMissing.In(current.Directory.Calendar, MoscowTime.DateOf(now)).Select(finding => new Warning(finding.Kind.Code, finding.Text));
        return new(status, current.Revision, [.. warnings.Concat(ClockBehind.At(now, current.CreatedAt) is { } behind ? [behind] : []).Select(warning => warning.In(language))]);
    }
}
