namespace ContactsApi.Hosting;

/// <summary>What a path parameter of an endpoint means, where its name alone does not say it.</summary>
public sealed record DocumentedPath(string Name, string Description, string Example);

/// <summary>What the body that an endpoint takes holds.</summary>
/// <param name="Schema">A type of the catalog or a response type by its name; nothing for a form, which is a type of its own, and for a
/// merge patch, of which nothing is required.</param>
/// <param name="Description">Nothing for a form: its type says it.</param>
/// <param name="Examples">Each works. The first is what a page for trying requests out sends.</param>
public sealed record DocumentedBody(string? Schema, string? Description, params IReadOnlyList<DocumentedExample> Examples);

/// <summary>A body as a caller may send it.</summary>
/// <param name="Summary">In a few words, among other examples.</param>
/// <param name="Json">Asked for only when the contract is generated.</param>
public sealed record DocumentedExample(string Summary, Func<string> Json)
{
    public DocumentedExample(string summary, string json)
        : this(summary, () => json)
    {
    }
}

/// <summary>A header that an endpoint reads, or sends where it answers with one of these statuses.</summary>
public sealed record DocumentedHeader(string Name, string Description, string Example, params int[] Statuses)
{
    /// <summary>Whether no request goes without it.</summary>
    public bool Required { get; init; }
}

/// <summary>That an endpoint answers with an element of the catalog.</summary>
/// <param name="Schema">The element's type by its name.</param>
public sealed record DocumentedElement(string Schema);

/// <summary>
/// Pages for trying requests out send every parameter that has an example. So only what a request cannot do without has one; of the
/// others the description says what a value looks like.
/// </summary>
public static class Explained
{
    public static string With(string description, string example) => $"{description} For example `{example}`.";
}
