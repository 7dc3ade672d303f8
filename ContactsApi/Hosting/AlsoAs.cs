namespace ContactsApi.Hosting;

/// <summary>Publishes a further form in which an endpoint gives its good answers.</summary>
public sealed record AlsoAs(Type Type, string MediaType);
