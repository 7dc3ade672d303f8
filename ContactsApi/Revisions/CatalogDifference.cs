using System.Text.Json.Nodes;
using ContactsApi.Core.Catalogs;
using ContactsApi.Storage;

namespace ContactsApi.Revisions;

public enum ChangeKind
{
    Added,
    Removed,
    Changed,
}

/// <summary>How an element differs between two catalogs.</summary>
/// <param name="Kind">As <c>channels</c>.</param>
/// <param name="Id">As in <see cref="CatalogElement"/>; nothing if the elements of the kind, as a whole, stand in another order.</param>
/// <param name="Change">Nothing with no id.</param>
/// <param name="Fields">What differs; of an element that was added or removed, all of it.</param>
public sealed record ElementDifference(string Kind, string? Id, ChangeKind? Change, IReadOnlyList<FieldDifference> Fields)
{
    /// <summary>Nothing if a change only gives the element another place in the list, or another form in writing.</summary>
    public static ElementDifference? Of(ElementChange change) =>
        change.Before != change.After && FieldDifference.Between(Json(change.Before), Json(change.After)) is [_, ..] fields
            ? new(change.Kind, change.Id, change.Before is null ? ChangeKind.Added : change.After is null ? ChangeKind.Removed : ChangeKind.Changed, fields)
            : null;

    private static JsonNode? Json(string? body) => body is null ? null : JsonNode.Parse(body);
}

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
            if (ElementDifference.Of(new(kind, id, before.GetValueOrDefault(id), after.GetValueOrDefault(id))) is { } difference)
                yield return difference;
        }

        if (!before.Keys.Where(after.ContainsKey).SequenceEqual(after.Keys.Where(before.ContainsKey)))
            yield return new(kind, null, null, []);
    }

    private static OrderedDictionary<string, string?> Bodies(IReadOnlyList<CatalogElement> elements, string kind) =>
        new(elements.Where(element => element.Kind == kind).Select(element => KeyValuePair.Create(element.Id, element.Body)));
}
