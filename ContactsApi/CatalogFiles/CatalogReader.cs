using System.Text.Json;
using System.Text.Json.Nodes;
using ContactsApi.Core;
using ContactsApi.Core.Catalogs;
using ContactsApi.Serialization;
using YamlDotNet.Core;

namespace ContactsApi.CatalogFiles;

/// <summary>A problem in a catalog file, at its place.</summary>
public sealed record CatalogFileProblem(Position Position, Text Message)
{
    public string In(Language language) => $"{Position}: {Message.In(language)}";
}

/// <summary>Either a whole catalog, or what is wrong with its files.</summary>
public sealed record CatalogReading(Catalog? Catalog, IReadOnlyList<CatalogFileProblem> Problems);

/// <summary>Reads a catalog that is written down in one or more YAML files, each holding some of its top-level properties.</summary>
public static class CatalogReader
{
    public static CatalogReading Read(params IReadOnlyList<(string Name, string Text)> files)
    {
        List<YamlText> texts = [];
        foreach (var (name, text) in files)
        {
            try
            {
                texts.Add(new YamlText(name, new StringReader(text)));
            }
            catch (YamlException problem)
            {
                var position = new Position(name, (int)problem.Start.Line, (int)problem.Start.Column);
                return Failure(position, new($"не YAML: {problem.Message}", $"no YAML: {problem.Message}"));
            }
        }

        var whole = new JsonObject();
        foreach (var text in texts)
        {
            if (text.Root is not JsonObject root)
                return Failure(text.Start, new("нужны свойства каталога", "the properties of a catalog are needed"));
            foreach (var (property, value) in root)
            {
                if (!whole.TryAdd(property, value?.DeepClone()))
                    return Failure(PositionOf($"$.{property}", [text]), new($"«{property}» уже есть в другом файле", $"'{property}' is in another file already"));
            }
        }

        return Read(whole, texts);
    }

    private static CatalogReading Read(JsonObject whole, IReadOnlyList<YamlText> texts)
    {
        Catalog catalog;
        try
        {
            catalog = whole.Deserialize<Catalog>(ContactsJson.Strict)!;
        }
        catch (JsonException problem)
        {
            // The rest of the message counts lines of JSON, which nobody wrote.
            var message = problem.Message.Split(" | LineNumber")[0];
            return Failure(PositionOf(problem.Path ?? "$", texts), new($"не подходит: {message}", $"does not fit: {message}"));
        }

        var problems = CatalogRules.ProblemsOf(catalog);
        return problems.Count == 0
            ? new(catalog, [])
            : new(null, [.. problems.Select(problem => new CatalogFileProblem(PositionOf(problem.Path, texts), problem.Message))]);
    }

    private static Position PositionOf(string path, IReadOnlyList<YamlText> texts) =>
        texts.Select(text => text.PositionOf(path)).FirstOrDefault(position => position is not null) ?? texts[0].Start;

    private static CatalogReading Failure(Position position, Text message) => new(null, [new(position, message)]);
}
