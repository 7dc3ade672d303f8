using System.Globalization;
using ContactsApi.Features.Asking;
using ContactsApi.Hosting.Coding;
using ContactsApi.Hosting;
using ContactsApi.Hosting.Overload;
using ContactsApi.Hosting.Queries;
using ContactsApi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactsApi.Features.Revisions;

public static class RevisionEndpoints
{
    private const long DefaultLimit = 20;

    public static void MapRevisions(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/revisions").Compressed().ReadsStore().WithTags("Revisions").ProducesProblems(
            StatusCodes.Status400BadRequest, StatusCodes.Status503ServiceUnavailable);
        group.MapGet("", List)
            .WithName("listRevisions")
            .WithSummary("How the catalog came to be what it is")
            .WithDescription("Every change of the catalog, the newest first, page by page: give `next` as `cursor` for what is older.")
            .WithQuery(Parameters.Limit, Parameters.Cursor);
        group.MapGet("/{number}", Get)
            .WithName("getRevision")
            .WithSummary("What one revision changed")
            .WithDescription("When, by whom and why the catalog was changed, element by element and field by field.")
            .WithQuery()
            .ProducesProblems(StatusCodes.Status404NotFound);
    }

    private static Results<Ok<RevisionsResponse>, JsonHttpResult<ProblemResponse>> List(
        HttpContext context, CatalogSnapshots snapshots, StoreAccess access, RevisionStore store)
    {
        var query = QueryReader.Of(context);
        var limit = query.TryGet(Parameters.Limit, out var asked) ? (int)asked : (int)DefaultLimit;
        var before = query.TryGet(Parameters.Cursor, out var cursor) ? cursor : long.MaxValue;
        if (query.Errors.Count > 0)
            return context.Refuse(query);
        return TypedResults.Ok(RevisionsResponse.Of(access.Read(() => store.List(before, limit, snapshots.Current.Revision)), limit));
    }

    private static Results<Ok<RevisionResponse>, JsonHttpResult<ProblemResponse>> Get(
        string number, HttpContext context, CatalogSnapshots snapshots, StoreAccess access, RevisionStore store)
    {
        var query = QueryReader.Of(context);
        if (query.Errors.Count > 0)
            return context.Refuse(query);
        if (!long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) || asked is 0 or long.MaxValue)
            return context.Refuse(Problem.RevisionNotFound);
        return access.Read(() => store.List(asked + 1, 1, snapshots.Current.Revision)) is [var entry] && entry.Number == asked
            ? TypedResults.Ok(access.Read(() => RevisionResponse.Of(entry, store.ChangesOf(asked))))
            : context.Refuse(Problem.RevisionNotFound);
    }
}
