
namespace ContactsApi.Hosting.Bodies;

/// <summary>
/// The JSON body that an endpoint understands, declared once: requests are received by it, and the published contract describes it.
/// </summary>
/// <param name="MediaType">As <c>application/json</c>.</param>
/// <param name="MaxBytes">The longest body.</param>
public sealed record BodyContract(string MediaType, int MaxBytes)
{
    public const string Json = "application/json";

    /// <summary>Many times what a form of a few texts takes, in bytes.</summary>
    public const int FormBytes = 16 * 1024;

    /// <summary>More than a hundred times what the longest element of the shipped catalog takes, in bytes.</summary>
    public const int ElementBytes = 1024 * 1024;

    /// <summary>What the body is read into; nothing for an element of the catalog, or a patch of one.</summary>
    public Type? Form { get; init; }
}

public static class BodyContractExtensions
{
    /// <summary>Lets the endpoint have a form: a body that <see cref="BodyReader{T}"/> reads.</summary>
    /// <param name="example">One that works, as JSON.</param>
    public static RouteHandlerBuilder WithForm<T>(this RouteHandlerBuilder builder, string example, int maxBytes = BodyContract.FormBytes)
        where T : class => builder
            .WithMetadata(new DocumentedBody(null, null, new DocumentedExample(typeof(T).Name, example)))
            .WithBody(new BodyContract(BodyContract.Json, maxBytes) { Form = typeof(T) });

    /// <summary>Lets the endpoint have a body: one of another type or too long does not reach it.</summary>
    public static RouteHandlerBuilder WithBody(this RouteHandlerBuilder builder, BodyContract contract) => builder
        .WithMetadata(contract)
        .AddEndpointFilter(BodyReception.ReceiveAsync)
        .ProducesProblems(StatusCodes.Status400BadRequest, StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType);
}
