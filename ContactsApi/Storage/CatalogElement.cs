using System.Text.Json;
using System.Text.Json.Nodes;
using ContactsApi.Core.Catalogs;
using ContactsApi.Serialization;

namespace ContactsApi.Storage;

/// <summary>
/// A part of the catalog that is kept and versioned by itself: an item of one of its lists, or one of its other properties.
/// </summary>
/// <param name="Kind">The property of the catalog, as <c>channels</c>.</param>
/// <param name="Id">The item's id, code or year; for a property that is no list, its name.</param>
/// <param name="Position">The item's place in its list.</param>
/// <param name="Body">JSON; nothing says that the element was removed.</param>
public sealed record CatalogElement(string Kind, string Id, long Position, string? Body)
{
    private static readonly string[] Keys = ["id", "code", "year"];

    public static IReadOnlyList<CatalogElement> Split(Catalog catalog)
    {
        var elements = new List<CatalogElement>();
        foreach (var (kind, value) in JsonSerializer.SerializeToNode(catalog, ContactsJson.Options)!.AsObject())
        {
            if (value is JsonArray items)
                elements.AddRange(items.Select((item, i) => new CatalogElement(kind, IdOf(item!.AsObject()), i, Json(item))));
            else
                elements.Add(new CatalogElement(kind, kind, 0, Json(value!)));
        }

        return elements;
    }

    /// <param name="elements">In the order of their positions.</param>
    public static Catalog Join(IEnumerable<CatalogElement> elements)
    {
        var catalog = new JsonObject();
        foreach (var kind in elements.GroupBy(element => element.Kind))
        {
            catalog[kind.Key] = IsList(kind.Key)
                ? new JsonArray([.. kind.Select(element => JsonNode.Parse(element.Body!))])
                : JsonNode.Parse(kind.Single().Body!);
        }

        // A list of which every item was removed has no elements.
        foreach (var list in Lists.Where(list => !catalog.ContainsKey(list)))
            catalog[list] = new JsonArray();
        return catalog.Deserialize<Catalog>(ContactsJson.Strict)!;
    }

    /// <summary>What has to be written for a catalog to become another: elements added or changed, and those removed without a body.</summary>
    public static IEnumerable<CatalogElement> Changed(IReadOnlyList<CatalogElement> before, IReadOnlyList<CatalogElement> after)
    {
        var kept = after.Select(element => (element.Kind, element.Id)).ToHashSet();
        return after.Except(before)
            .Concat(before.Where(element => !kept.Contains((element.Kind, element.Id))).Select(element => element with { Body = null }));
    }

    private static readonly string[] Lists =
    [
        .. typeof(Catalog).GetProperties()
            .Where(property => property.PropertyType.IsGenericType)
            .Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)),
    ];

    private static bool IsList(string kind) => Lists.Contains(kind);

    private static string IdOf(JsonObject item) => Keys.Select(key => item[key]).First(id => id is not null)!.ToString();

    private static string Json(JsonNode value) => value.ToJsonString(ContactsJson.Options);
}
