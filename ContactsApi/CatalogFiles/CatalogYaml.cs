using System.Text.Json;
using System.Text.Json.Nodes;
using ContactsApi.Core.Catalogs;
using ContactsApi.Serialization;

namespace ContactsApi.CatalogFiles;

/// <summary>
/// Writes a catalog as <see cref="CatalogReader"/> reads it, in the manner of the shipped files: what fits on a line stands on
/// one, what reads the same when it is left out is left out. One catalog always gives one text.
/// </summary>
public static class CatalogYaml
{
    private const int Width = 130;

    /// <param name="from">What the file tells of where it comes from, before all else; nothing if that is of no use.</param>
    public static string Write(Catalog catalog, ExportedFrom? from = null)
    {
        var origin = from is null ? [] : new JsonObject { [ExportedFrom.Property] = JsonSerializer.SerializeToNode(from, ContactsJson.Strict) };
        return string.Join(
            '\n', origin.Concat(BareCatalog.Of(catalog)).Select(property => string.Concat(Top(property.Key, property.Value).Select(line => $"{line}\n"))));
    }

    /// <summary>A value on one line.</summary>
    public static string Flow(JsonNode? value) => value switch
    {
        JsonObject { Count: > 0 } members => $"{{ {string.Join(", ", members.Select(member => $"{Key(member.Key)}: {Flow(member.Value)}"))} }}",
        JsonArray items => $"[{string.Join(", ", items.Select(Flow))}]",
        _ => Scalar(value, inFlow: true),
    };

    /// <summary>Elements look alike: all of a kind stand on one line each, or all are spread out with a blank line between.</summary>
    private static IEnumerable<string> Top(string name, JsonNode? value)
    {
        if (value is not JsonArray { Count: > 0 } elements)
            return Property(name, value, "");
        var lines = elements.All(element => Fits($"  - {Flow(element)}", element))
            ? elements.SelectMany(element => Item(element, "  "))
            : elements.SelectMany(element => Spread(element!.AsObject(), "  ").Prepend("")).Skip(1);
        return lines.Prepend($"{name}:");
    }

    private static IEnumerable<string> Property(string name, JsonNode? value, string indent)
    {
        var head = $"{indent}{Key(name)}:";
        var line = $"{head} {(value is JsonValue ? Scalar(value, inFlow: false) : Flow(value))}";
        return value switch
        {
            JsonObject members when !Fits(line, value) => Properties(members, $"{indent}  ").Prepend(head),
            JsonArray items when !Fits(line, value) => items.SelectMany(item => Item(item, $"{indent}  ")).Prepend(head),
            _ => [line],
        };
    }

    private static IEnumerable<string> Item(JsonNode? value, string indent)
    {
        var line = $"{indent}- {Flow(value)}";
        return value is JsonObject members && !Fits(line, value) ? Spread(members, indent) : [line];
    }

    /// <summary>A list of objects is never pressed into a line.</summary>
    private static bool Fits(string line, JsonNode? value) => line.Length <= Width && !HoldsListOfObjects(value);

    private static bool HoldsListOfObjects(JsonNode? value) => value switch
    {
        JsonObject members => members.Any(member => HoldsListOfObjects(member.Value)),
        JsonArray items => items.Any(item => item is JsonObject),
        _ => false,
    };

    private static IEnumerable<string> Spread(JsonObject members, string indent) =>
        Properties(members, $"{indent}  ").Select((line, i) => i == 0 ? $"{indent}- {line.TrimStart()}" : line);

    private static IEnumerable<string> Properties(JsonObject members, string indent) =>
        members.SelectMany(member => Property(member.Key, member.Value, indent));

    private static string Key(string name) => YamlScalar.Of(name, inFlow: true);

    private static string Scalar(JsonNode? value, bool inFlow) =>
        value?.GetValueKind() == JsonValueKind.String ? YamlScalar.Of(value.GetValue<string>(), inFlow) : value?.ToJsonString() ?? "null";
}
