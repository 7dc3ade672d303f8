using System.Reflection;
using System.Text.Json;
using ContactsApi.Core.Catalogs;
using ContactsApi.Storage;

namespace ContactsApi.Editing;

/// <summary>A property of the catalog: a list that is edited item by item, or a value that is edited as a whole.</summary>
/// <param name="Name">As <c>channels</c>; in the store, the kind of its elements.</param>
/// <param name="Type">What an item of the list is, or the value.</param>
/// <param name="Key">What an item is named by, as <c>id</c>; nothing for a value.</param>
public sealed record CatalogPart(string Name, Type Type, string? Key)
{
    public static IReadOnlyList<CatalogPart> All { get; } =
        [.. typeof(Catalog).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(Of)];

    public static CatalogPart Named(string name) => All.Single(part => part.Name == name);

    private static CatalogPart Of(PropertyInfo property)
    {
        if (property.PropertyType.GetGenericArguments() is not [var item])
            return new CatalogPart(NameOf(property), property.PropertyType, null);
        var properties = item.GetProperties().Select(NameOf);
        return new CatalogPart(NameOf(property), item, CatalogElement.Keys.First(properties.Contains));
    }

    private static string NameOf(PropertyInfo property) => JsonNamingPolicy.CamelCase.ConvertName(property.Name);
}
