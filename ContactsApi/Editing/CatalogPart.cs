using ContactsApi.Core.Catalogs;
using ContactsApi.Serialization;
using ContactsApi.Storage;

namespace ContactsApi.Editing;

/// <summary>A property of the catalog: a list that is edited item by item, or a value that is edited as a whole.</summary>
/// <param name="Name">As <c>channels</c>; in the store, the kind of its elements.</param>
/// <param name="Type">What an item of the list is, or the value.</param>
/// <param name="Key">What an item is named by, as <c>id</c>; nothing for a value.</param>
public sealed record CatalogPart(string Name, Type Type, string? Key)
{
    public static IReadOnlyList<CatalogPart> All { get; } =
        [.. ContactsJson.Strict.GetTypeInfo(typeof(Catalog)).Properties.Select(property => Of(property.Name, property.PropertyType))];

    public static CatalogPart Named(string name) => All.Single(part => part.Name == name);

    private static CatalogPart Of(string name, Type type)
    {
        if (ContactsJson.Strict.GetTypeInfo(type).ElementType is not { } item)
            return new CatalogPart(name, type, null);
        var properties = ContactsJson.Strict.GetTypeInfo(item).Properties.Select(property => property.Name);
        return new CatalogPart(name, item, CatalogElement.Keys.First(properties.Contains));
    }
}
