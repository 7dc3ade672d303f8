using System.Globalization;
using ContactsApi.Core;
using ContactsApi.Editing;
using ContactsApi.Hosting;
using ContactsApi.Hosting.Queries;
using ContactsApi.Revisions;
using ContactsApi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;

namespace ContactsApi.Features.Admin;

/// <summary>Goes back to the catalog of an older revision, as a new one.</summary>
public static class RollbackEndpoints
{
    public static void MapRollback(this RouteGroupBuilder group) => group.MapPost("/revisions/{number}/rollback", RollBackAsync)
        .WithName("rollBack")
        .WithSummary("Go back to an older revision")
        .WithDescription(
            "Writes the catalog of that revision as the next one, save its incidents: what is out of order now does not depend on what was "
            + "known then. No incident that runs or is to come is ended or started, for no channel: where the older revision would, it is refused with 409. "
            + "`kept` names those that the revision has otherwise. "
            + "Overrides go back with the rest. What came in between stays in the history.")
        .WithQuery(Writes.Message, Writes.DryRun)
        .WithMetadata(
            new DocumentedHeader("If-Match", "The number of the newest revision, in quotes.", "\"1\""),
            new DocumentedHeader("ETag", "The number of the newest revision, in quotes.", "\"2\"", 200, 412, 428))
        .ProducesProblems(
            StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status412PreconditionFailed, StatusCodes.Status428PreconditionRequired);

    private static async Task<Results<Ok<WriteResponse>, JsonHttpResult<ProblemResponse>>> RollBackAsync(
        string number, HttpContext context, CatalogWriter writer, CatalogSnapshots snapshots, IClock clock)
    {
        if (!long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) || asked is 0 or long.MaxValue)
            return context.Refuse(Problem.RevisionNotFound);
        var outcome = await Writes.WriteAsync(
            (newest, preconditions) => Back(asked, newest, preconditions, snapshots, clock.GetCurrentInstant()),
            context, QueryReader.Of(context), writer, clock, defaultMessage: $"Back to revision {asked}");
        return outcome.Refusal is { } refusal ? refusal : TypedResults.Ok(outcome.Response!);
    }

    private static EditedCatalog Back(long number, CatalogSnapshot newest, Preconditions preconditions, CatalogSnapshots snapshots, Instant now)
    {
        var edited = new EditedCatalog(newest, null);
        if (snapshots.Of(number) is not { } older)
            return edited with { Refusal = Refusal.For(RefusalReason.RevisionNotFound) };
        if (preconditions.Unmet(newest.Revision) is { } unmet)
            return edited with { Refusal = Refusal.For(unmet) };
        var rollback = Rollback.Of(older.Directory.Catalog, newest.Directory.Catalog, now);
        return rollback.InTheWay.Count > 0
            ? edited with { Refusal = new(RefusalReason.InUse, rollback.InTheWay.GroupBy(obstacle => obstacle.Incident.Id).ToDictionary(
                incident => $"incidents[{incident.Key}].channelId",
                incident => (IReadOnlyList<LocalizedText>)[.. incident.Select(obstacle => obstacle.Text(number))])) }
            : edited.Of(rollback.Catalog) with { Kept = rollback.Kept };
    }
}
