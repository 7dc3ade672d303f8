using System.Text.Json.Nodes;
using ContactsApi.CatalogFiles;
using ContactsApi.Core;
using ContactsApi.Revisions;

namespace ContactsApi.Commands;

/// <summary><c>catalog diff</c>: what importing the files would change in the newest revision.</summary>
public static class DiffCommand
{
    public static int Run(IReadOnlyList<string> files, CommandStore store, Terminal terminal)
    {
        if (CatalogOfFiles.Read(files, terminal) is not { } catalog)
            return ExitCode.Problem;
        var differences = CatalogDifference.Between(store.ReadNewest()?.Catalog, catalog);
        foreach (var line in differences.SelectMany(Lines))
            terminal.Say(line);
        return differences.Count == 0 ? ExitCode.Ok : ExitCode.Difference;
    }

    public static IEnumerable<Text> Lines(ElementDifference difference)
    {
        // A property of the catalog that is no list is an element of its own name.
        var element = difference.Id is null || difference.Id == difference.Kind ? difference.Kind : $"{difference.Kind}/{difference.Id}";
        return difference.Change switch
        {
            Change.Added => [new($"{element}: добавлено", $"{element}: added")],
            Change.Removed => [new($"{element}: удалено", $"{element}: removed")],
            Change.Reordered => [new($"{element}: другой порядок", $"{element}: another order")],
            _ => difference.Fields.Select(field => Line(element, field)),
        };
    }

    private static Text Line(string element, FieldDifference field)
    {
        var path = $"{element} {field.Path}".TrimEnd();
        var (before, after) = (Value(field.Before), Value(field.After));
        return new($"{path}: {before ?? "нет"} → {after ?? "нет"}", $"{path}: {before ?? "none"} → {after ?? "none"}");
    }

    private static string? Value(JsonNode? value) => value is null ? null : CatalogYaml.Flow(WithoutAbsent(value));

    /// <summary>What the store keeps tells all that an item has not.</summary>
    private static JsonNode? WithoutAbsent(JsonNode? value) => value switch
    {
        JsonObject members => new JsonObject(
            members.Where(member => member.Value is not null).Select(member => KeyValuePair.Create(member.Key, WithoutAbsent(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(WithoutAbsent)]),
        _ => value?.DeepClone(),
    };
}
