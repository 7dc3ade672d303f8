using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ContactsApi.CatalogFiles;

/// <summary>Writes JSON as YAML for people: what fits on a line stands on one, a text of several lines stands as it is.</summary>
public static partial class YamlWriter
{
    private const int Width = 150;

    /// <summary>A whole document, a property after the other.</summary>
    public static string Write(JsonObject document) => string.Concat(Properties(document, "").Select(line => $"{line}\n"));

    /// <summary>A value on one line.</summary>
    public static string Flow(JsonNode? value) => value switch
    {
        JsonObject { Count: > 0 } members => $"{{ {string.Join(", ", members.Select(member => $"{Key(member.Key)}: {Flow(member.Value)}"))} }}",
        JsonArray items => $"[{string.Join(", ", items.Select(Flow))}]",
        _ => Scalar(value, inFlow: true),
    };

    /// <summary>An item of a list on one line, if it fits.</summary>
    public static IEnumerable<string> Item(JsonNode? value, string indent) =>
        value is JsonObject members && !FitsAsItem(value, indent) ? Spread(members, indent) : [$"{indent}- {Flow(value)}"];

    public static bool FitsAsItem(JsonNode? value, string indent) => Fits($"{indent}- {Flow(value)}", value);

    /// <summary>An item of a list with each property on a line of its own.</summary>
    public static IEnumerable<string> Spread(JsonObject members, string indent) =>
        Properties(members, $"{indent}  ").Select((line, i) => i == 0 ? $"{indent}- {line.TrimStart()}" : line);

    public static IEnumerable<string> Property(string name, JsonNode? value, string indent)
    {
        var head = $"{indent}{Key(name)}:";
        if (value?.GetValueKind() == JsonValueKind.String && YamlScalar.LinesOf(value.GetValue<string>()) is { } lines)
            return lines.Select(line => line.Length == 0 ? "" : $"{indent}  {line}").Prepend($"{head} |-");
        var line = $"{head} {(value is JsonValue ? Scalar(value, inFlow: false) : Flow(value))}";
        return value switch
        {
            JsonObject members when !Fits(line, value) => Properties(members, $"{indent}  ").Prepend(head),
            JsonArray items when !Fits(line, value) => items.SelectMany(item => Item(item, $"{indent}  ")).Prepend(head),
            _ => [line],
        };
    }

    private static IEnumerable<string> Properties(JsonObject members, string indent) =>
        members.SelectMany(member => Property(member.Key, member.Value, indent));

    /// <summary>A list of objects is never pressed into a line.</summary>
    private static bool Fits(string line, JsonNode? value) => line.Length <= Width && !HoldsListOfObjects(value);

    private static bool HoldsListOfObjects(JsonNode? value) => value switch
    {
        JsonObject members => members.Any(member => HoldsListOfObjects(member.Value)),
        JsonArray items => items.Any(item => item is JsonObject),
        _ => false,
    };

    private static string Key(string name) => PlainKey().IsMatch(name) ? name : YamlScalar.Of(name, inFlow: true);

    private static string Scalar(JsonNode? value, bool inFlow) =>
        value?.GetValueKind() == JsonValueKind.String ? YamlScalar.Of(value.GetValue<string>(), inFlow) : value?.ToJsonString() ?? "null";

    /// <summary>As <c>$ref</c> and <c>/v1/channels</c>.</summary>
    [GeneratedRegex(@"^[$/][A-Za-z0-9/.-]+\z")]
    private static partial Regex PlainKey();
}
