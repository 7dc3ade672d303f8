using ContactsApi.Editing;
using ContactsApi.Hosting;
using ContactsApi.Hosting.Bodies;
using ContactsApi.Hosting.Queries;

namespace ContactsApi.Features.Admin;

/// <summary>What the published contract says of the routes that edit.</summary>
public static class EditingDocumentation
{
    private const string Whole =
        "The whole resulting catalog is checked before anything is written, and the very next answer shows the change. "
        + "A change that changes nothing makes no revision.";

    private static readonly DocumentedHeader Match = new("If-Match", "The entity tag of the state that the change was made on.", "\"1\"");

    private static readonly DocumentedHeader NoneMatch = new("If-None-Match", "To create what must not be there yet.", "*");

    public static DocumentedHeader Tag(params int[] statuses) => new(
        "ETag", "The number of the revision that last changed it, in quotes: what to send as `If-Match`.", "\"2\"", statuses);

    public static void DocumentList(this RouteHandlerBuilder route, EditablePlace place) => route
        .WithName($"listEditable{Plural(place.List!.Name)}")
        .WithSummary($"The {place.List!.Name} as they are written")
        .WithDescription("Each as in catalog files, with the entity tag by which it can be changed.")
        .WithQuery();

    public static void DocumentGet(this RouteHandlerBuilder route, EditablePlace place) => route
        .WithName($"getEditable{place.Name}")
        .WithSummary($"{place.Name} as it is written")
        .WithDescription("As in catalog files: what reads the same when it is left out is left out.")
        .WithQuery()
        .WithMetadata([.. place.Path, new DocumentedElement(place.Type.Name), Tag(200)])
        .RefusesUnknown(place);

    public static void DocumentPut(this RouteHandlerBuilder route, EditablePlace place) => route
        .WithName($"put{place.Name}")
        .WithSummary(place.IsItem ? $"Create or replace: {place.Name}" : $"Replace: {place.Name}")
        .WithDescription($"{(place.IsItem ? "`If-None-Match: *` creates, `If-Match` replaces." : "`If-Match` is needed.")} {Whole}")
        .WithMetadata(
        [
            new DocumentedBody(place.Type.Name, "As GET gives it.", new DocumentedExample(place.Name, place.Item)),
            .. place.IsItem ? (object[])[NoneMatch, Tag(201)] : [],
        ])
        .WithBody(new BodyContract(BodyContract.Json, BodyContract.ElementBytes))
        .DocumentWrite(place.PathOfItem, StatusCodes.Status422UnprocessableEntity)
        .RefusesUnknownOwner(place);

    public static void DocumentPatch(this RouteHandlerBuilder route, EditablePlace place) => route
        .WithName($"patch{place.Name}")
        .WithSummary($"Change: {place.Name}")
        .WithDescription($"By a JSON merge patch (RFC 7396). {Whole}")
        .WithMetadata(new DocumentedBody(
            null, "What it names replaces what was there, null removes it, the rest stays. A list is replaced as a whole.", place.Patches))
        .WithBody(new BodyContract(MergePatch.ContentType, BodyContract.ElementBytes))
        .DocumentWrite(place.Path, StatusCodes.Status422UnprocessableEntity)
        .RefusesUnknown(place);

    public static void DocumentDelete(this RouteHandlerBuilder route, EditablePlace place) => route
        .WithName($"delete{place.Name}")
        .WithSummary($"Remove: {place.Name}")
        .WithDescription($"{(place.IsReferredTo ? "Refused where others refer to it. " : "")}The history keeps it. {Whole}")
        .DocumentWrite(place.PathOfRemovable, place.IsReferredTo ? [StatusCodes.Status409Conflict] : [])
        .RefusesUnknown(place);

    private static RouteHandlerBuilder DocumentWrite(this RouteHandlerBuilder route, IReadOnlyList<DocumentedPath> path, params int[] statuses) => route
        .WithQuery(Writes.Message, Writes.DryRun)
        .WithMetadata([.. path, Match, Tag(200, 412, 428)])
        .ProducesProblems([StatusCodes.Status412PreconditionFailed, StatusCodes.Status428PreconditionRequired, .. statuses]);

    private static void RefusesUnknown(this RouteHandlerBuilder route, EditablePlace place)
    {
        if (place.IsItem)
            route.ProducesProblems(StatusCodes.Status404NotFound);
    }

    /// <summary>What is put may be new, but not what it belongs to.</summary>
    private static void RefusesUnknownOwner(this RouteHandlerBuilder route, EditablePlace place)
    {
        if (place.Path.Count > 1)
            route.ProducesProblems(StatusCodes.Status404NotFound);
    }

    private static string Plural(string list) => $"{char.ToUpperInvariant(list[0])}{list[1..]}";
}
