using System.Text.Json.Nodes;
using ContactsApi.Core.Catalogs;
using ContactsApi.Storage;

namespace ContactsApi.Revisions;

/// <summary>How an element differs between two catalogs.</summary>
public enum Change
{
    Added,
    Removed,
    Changed,

    /// <summary>The elements of the kind, as a whole, stand in another order.</summary>
    Reordered,
}

/// <param name="Kind">As <c>channels</c>.</param>
/// <param name="Id">As in <see cref="CatalogElement"/>; nothing if it is about the kind as a whole.</param>
/// <param name="Fields">What differs in a changed element.</param>
public sealed record ElementDifference(string Kind, string? Id, Change Change, IReadOnlyList<FieldDifference> Fields);

/// <summary>What makes one catalog another, element by element.</summary>
public static class CatalogDifference
{
    /// <param name="before">Nothing for a store that holds no catalog yet.</param>
    public static IReadOnlyList<ElementDifference> Between(Catalog? before, Catalog after)
    {
        var old = before is null ? [] : CatalogElement.Split(before);
        var @new = CatalogElement.Split(after);
        return [.. old.Concat(@new).Select(element => element.Kind).Distinct().SelectMany(kind => OfKind(kind, Bodies(old, kind), Bodies(@new, kind)))];
    }

    private static IEnumerable<ElementDifference> OfKind(
        string kind, OrderedDictionary<string, string?> before, OrderedDictionary<string, string?> after)
    {
        foreach (var id in after.Keys.Union(before.Keys))
        {
            if (!before.TryGetValue(id, out var old))
                yield return new(kind, id, Change.Added, []);
            else if (!after.TryGetValue(id, out var @new))
                yield return new(kind, id, Change.Removed, []);
            else if (old != @new && FieldDifference.Between(JsonNode.Parse(old!), JsonNode.Parse(@new!)) is [_, ..] fields)
                yield return new(kind, id, Change.Changed, fields);
        }

        if (!before.Keys.Where(after.ContainsKey).SequenceEqual(after.Keys.Where(before.ContainsKey)))
            yield return new(kind, null, Change.Reordered, []);
    }

    private static OrderedDictionary<string, string?> Bodies(IReadOnlyList<CatalogElement> elements, string kind) =>
        new(elements.Where(element => element.Kind == kind).Select(element => KeyValuePair.Create(element.Id, element.Body)));
}
