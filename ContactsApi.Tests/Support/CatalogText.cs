using System.Text.Json;
using ContactsApi.Core.Catalogs;
using ContactsApi.Serialization;

namespace ContactsApi.Tests.Support;

/// <summary>A catalog as text, so that two of them can be compared whole.</summary>
public static class CatalogText
{
    public static string ToJson(this Catalog catalog) => JsonSerializer.Serialize(catalog, ContactsJson.Options);
}
