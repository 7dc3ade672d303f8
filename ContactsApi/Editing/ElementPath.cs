using System.Text.Json.Nodes;
using ContactsApi.Serialization;
using ContactsApi.Storage;

namespace ContactsApi.Editing;

/// <summary>What a steward edits: an element of the catalog, or an item of a list inside one, as a statement of a channel.</summary>
/// <param name="ElementId">The element's id, code or year; for a value, the name of the part.</param>
/// <param name="List">The list inside the element, as <c>hours</c>; nothing if it is about the element itself.</param>
/// <param name="ItemId">The item of that list.</param>
public sealed record ElementPath(CatalogPart Part, string ElementId, string? List = null, string? ItemId = null)
{
    /// <summary>What it is named by, as <c>id</c>; nothing for a value.</summary>
    public string? Key => List is null ? Part.Key : "id";

    public string Id => ItemId ?? ElementId;

    /// <summary>What stands there.</summary>
    public Type Type => List is null ? Part.Type : ItemsOf(Part.Type, List);

    /// <summary>The revision that last changed the element; nothing if there is none. A value is there even if nobody wrote it yet.</summary>
    public long? VersionIn(CatalogSnapshot snapshot) =>
        snapshot.ChangedIn.TryGetValue((Part.Name, ElementId), out var revision) ? revision : Part.Key is null ? 1 : null;

    /// <summary>The place in a catalog; nothing if the element that it should be in is not there.</summary>
    public JsonLocation? In(JsonObject catalog)
    {
        var element = new JsonLocation(catalog, "$", Part.Name, Part.Key, ElementId);
        return List is null ? element
            : element.Value is JsonObject owner ? new JsonLocation(owner, element.Path, List, Key, Id)
            : null;
    }

    /// <summary>As <c>channels/hotline/hours/hours-3.1</c>.</summary>
    public override string ToString() =>
        Part.Key is null ? Part.Name : string.Join('/', new[] { Part.Name, ElementId, List, ItemId }.OfType<string>());

    private static Type ItemsOf(Type element, string list)
    {
        var property = ContactsJson.Strict.GetTypeInfo(element).Properties.Single(property => property.Name == list);
        return ContactsJson.Strict.GetTypeInfo(property.PropertyType).ElementType!;
    }
}
