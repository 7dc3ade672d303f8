namespace ContactsApi.Hosting.Bodies;

/// <summary>
/// The JSON body that an endpoint understands, declared once: requests are read by it, and the published contract describes it.
/// </summary>
/// <param name="Type">What the body is read into, by the strict JSON of what people write.</param>
/// <param name="MaxBytes">The longest body.</param>
public sealed record BodyContract(Type Type, int MaxBytes)
{
    public const string MediaType = "application/json";

    /// <summary>Many times what a form of a few texts takes, in bytes.</summary>
    public const int SmallBytes = 16 * 1024;
}

public static class BodyContractExtensions
{
    /// <summary>
    /// Lets the endpoint have a body that <see cref="BodyReader"/> can read: one of another type or too long does not reach it.
    /// </summary>
    public static RouteHandlerBuilder WithBody<T>(this RouteHandlerBuilder builder, int maxBytes = BodyContract.SmallBytes)
        where T : class => builder
            .WithMetadata(new BodyContract(typeof(T), maxBytes))
            .AddEndpointFilter(BodyReception.ReceiveAsync)
            .ProducesProblems(StatusCodes.Status400BadRequest, StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType);
}
