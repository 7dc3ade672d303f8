using ContactsApi.Storage;

namespace ContactsApi.Hosting.Access;

/// <summary>Who may call an endpoint, and who is calling.</summary>
public static class AccessExtensions
{
    /// <summary>Lets only holders of a key with this scope, or one that includes it, call the endpoint.</summary>
    public static TBuilder RequireScope<TBuilder>(this TBuilder builder, Scope scope)
        where TBuilder : IEndpointConventionBuilder => builder
            .WithMetadata(scope)
            .ProducesProblems(StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden);

    /// <summary>Where what this request writes comes from.</summary>
    public static Origin Origin(this HttpContext context) => new("anonymous") { RequestId = context.TraceIdentifier };
}
