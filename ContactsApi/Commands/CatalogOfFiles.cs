using System.Text;
using ContactsApi.CatalogFiles;
using ContactsApi.Core;
using ContactsApi.Core.Catalogs;

namespace ContactsApi.Commands;

/// <summary>The catalog that files hold together.</summary>
/// <param name="ExportedFrom">Nothing if the files do not tell.</param>
public sealed record CatalogOfFiles(Catalog Catalog, ExportedFrom? ExportedFrom)
{
    /// <summary>Nothing, once every problem is told, if the files hold no whole catalog.</summary>
    public static CatalogOfFiles? Read(IReadOnlyList<string> files, Terminal terminal)
    {
        List<(string Name, string Text)> texts = [];
        foreach (var file in files)
        {
            if (TextOf(file, terminal) is { } text)
                texts.Add((file, text));
        }

        if (texts.Count < files.Count)
            return null;
        var reading = CatalogReader.Read(texts);
        foreach (var problem in reading.Problems)
            terminal.Error.WriteLine(problem.In(terminal.Language).ReplaceLineEndings(" "));
        return reading.Catalog is { } catalog ? new(catalog, reading.ExportedFrom) : null;
    }

    private static string? TextOf(string file, Terminal terminal)
    {
        try
        {
            using var reader = new StreamReader(file);
            var text = new StringBuilder();
            var buffer = new char[64 * 1024];
            // What is too long is read no further than to know it.
            while (text.Length <= CatalogReader.MaxLength && reader.Read(buffer) is > 0 and var read)
                text.Append(buffer, 0, read);
            return text.ToString();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            terminal.Complain(new LocalizedText($"{file}: прочитать не удалось: {problem.Message}", $"{file}: it cannot be read: {problem.Message}"));
            return null;
        }
    }
}
