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
    /// <summary>What the items of a list are named by; an item has one of these.</summary>
    public static IReadOnlyList<string> Keys { get; } = ["id", "code", "year"];

    /// <summary>A value that says nothing is no element: earlier releases know nothing of it, and need not.</summary>
    public static IReadOnlyList<CatalogElement> Split(Catalog catalog)
    {
        var elements = new List<CatalogElement>();
        foreach (var (kind, value) in JsonSerializer.SerializeToNode(catalog, ContactsJson.Options)!.AsObject())
        {
            if (value is JsonArray items)
                elements.AddRange(items.Select((item, i) => new CatalogElement(kind, IdOf(item!.AsObject()), i, Json(item))));
            else if (value is not JsonObject members || members.Any(member => member.Value is not null))
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
        var placed = Placed(before, after);
        var kept = placed.Select(element => (element.Kind, element.Id)).ToHashSet();
        return placed.Except(before)
            .Concat(before.Where(element => !kept.Contains((element.Kind, element.Id))).Select(element => element with { Body = null }));
    }

    /// <summary>
    /// Whether two bodies of an element say the same. An earlier release may have written one of them, without what was added to its
    /// type since.
    /// </summary>
    public static bool SaysTheSame(string kind, string? one, string? other) =>
        one == other || (one is not null && other is not null && JsonNode.DeepEquals(InTodaysForm(kind, one), InTodaysForm(kind, other)));

    /// <summary>A body as this release writes it; as it is, if this release cannot read it.</summary>
    public static JsonNode? InTodaysForm(string kind, string body)
    {
        var type = IsList(kind) ? Properties[kind].GetGenericArguments()[0] : Properties[kind];
        try
        {
            return JsonSerializer.SerializeToNode(JsonSerializer.Deserialize(body, type, ContactsJson.Strict), type, ContactsJson.Options);
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            return JsonNode.Parse(body);
        }
    }

    /// <summary>
    /// The elements as they were written and at the places that they had, where they say the same and their order lets them: what one
    /// editor changes or removes does not change other elements for another.
    /// </summary>
    private static List<CatalogElement> Placed(IReadOnlyList<CatalogElement> before, IReadOnlyList<CatalogElement> after)
    {
        var known = before.ToDictionary(element => (element.Kind, element.Id));
        var next = new Dictionary<string, long>();
        var placed = new List<CatalogElement>();
        foreach (var element in after)
        {
            var least = next.GetValueOrDefault(element.Kind);
            var old = known.GetValueOrDefault((element.Kind, element.Id));
            var position = Math.Max(least, old?.Position ?? least);
            next[element.Kind] = position + 1;
            placed.Add((SaysTheSame(element.Kind, old?.Body, element.Body) ? old! : element) with { Position = position });
        }

        return placed;
    }

    private static readonly Dictionary<string, Type> Properties =
        typeof(Catalog).GetProperties().ToDictionary(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name), property => property.PropertyType);

    private static readonly string[] Lists = [.. Properties.Keys.Where(kind => Properties[kind].IsGenericType)];

    private static bool IsList(string kind) => Lists.Contains(kind);

    private static string IdOf(JsonObject item) => Keys.Select(key => item[key]).First(id => id is not null)!.ToString();

    private static string Json(JsonNode value) => value.ToJsonString(ContactsJson.Options);
}
