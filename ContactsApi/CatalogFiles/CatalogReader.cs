using System.Text.Json;
using System.Text.Json.Nodes;
using ContactsApi.Core;
using ContactsApi.Core.Catalogs;
using ContactsApi.Serialization;
using YamlDotNet.Core;

namespace ContactsApi.CatalogFiles;

/// <summary>A problem in a catalog file, at its place.</summary>
public sealed record CatalogFileProblem(Position Position, LocalizedText Message)
{
    public string In(Language language) => $"{Position}: {Message.In(language)}";
}

/// <summary>Either a whole catalog, or what is wrong with its files.</summary>
public sealed record CatalogReading(Catalog? Catalog, IReadOnlyList<CatalogFileProblem> Problems)
{
    /// <summary>Nothing if the files do not tell.</summary>
    public ExportedFrom? ExportedFrom { get; init; }
}

/// <summary>Reads a catalog that is written down in one or more YAML files, each holding some of its top-level properties.</summary>
public static class CatalogReader
{
    /// <summary>The longest file, in UTF-16 code units: twice what one with twenty thousand offices takes.</summary>
    public const int MaxLength = 32 * 1024 * 1024;

    public static CatalogReading Read(params IReadOnlyList<(string Name, string Text)> files)
    {
        List<YamlText> texts = [];
        List<CatalogFileProblem> problems = [];
        foreach (var (name, text) in files)
        {
            if (text.Length > MaxLength)
            {
                problems.Add(new(PositionAt(name, text, MaxLength), new($"файл длиннее {MaxLength} знаков", $"the file is longer than {MaxLength} characters")));
                continue;
            }

            try
            {
                texts.Add(new YamlText(name, new StringReader(text)));
            }
            catch (YamlException problem)
            {
                var position = new Position(name, (int)problem.Start.Line, (int)problem.Start.Column);
                problems.Add(new(position, new($"не YAML: {problem.Message}", $"no YAML: {problem.Message}")));
            }
        }

        // Of files that are missing in part there is no saying what else is wrong.
        return problems.Count > 0 || Join(texts, problems) is not { } whole ? new(null, problems) : Read(whole, texts);
    }

    /// <summary>The properties of all files; nothing if they do not go together.</summary>
    private static JsonObject? Join(List<YamlText> texts, List<CatalogFileProblem> problems)
    {
        var whole = new JsonObject();
        foreach (var text in texts)
        {
            if (text.Root is not JsonObject)
                problems.Add(new(text.Start, new("нужны свойства каталога", "the properties of a catalog are needed")));
            foreach (var (property, value) in text.Root as JsonObject ?? [])
            {
                if (!whole.TryAdd(property, value?.DeepClone()))
                    problems.Add(new(PositionOf($"$.{property}", [text]), new($"«{property}» уже есть в другом файле", $"'{property}' is in another file already")));
            }
        }

        return problems.Count == 0 ? whole : null;
    }

    private static CatalogReading Read(JsonObject whole, IReadOnlyList<YamlText> texts)
    {
        var origin = whole.Where(property => property.Key == ExportedFrom.Property).Select(property => property.Value).ToList();
        whole.Remove(ExportedFrom.Property);
        List<CatalogProblem> unfit =
        [
            .. ShownNumber.Explain(
                Unfit(whole, typeof(Catalog), "$"),
                from list in ShownNumber.Lists
                from item in (whole[list] as JsonArray ?? []).Index()
                from problem in ShownNumber.ProblemsOf(item.Item, $"$.{list}[{item.Index}]")
                select problem),
            .. origin.SelectMany(told => Unfit(told, typeof(ExportedFrom), $"$.{ExportedFrom.Property}")),
        ];
        if (unfit.Count > 0)
            return Failure(unfit, texts);
        var catalog = whole.Deserialize<Catalog>(ContactsJson.Strict)!;
        return CatalogRules.ProblemsOf(catalog) is [_, ..] broken
            ? Failure(broken, texts)
            : new(catalog, []) { ExportedFrom = origin is [var from] ? from.Deserialize<ExportedFrom>(ContactsJson.Strict) : null };
    }

    private static IEnumerable<CatalogProblem> Unfit(JsonNode? value, Type type, string path) =>
        ShapeProblems.Of(value, type).Select(problem => new CatalogProblem(path + problem.Path[1..], problem.Message));

    private static CatalogReading Failure(IReadOnlyList<CatalogProblem> problems, IReadOnlyList<YamlText> texts) =>
        new(null, [.. problems.Select(problem => new CatalogFileProblem(PositionOf(problem.Path, texts), problem.Message))]);

    private static Position PositionAt(string name, string text, int index)
    {
        var before = text.AsSpan(0, index);
        return new(name, before.Count('\n') + 1, index - before.LastIndexOf('\n'));
    }

    private static Position PositionOf(string path, IReadOnlyList<YamlText> texts) =>
        texts.Select(text => text.PositionOf(path)).FirstOrDefault(position => position is not null) ?? texts[0].Start;
}
