using ContactsApi.Revisions;

namespace ContactsApi.Commands;

/// <summary>What stands behind the name of a command that works on catalog files.</summary>
public sealed record CatalogArguments(IReadOnlyList<string> Files)
{
    public string? Message { get; init; }

    public string? Author { get; init; }

    /// <summary>The revision that the files were made on, whatever they say themselves.</summary>
    public long? Onto { get; init; }

    /// <summary>Whether the files win where others changed the same.</summary>
    public bool Overwrite { get; init; }

    /// <summary>What is removed by name, as <c>incidents/hotline-2026-11-22</c>.</summary>
    public IReadOnlyList<(string Kind, string Id)> Removed { get; init; } = [];

    public bool IsUnsigned => Message is null && Author is null;

    public bool IsWithoutMerge => Onto is null && !Overwrite && Removed.Count == 0;

    public bool AreFilesOnly => IsUnsigned && IsWithoutMerge;

    /// <summary>Nothing if they cannot be understood.</summary>
    public static CatalogArguments? Read(IEnumerable<string> words) =>
        Read(CommandWords.Of(words), new([]));

    private static CatalogArguments? Read(string[] words, CatalogArguments read) => words switch
    {
        [] => read,
        ["--message", [_, ..] text, .. var rest] when read.Message is null => Read(rest, read with { Message = text }),
        ["--author", [_, ..] name, .. var rest] when read.Author is null => Read(rest, read with { Author = name }),
        ["--onto", var number, .. var rest] when read.Onto is null && CommandWords.Revision(number) is { } revision => Read(rest, read with { Onto = revision }),
        ["--overwrite", .. var rest] when !read.Overwrite => Read(rest, read with { Overwrite = true }),
        ["--remove", var name, .. var rest] when name.Split('/', 2) is [var kind, [_, ..] id] && CatalogMerge.RemovedByName.Contains(kind)
            => Read(rest, read with { Removed = [.. read.Removed, (kind, id)] }),
        [[] or ['-', ..], ..] => null,
        [var file, .. var rest] => Read(rest, read with { Files = [.. read.Files, file] }),
    };
}
