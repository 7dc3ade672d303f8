using System.Globalization;
using System.Text.Json.Nodes;

namespace ContactsApi.CatalogFiles;

/// <summary>
/// Gives the objects of a generated schema a definition by name. The exporter writes an object out where it comes first, and
/// points to that place everywhere else, which nobody can read.
/// </summary>
public sealed class SchemaDefinitions(JsonObject generated)
{
    /// <summary>Marks, in the generated schema, an object with the name of its type.</summary>
    public const string Name = "$name";

    private readonly SortedDictionary<string, JsonNode?> definitions = new(StringComparer.Ordinal);

    public JsonObject All => new(definitions);

    /// <summary>The schema with every named object replaced by a reference to its definition.</summary>
    public JsonNode? Hoist(JsonNode? schema) => schema switch
    {
        JsonObject reference when reference["$ref"] is { } pointer => Hoist(Target(pointer.GetValue<string>())),
        JsonObject named when named[Name] is { } name => Defined(named, name.GetValue<string>()),
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Hoist(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Hoist)]),
        _ => schema?.DeepClone(),
    };

    private JsonObject Defined(JsonObject schema, string name)
    {
        if (!definitions.ContainsKey(name))
        {
            var members = schema.Where(member => member.Key is not (Name or "type"))
                .Select(member => KeyValuePair.Create(member.Key, Hoist(member.Value)));
            definitions[name] = new JsonObject(members.Prepend(KeyValuePair.Create("type", (JsonNode?)"object")))
            {
                ["additionalProperties"] = false,
            };
        }

        var reference = new JsonObject { ["$ref"] = $"#/$defs/{name}" };
        return schema["type"] is JsonArray
            ? new JsonObject { ["oneOf"] = new JsonArray(reference, new JsonObject { ["type"] = "null" }) }
            : reference;
    }

    private JsonNode? Target(string pointer) => pointer.Split('/').Skip(1).Aggregate(
        (JsonNode?)generated,
        (node, step) => node is JsonArray items ? items[int.Parse(step, CultureInfo.InvariantCulture)] : node![step]);
}
