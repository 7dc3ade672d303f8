using ContactsApi.CatalogFiles;

namespace ContactsApi.Tests.CatalogFiles;

/// <summary>A mistake in a catalog file.</summary>
/// <param name="What">Names it.</param>
/// <param name="Right">What the small catalog says.</param>
/// <param name="Wrong">What somebody wrote in its place; the mark <c>¦</c> stands right before the place to be blamed.</param>
/// <param name="En">What the problem says in English, in part.</param>
/// <param name="Ru">The same in Russian.</param>
public sealed record Mistake(string What, string Right, string Wrong, string En, string Ru)
{
    private const char Mark = '¦';

    public IReadOnlyList<(string Name, string Text)> Files => [.. Marked.Select(file => (file.Name, file.Text.Replace($"{Mark}", "")))];

    public Position Position
    {
        get
        {
            var (name, text) = Marked.Single(file => file.Text.Contains(Mark));
            string[] before = text[..text.IndexOf(Mark)].Split('\n');
            return new Position(name, before.Length, before[^1].Length + 1);
        }
    }

    public override string ToString() => What;

    private IEnumerable<(string Name, string Text)> Marked =>
        TwoCatalogFiles.Files.Select(file => (file.Name, file.Text.Replace(Right, Wrong, StringComparison.Ordinal)));
}
