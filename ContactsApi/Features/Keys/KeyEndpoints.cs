using ContactsApi.Features.Asking;
using ContactsApi.Hosting;
using ContactsApi.Hosting.Access;
using ContactsApi.Hosting.Bodies;
using ContactsApi.Hosting.Overload;
using ContactsApi.Hosting.Queries;
using ContactsApi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;

namespace ContactsApi.Features.Keys;

public static class KeyEndpoints
{
    public static void MapKeys(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/admin/keys").ReadsStore().WithTags("Keys").RequireScope(Scope.Admin).ProducesProblems(
            StatusCodes.Status400BadRequest, StatusCodes.Status503ServiceUnavailable);
        group.MapGet("", List)
            .WithName("listKeys")
            .WithSummary("Who may do more than read")
            .WithDescription("All keys that there ever were, without their secrets.")
            .WithQuery();
        group.MapPost("", Create)
            .WithName("createKey")
            .WithSummary("Give out a key")
            .WithDescription("The answer shows the key once. It is kept nowhere, so nobody can look it up later.")
            .WithQuery()
            .WithForm<NewKeyRequest>("""{ "name": "Boris", "scope": "steward" }""")
            .Produces<IssuedKeyResponse>(StatusCodes.Status201Created);
        group.MapPost("/{keyId}/rotate", Rotate)
            .WithName("rotateKey")
            .WithSummary("Give a key another secret")
            .WithDescription("The key keeps its id, name and scope. The secret before works for as long as `grace` says, and the one before that no longer.")
            .WithQuery(Parameters.Grace)
            .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
        group.MapDelete("/{keyId}", Revoke)
            .WithName("revokeKey")
            .WithSummary("End a key")
            .WithDescription(
                "At once, and for good. A key that is ended already stays as it is. The last admin key can be ended too: whoever runs the service makes "
                + "another by the command `keys create`.")
            .WithQuery()
            .ProducesProblems(StatusCodes.Status404NotFound);
    }

    private static Results<Ok<KeysResponse>, JsonHttpResult<ProblemResponse>> List(HttpContext context, ApiKeys keys, IClock clock)
    {
        if (QueryReader.Of(context) is { Errors.Count: > 0 } query)
            return context.Refuse(query);
        var now = clock.GetCurrentInstant();
        return TypedResults.Ok(new KeysResponse([.. keys.List().Select(key => KeyResponse.Of(key, now))]));
    }

    private static Results<Created<IssuedKeyResponse>, JsonHttpResult<ProblemResponse>> Create(HttpContext context, ApiKeys keys, IClock clock)
    {
        var query = QueryReader.Of(context);
        var now = clock.GetCurrentInstant();
        var body = context.ReadForm<NewKeyRequest>(query);
        var end = NewKeyRequest.Examine(body, now);
        if (body.Read() is not { } wanted)
            return context.Refuse(query);
        var issued = keys.Create(wanted.Name, wanted.Scope, end, context.Origin());
        return TypedResults.Created((string?)null, IssuedKeyResponse.Of(issued, now));
    }

    private static Results<Ok<IssuedKeyResponse>, JsonHttpResult<ProblemResponse>> Rotate(
        string keyId, HttpContext context, ApiKeys keys, IClock clock)
    {
        var query = QueryReader.Of(context);
        var grace = query.TryGet(Parameters.Grace, out var asked) ? asked : Duration.Zero;
        if (query.Errors.Count > 0)
            return context.Refuse(query);
        if (keys.Rotate(keyId, grace, context.Origin()) is { } issued)
            return TypedResults.Ok(IssuedKeyResponse.Of(issued, clock.GetCurrentInstant()));
        return context.Refuse(keys.List().Any(key => key.Id == keyId) ? Problem.KeyEnded : Problem.KeyNotFound);
    }

    private static Results<Ok<KeyResponse>, JsonHttpResult<ProblemResponse>> Revoke(string keyId, HttpContext context, ApiKeys keys, IClock clock)
    {
        if (QueryReader.Of(context) is { Errors.Count: > 0 } query)
            return context.Refuse(query);
        return keys.Revoke(keyId, context.Origin()) is { } key
            ? TypedResults.Ok(KeyResponse.Of(key, clock.GetCurrentInstant()))
            : context.Refuse(Problem.KeyNotFound);
    }
}
