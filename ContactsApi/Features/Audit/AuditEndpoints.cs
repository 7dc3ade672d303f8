using ContactsApi.Features.Asking;
using ContactsApi.Hosting;
using ContactsApi.Hosting.Access;
using ContactsApi.Hosting.Overload;
using ContactsApi.Hosting.Queries;
using ContactsApi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactsApi.Features.Audit;

public static class AuditEndpoints
{
    private const int DefaultLimit = 20;

    public static void MapAudit(this IEndpointRouteBuilder routes) => routes.MapGet("/v1/admin/audit", List)
        .WithTags("Audit")
        .RequireScope(Scope.Admin)
        .ReadsStore()
        .ProducesProblems(StatusCodes.Status400BadRequest, StatusCodes.Status503ServiceUnavailable)
        .WithName("listAudit")
        .WithSummary("Who wrote what")
        .WithDescription("Every write, the newest first, page by page: give `next` as `cursor` for what is older.")
        .WithQuery(Parameters.Key, Parameters.Action, Parameters.Limit, Parameters.Cursor);

    private static Results<Ok<AuditResponse>, JsonHttpResult<ProblemResponse>> List(HttpContext context, StoreAccess access, AuditTrail trail)
    {
        var query = QueryReader.Of(context);
        var limit = query.TryGet(Parameters.Limit, out var asked) ? (int)asked : DefaultLimit;
        var before = query.TryGet(Parameters.Cursor, out var cursor) ? cursor : long.MaxValue;
        var keyId = query.TryGet(Parameters.Key, out var key) ? key : null;
        AuditAction? action = query.TryGet(Parameters.Action, out var wanted) ? wanted : null;
        if (query.Errors.Count > 0)
            return context.Refuse(query);
        return TypedResults.Ok(AuditResponse.Of(access.Read(() => trail.List(before, limit, keyId, action)), limit));
    }
}
