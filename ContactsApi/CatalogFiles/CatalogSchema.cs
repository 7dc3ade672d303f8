using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Hours;
using ContactsApi.Serialization;
using NodaTime;

namespace ContactsApi.CatalogFiles;

/// <summary>
/// The JSON Schema of catalog files, by which editors complete and check them. It is generated from the types that the files are
/// read into; the committed <c>catalog.schema.json</c> is kept the same by a test.
/// </summary>
public static class CatalogSchema
{
    private const string Date = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";
    private const string Time = "([01][0-9]|2[0-3]):[0-5][0-9]";

    /// <summary>The forms of values that have a text of their own.</summary>
    private static readonly Dictionary<Type, string> Patterns = new()
    {
        [typeof(TimeWindow)] = $"^{Time}-({Time}|24:00)$",
        [typeof(Duration)] = "^P([0-9]+W)?([0-9]+D)?(T([0-9]+H)?([0-9]+M)?([0-9]+(\\.[0-9]+)?S)?)?$",
        [typeof(LocalDate)] = $"^{Date}$",
        [typeof(AnnualDate)] = "^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
        [typeof(Instant)] = $"^{Date}T{Time}:[0-5][0-9](\\.[0-9]{{1,9}})?Z$",
    };

    /// <summary>The schemas of the types that a catalog is made of, by name; they refer to each other by <c>#/$defs/</c>.</summary>
    public static JsonObject Definitions => Whole()["$defs"]!.AsObject();

    public static string Generate() =>
        Whole().ToJsonString(new JsonSerializerOptions(ContactsJson.Options) { WriteIndented = true, NewLine = "\n" }) + "\n";

    private static JsonObject Whole()
    {
        var options = new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Completed };
        var generated = ContactsJson.Strict.GetJsonSchemaAsNode(typeof(Catalog), options).AsObject();
        var definitions = new SchemaDefinitions(generated);
        var properties = definitions.Hoist(generated["properties"])!.AsObject();
        var origin = ContactsJson.Strict.GetJsonSchemaAsNode(typeof(ExportedFrom), options).AsObject();
        // It is of files alone: no definition that the catalog shares with the contract.
        origin.Remove(SchemaDefinitions.Name);
        origin["additionalProperties"] = false;
        properties.Insert(0, ExportedFrom.Property, origin);
        return new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "A catalog of contacts, or some of its top-level properties",
            ["type"] = "object",
            // No property is required here: a catalog may be spread over several files.
            ["properties"] = properties,
            ["additionalProperties"] = false,
            ["$defs"] = definitions.All,
        };
    }

    private static JsonNode Completed(JsonSchemaExporterContext context, JsonNode schema)
    {
        var type = context.TypeInfo.Type;
        var value = Nullable.GetUnderlyingType(type) ?? type;
        if (Patterns.TryGetValue(value, out var pattern))
            return new JsonObject { ["type"] = value == type ? "string" : new JsonArray("string", "null"), ["pattern"] = pattern };
        // The exporter leaves out items of which it knows nothing, and so never asks about them.
        if (context.TypeInfo.ElementType is { } element && Patterns.TryGetValue(element, out var form))
            schema["items"] = new JsonObject { ["type"] = "string", ["pattern"] = form };
        if (context.TypeInfo.Kind == JsonTypeInfoKind.Object && schema is JsonObject members && members.ContainsKey("properties"))
        {
            members.Insert(0, SchemaDefinitions.Name, type.Name);
            // The exporter takes every constructor parameter for required.
            if (members["required"] is JsonArray required)
                required.RemoveAll(name => context.TypeInfo.Properties.Any(property => property.Name == name!.GetValue<string>() && !property.IsRequired));
        }

        if (context.TypeInfo is { Kind: JsonTypeInfoKind.Dictionary, KeyType: { IsEnum: true } key })
            schema["propertyNames"] = new JsonObject { ["enum"] = NamesOf(key) };
        return schema;
    }

    private static JsonArray NamesOf(Type type) =>
        [.. Enum.GetNames(type).Select(name => JsonValue.Create(JsonNamingPolicy.KebabCaseLower.ConvertName(name)))];
}
