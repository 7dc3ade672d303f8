using ContactsApi.CatalogFiles;
using ContactsApi.Storage;

namespace ContactsApi.Upgrading;

public static class Shipped
{
    /// <summary>An empty store is filled with the shipped catalog.</summary>
    public static StoreFilling Filling { get; } = new(ShippedCatalog.Read, ShippedCatalog.Author, ShippedCatalog.Filling);
}
