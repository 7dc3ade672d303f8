namespace ContactsApi.Tests.Support;

/// <summary>The documents for readers, in reading order; what an earlier one tells people to do may have been done when they come to a later one.</summary>
public static class Documents
{
    public static IReadOnlyList<string> Names { get; } =
    [
        "README.md", "README.ru.md", "docs/use-the-api.md", "docs/formats.md", "docs/streams-and-batches.md", "docs/page-and-widget.md", "docs/run-it.md",
        "docs/keep-the-catalog.md", "docs/quality.md", "docs/operations.md", "docs/security.md", "docs/how-it-is-built.md", "CONTRIBUTING.md",
    ];

    public static string TextOf(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, name));

    public static string All { get; } = string.Join('\n', Names.Select(TextOf));
}
