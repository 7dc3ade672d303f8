using System.Text.Json;
using System.Text.Json.Nodes;
using ContactsApi.CatalogFiles;
using ContactsApi.Core.Catalogs;
using ContactsApi.Editing;
using ContactsApi.Serialization;

namespace ContactsApi.Features.Admin;

/// <summary>Parts of a catalog as stewards write them.</summary>
public static class Elements
{
    /// <summary>What stands at a place; nothing if nothing does.</summary>
    public static JsonNode? At(ElementPath? path, Catalog catalog) => path?.In(Json(catalog))?.Value is { } value ? BareCatalog.Of(value, path.Type) : null;

    /// <summary>The items of a list, in their order.</summary>
    public static IEnumerable<(ElementPath Place, JsonNode Json)> In(CatalogPart list, Catalog catalog) =>
        Json(catalog)[list.Name]!.AsArray().Select(item => (new ElementPath(list, item![list.Key!]!.ToString()), BareCatalog.Of(item, list.Type)!));

    private static JsonObject Json(Catalog catalog) => JsonSerializer.SerializeToNode(catalog, ContactsJson.Strict)!.AsObject();
}
