using ContactsApi.Hosting.Queries;

namespace ContactsApi.Hosting.Overload;

/// <summary>Marks endpoints whose answers are read from the store.</summary>
public sealed record StoreReading;

/// <summary>Which requests may have to wait for the store, while all others are answered from memory.</summary>
public static class StoreReadingExtensions
{
    public static TBuilder ReadsStore<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new StoreReading());

    /// <summary>Of requests that only read: a writer's body may come slowly, and must not take a place from those who read.</summary>
    public static bool MayReadStore(HttpContext context) =>
        (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        && context.GetEndpoint()?.Metadata is { } metadata
        && (metadata.GetMetadata<StoreReading>() is not null
            || (metadata.GetMetadata<QueryContract>() is { } contract && AsksForHistory(contract, context.Request.QueryString.Value ?? "")));

    private static bool AsksForHistory(QueryContract contract, string query) =>
        query.Length > 0 && contract.Parameters.Any(parameter => parameter.ReadsStore && query.Contains(parameter.Name, StringComparison.Ordinal));
}
