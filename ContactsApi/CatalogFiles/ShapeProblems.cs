using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using ContactsApi.Core;
using ContactsApi.Core.Catalogs;
using ContactsApi.Serialization;

namespace ContactsApi.CatalogFiles;

/// <summary>All that keeps JSON from being read as a catalog. The JSON reader itself stops at the first, and knows one language.</summary>
public static class ShapeProblems
{
    public static IReadOnlyList<CatalogProblem> Of(JsonObject catalog) => [.. Of(catalog, TypeOf(typeof(Catalog)), "$")];

    /// <summary>All that keeps JSON from being read as a part of a catalog.</summary>
    /// <param name="path">Where the part is, as <c>$.channels[3]</c>.</param>
    public static IReadOnlyList<CatalogProblem> Of(JsonNode? part, Type type, string path) => [.. Of(part, TypeOf(type), path)];

    private static IEnumerable<CatalogProblem> Of(JsonNode? value, JsonTypeInfo type, string path) => (type.Kind, value) switch
    {
        (JsonTypeInfoKind.Object, JsonObject members) => OfObject(members, type, path),
        (JsonTypeInfoKind.Enumerable, JsonArray items) => items.SelectMany((item, i) => Of(item, TypeOf(type.ElementType!), $"{path}[{i}]")),
        (JsonTypeInfoKind.Dictionary, JsonObject entries) => entries.SelectMany(entry => OfEntry(entry.Key, entry.Value, type, $"{path}.{entry.Key}")),
        (JsonTypeInfoKind.None, not null) when IsReadable(value, type) => [],
        (JsonTypeInfoKind.None, null) when Nullable.GetUnderlyingType(type.Type) is not null => [],
        _ => [Unfit(path, NeededForm.Of(type))],
    };

    private static IEnumerable<CatalogProblem> OfObject(JsonObject members, JsonTypeInfo type, string path)
    {
        var missing = type.Properties.Where(property => property.IsRequired && !members.ContainsKey(property.Name)).Select(property => property.Name).ToList();
        if (missing.Count > 0)
        {
            yield return Unfit(path, new(
                $"не хватает {string.Join(", ", missing.Select(name => $"«{name}»"))}", $"without {string.Join(", ", missing.Select(name => $"'{name}'"))}"));
        }

        foreach (var (name, value) in members)
        {
            var property = type.Properties.FirstOrDefault(property => property.Name == name);
            if (property is null)
                yield return Unfit($"{path}.{name}", new($"свойства «{name}» здесь нет", $"there is no property '{name}' here"));
            else if (value is not null || !property.IsSetNullable)
            {
                foreach (var problem in Of(value, TypeOf(property.PropertyType), $"{path}.{name}"))
                    yield return problem;
            }
        }
    }

    private static IEnumerable<CatalogProblem> OfEntry(string key, JsonNode? value, JsonTypeInfo type, string path) =>
        IsReadable(JsonValue.Create(key), TypeOf(type.KeyType!)) ? Of(value, TypeOf(type.ElementType!), path) : [Unfit(path, NeededForm.Of(TypeOf(type.KeyType!)))];

    private static bool IsReadable(JsonNode value, JsonTypeInfo type)
    {
        try
        {
            value.Deserialize(type);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static CatalogProblem Unfit(string path, Text why) => new(path, new($"не подходит: {why.Ru}", $"does not fit: {why.En}"));

    private static JsonTypeInfo TypeOf(Type type) => ContactsJson.Strict.GetTypeInfo(type);
}
