using System.Text.RegularExpressions;

namespace ContactsApi.Tests.Architecture;

/// <summary>The table of folders in <c>docs/architecture.md</c>: for each, which others it may depend on.</summary>
public static partial class FolderTable
{
    /// <summary>The files that stand in no folder.</summary>
    private const string Root = ".";

    /// <summary>Behind a folder: with all that is in it.</summary>
    private const string Whole = "/**";

    public static string Document { get; } = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs/architecture.md"));

    /// <summary>What each folder may depend on, as the table says it: <c>Storage</c>, or <c>Core/**</c>.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Rows { get; } = Row().Matches(Document).ToDictionary(
        row => row.Groups["folder"].Value,
        row => (IReadOnlyList<string>)[.. Name().Matches(row.Groups["allowed"].Value).Select(name => name.Groups["name"].Value)]);

    /// <summary>The arrows that there are, each with the types that make it.</summary>
    public static ILookup<(string From, string To), TypeArrow> Arrows { get; } =
        TypeArrows.All.Where(arrow => FolderOf(arrow.From) != FolderOf(arrow.To)).ToLookup(arrow => (FolderOf(arrow.From), FolderOf(arrow.To)));

    /// <summary>The folder's row in the table: its own, or that of the folder that it is in.</summary>
    public static string FolderOf(string type)
    {
        var folder = NamespaceOf(type);
        while (!Rows.ContainsKey(folder))
            folder = ParentOf(folder);
        return folder;
    }

    /// <summary>The folders inside those whose insides the table tells, of which it does not tell.</summary>
    public static IEnumerable<string> WithoutRow() => TypeArrows.All.Select(arrow => NamespaceOf(arrow.From)).Distinct()
        .Where(folder => !Rows.ContainsKey(folder) && (ParentOf(folder) == Root || Rows.Keys.Any(row => ParentOf(row) == ParentOf(folder))));

    public static bool Allows(string allowed, string folder) => allowed.EndsWith(Whole, StringComparison.Ordinal)
        ? $"{folder}/".StartsWith(allowed[..^2], StringComparison.Ordinal)
        : folder == allowed;

    /// <summary>Mermaid's text for the folders in one, or at the top, and the arrows between them. What is inside them counts as theirs.</summary>
    public static string PictureOf(string room)
    {
        var arrows = Arrows.Select(arrow => (From: Within(arrow.Key.From, room), To: Within(arrow.Key.To, room)))
            .Where(arrow => arrow.From is not null && arrow.To is not null && arrow.From != arrow.To).Distinct()
            .OrderBy(arrow => arrow.From, StringComparer.Ordinal).ThenBy(arrow => arrow.To, StringComparer.Ordinal);
        return string.Join('\n', ["```mermaid", "flowchart TD", .. arrows.Select(arrow => $"  {arrow.From} --> {arrow.To}"), "```"]);
    }

    /// <summary>A folder that depends on itself by way of others, and that way; nothing if there is none.</summary>
    public static IReadOnlyList<string> Circle() => Rows.Keys.Select(folder => WayBack([folder])).FirstOrDefault(way => way.Count > 0) ?? [];

    private static IReadOnlyList<string> WayBack(IReadOnlyList<string> way)
    {
        foreach (var next in Arrows.Where(arrow => arrow.Key.From == way[^1]).Select(arrow => arrow.Key.To))
        {
            if (next == way[0])
                return [.. way, next];
            if (Endless.Add((way[0], next)) && WayBack([.. way, next]) is [_, ..] found)
                return found;
        }

        return [];
    }

    /// <summary>What was looked at already, from each folder.</summary>
    private static readonly HashSet<(string From, string To)> Endless = [];

    /// <summary>The part of a room that the folder is in; nothing if it is outside, or has nothing to do with pictures.</summary>
    private static string? Within(string folder, string room)
    {
        if (room == Root)
            return folder == Root ? null : folder.Split('/')[0];
        return folder == room || ParentOf(folder) == room ? folder.Split('/')[^1] : null;
    }

    private static string NamespaceOf(string type) => type.Split('.')[1..^1] is [_, ..] folders ? string.Join('/', folders) : Root;

    private static string ParentOf(string folder) => folder.LastIndexOf('/') is > 0 and var end ? folder[..end] : Root;

    [GeneratedRegex(@"^\| `(?<folder>[\w./]+)` \|[^|]*\|(?<allowed>[^|]*)\|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Row();

    [GeneratedRegex(@"`(?<name>[\w./*]+)`", RegexOptions.ExplicitCapture)]
    private static partial Regex Name();
}
