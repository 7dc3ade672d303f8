namespace ContactsApi.Hosting;

/// <summary>Marks an endpoint whose answers are to be had in a short view too.</summary>
/// <param name="Type">Of the short view.</param>
public sealed record AlsoInShort(Type Type);

/// <summary>
/// The short view of an answer has a media type of its own, so that what reads the whole answer never meets it unasked. What it has is where
/// the whole answer has it too.
/// </summary>
public static class ShortView
{
    public const string MediaType = "application/vnd.contacts-api.short+json";

    /// <summary>Publishes the short form of an endpoint's good answers.</summary>
    public static RouteHandlerBuilder WithShortView<T>(this RouteHandlerBuilder route) => route.WithMetadata(new AlsoInShort(typeof(T)));
}
