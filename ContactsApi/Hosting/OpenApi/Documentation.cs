namespace ContactsApi.Hosting.OpenApi;

/// <summary>What a path parameter of an endpoint means, where its name alone does not say it.</summary>
public sealed record DocumentedPath(string Name, string Description, string Example);

/// <summary>What the body that an endpoint takes holds, where it is no form.</summary>
/// <param name="Schema">A type of the catalog or a response type by its name; nothing for a merge patch, of which nothing is required.</param>
/// <param name="Example">As JSON.</param>
public sealed record DocumentedBody(string? Schema, string Description, string Example);

/// <summary>A header that an endpoint reads, or sends where it answers with one of these statuses.</summary>
public sealed record DocumentedHeader(string Name, string Description, string Example, params int[] Statuses);

/// <summary>That an endpoint answers with an element of the catalog.</summary>
/// <param name="Schema">The element's type by its name.</param>
public sealed record DocumentedElement(string Schema);
