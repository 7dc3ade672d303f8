namespace ContactsApi.Commands;

/// <summary>What stands behind the name of a command that works on catalog files.</summary>
public sealed record CatalogArguments(IReadOnlyList<string> Files)
{
    public string? Message { get; init; }

    public string? Author { get; init; }

    public bool AreFilesOnly => Message is null && Author is null;

    /// <summary>Nothing if they cannot be understood.</summary>
    public static CatalogArguments? Read(IEnumerable<string> words) =>
        Read(CommandWords.Of(words), new([]));

    private static CatalogArguments? Read(string[] words, CatalogArguments read) => words switch
    {
        [] => read,
        ["--message", [_, ..] text, .. var rest] when read.Message is null => Read(rest, read with { Message = text }),
        ["--author", [_, ..] name, .. var rest] when read.Author is null => Read(rest, read with { Author = name }),
        [[] or ['-', ..], ..] => null,
        [var file, .. var rest] => Read(rest, read with { Files = [.. read.Files, file] }),
    };
}
