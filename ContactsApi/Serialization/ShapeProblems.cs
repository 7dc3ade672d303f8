using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using ContactsApi.Core;

namespace ContactsApi.Serialization;

/// <summary>Something that keeps JSON from being read.</summary>
/// <param name="Path">Where it is, as <c>$.address.uri</c>; <c>$</c> is the whole.</param>
/// <param name="Why">A clause without a stop, in lower case.</param>
public sealed record ShapeProblem(string Path, LocalizedText Why)
{
    /// <summary>The properties that the object at this path lacks, each with the form that its value needs; else empty.</summary>
    public IReadOnlyList<(string Name, LocalizedText Form)> Missing { get; init; } = [];

    public LocalizedText Message => new($"не подходит: {Why.Ru}", $"does not fit: {Why.En}");
}

/// <summary>What keeps JSON from being read as a type. The JSON reader itself stops at the first, and knows one language.</summary>
public static class ShapeProblems
{
    /// <summary>So many are told. Nobody mends more at a time, and what is told must not be many times what was written.</summary>
    public const int Most = 100;

    public static IReadOnlyList<ShapeProblem> Of(JsonNode? value, Type type) => [.. Of(value, TypeOf(type), "$").Take(Most)];

    private static IEnumerable<ShapeProblem> Of(JsonNode? value, JsonTypeInfo type, string path) => (type.Kind, value) switch
    {
        (JsonTypeInfoKind.Object, JsonObject members) => OfObject(members, type, path),
        (JsonTypeInfoKind.Enumerable, JsonArray items) => items.SelectMany((item, i) => Of(item, TypeOf(type.ElementType!), $"{path}[{i}]")),
        (JsonTypeInfoKind.Dictionary, JsonObject entries) => entries.SelectMany(entry => OfEntry(entry.Key, entry.Value, type, $"{path}.{entry.Key}")),
        (JsonTypeInfoKind.None, not null) when IsReadable(value, type) => [],
        (JsonTypeInfoKind.None, null) when Nullable.GetUnderlyingType(type.Type) is not null => [],
        _ => [new(path, NeededForm.Of(type))],
    };

    private static IEnumerable<ShapeProblem> OfObject(JsonObject members, JsonTypeInfo type, string path)
    {
        var missing = type.Properties
            .Where(property => property.IsRequired && !members.ContainsKey(property.Name))
            .Select(property => (property.Name, NeededForm.Of(TypeOf(property.PropertyType))))
            .ToList();
        if (missing.Count > 0)
            yield return new(path, Without([.. missing.Select(property => property.Name)])) { Missing = missing };

        foreach (var (name, value) in members)
        {
            var property = type.Properties.FirstOrDefault(property => property.Name == name);
            if (property is null)
                yield return new($"{path}.{name}", Unknown(name, string.Join(", ", type.Properties.Select(known => known.Name))));
            else if (value is not null || !property.IsSetNullable)
            {
                foreach (var problem in Of(value, TypeOf(property.PropertyType), $"{path}.{name}"))
                    yield return problem;
            }
        }
    }

    private static IEnumerable<ShapeProblem> OfEntry(string key, JsonNode? value, JsonTypeInfo type, string path) =>
        IsReadable(JsonValue.Create(key), TypeOf(type.KeyType!))
            ? Of(value, TypeOf(type.ElementType!), path)
            : [new(path, NeededForm.Of(TypeOf(type.KeyType!)))];

    private static bool IsReadable(JsonNode value, JsonTypeInfo type)
    {
        // The JSON reader would take any letter case, and some numbers in words.
        if (NeededForm.NamesOf(type) is { } names)
            return value.GetValueKind() == JsonValueKind.String && names.Contains(value.GetValue<string>());
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

    private static LocalizedText Without(IReadOnlyList<string> names) => new(
        $"не хватает {string.Join(", ", names.Select(name => $"«{name}»"))}", $"without {string.Join(", ", names.Select(name => $"'{name}'"))}");

    private static LocalizedText Unknown(string name, string known) => new(
        $"свойства «{name}» здесь нет, есть: {known}", $"there is no property '{name}' here, there are: {known}");

    private static JsonTypeInfo TypeOf(Type type) => ContactsJson.Strict.GetTypeInfo(type);
}
