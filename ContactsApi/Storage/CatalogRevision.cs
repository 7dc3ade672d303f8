using ContactsApi.Core.Catalogs;
using NodaTime;

namespace ContactsApi.Storage;

/// <summary>A catalog as the store holds it.</summary>
/// <param name="Number">Counts from 1, without gaps.</param>
public sealed record CatalogRevision(long Number, Instant CreatedAt, Catalog Catalog);
