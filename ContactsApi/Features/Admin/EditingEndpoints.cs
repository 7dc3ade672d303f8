using System.Text.Json.Nodes;
using ContactsApi.Editing;
using ContactsApi.Hosting;
using ContactsApi.Hosting.Access;
using ContactsApi.Hosting.Queries;
using ContactsApi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;

namespace ContactsApi.Features.Admin;

public static class EditingEndpoints
{
    public static void MapEditing(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/admin").WithTags("Editing").RequireScope(Scope.Steward)
            .ProducesProblems(StatusCodes.Status400BadRequest, StatusCodes.Status503ServiceUnavailable);
        group.AddEndpointFilter((invocation, next) =>
        {
            invocation.HttpContext.Response.Headers.CacheControl = CacheControl.NoStore;
            return next(invocation);
        });
        foreach (var place in EditablePlace.All)
            MapPlace(group, place);
        group.MapIncidents();
        group.MapRollback();
    }

    private static void MapPlace(RouteGroupBuilder group, EditablePlace place)
    {
        if (place.List is { } list)
            group.MapGet($"/{list.Name}", (HttpContext context, CatalogSnapshots snapshots) => List(list, context, snapshots)).DocumentList(place);
        group.MapGet(place.Route, (HttpContext context, CatalogSnapshots snapshots) => Get(At(context, place), context, snapshots)).DocumentGet(place);
        if (place.IsItem)
        {
            group.MapPut(place.Route, (HttpContext context, CatalogWriter writer, IClock clock) =>
                Writes.PutAsync(At(context, place), context, writer, clock)).DocumentPut(place);
            group.MapDelete(place.Route, (HttpContext context, CatalogWriter writer, IClock clock) =>
                Writes.EditAsync(EditKind.Delete, At(context, place), context, writer, clock)).DocumentDelete(place);
        }
        else
        {
            group.MapPut(place.Route, (HttpContext context, CatalogWriter writer, IClock clock) =>
                Writes.EditAsync(EditKind.Put, At(context, place), context, writer, clock)).DocumentPut(place);
        }

        if (place.Patches.Count > 0)
        {
            group.MapPatch(place.Route, (HttpContext context, CatalogWriter writer, IClock clock) =>
                Writes.EditAsync(EditKind.Patch, At(context, place), context, writer, clock)).DocumentPatch(place);
        }
    }

    private static ElementPath At(HttpContext context, EditablePlace place) =>
        place.Of([.. place.Path.Select(parameter => (string)context.GetRouteValue(parameter.Name)!)]);

    private static Results<Ok<ElementsResponse>, JsonHttpResult<ProblemResponse>> List(CatalogPart list, HttpContext context, CatalogSnapshots snapshots)
    {
        var query = QueryReader.Of(context);
        return query.Errors.Count > 0 ? context.Refuse(query) : TypedResults.Ok(ElementsResponse.Of(list, snapshots.Current));
    }

    private static Results<Ok<JsonNode>, JsonHttpResult<ProblemResponse>> Get(ElementPath path, HttpContext context, CatalogSnapshots snapshots)
    {
        var query = QueryReader.Of(context);
        if (query.Errors.Count > 0)
            return context.Refuse(query);
        var snapshot = snapshots.Current;
        if (Elements.At(path, snapshot.Directory.Catalog) is not { } element)
            return context.Refuse(Problem.ElementNotFound);
        Writes.SetTag(context, path.VersionIn(snapshot));
        return TypedResults.Ok(element);
    }
}
