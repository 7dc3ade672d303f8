using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using ContactsApi.Core.Catalogs;
using ContactsApi.Serialization;

namespace ContactsApi.CatalogFiles;

/// <summary>A catalog as JSON without all that reads the same when it is left out: the form in which people write it.</summary>
public static class BareCatalog
{
    private static readonly JsonSerializerOptions Json = ContactsJson.Strict;

    public static JsonObject Of(Catalog catalog) =>
        Bare(JsonSerializer.SerializeToNode(catalog, Json), TypeOf(typeof(Catalog)))!.AsObject();

    /// <summary>The same of a part of a catalog.</summary>
    /// <param name="type">What the part is, as <see cref="Core.Channels.Channel"/>.</param>
    public static JsonNode? Of(JsonNode? part, Type type) => Bare(part, TypeOf(type));

    private static JsonNode? Bare(JsonNode? value, JsonTypeInfo type) => (type.Kind, value) switch
    {
        (JsonTypeInfoKind.Object, JsonObject members) => BareObject(members, type),
        (JsonTypeInfoKind.Enumerable, JsonArray items) => new JsonArray([.. items.Select(item => Bare(item, TypeOf(type.ElementType!)))]),
        _ => value?.DeepClone(),
    };

    private static JsonObject BareObject(JsonObject members, JsonTypeInfo type)
    {
        var needed = new JsonObject(type.Properties
            .Where(property => property.IsRequired)
            .Select(property => KeyValuePair.Create(property.Name, members[property.Name]?.DeepClone())));
        // What the type itself makes of the optional properties, so that no list of defaults has to be kept beside it.
        var assumed = JsonSerializer.SerializeToNode(needed.Deserialize(type), type)!;
        return new JsonObject(type.Properties
            .Where(property => property.IsRequired || !JsonNode.DeepEquals(members[property.Name], assumed[property.Name]))
            // A derived type has its own properties before those of its base; people look for the id first.
            .OrderBy(property => property.Name != "id")
            .Select(property => KeyValuePair.Create(property.Name, Bare(members[property.Name], TypeOf(property.PropertyType)))));
    }

    private static JsonTypeInfo TypeOf(Type type) => Json.GetTypeInfo(type);
}
