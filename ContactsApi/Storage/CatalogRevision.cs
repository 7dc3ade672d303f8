using ContactsApi.Core.Catalogs;
using NodaTime;

namespace ContactsApi.Storage;

/// <summary>A catalog as the store holds it.</summary>
/// <param name="Number">Counts from 1, without gaps.</param>
/// <param name="ChangedIn">The revision that last wrote each element.</param>
public sealed record CatalogRevision(
    long Number, Instant CreatedAt, Catalog Catalog, IReadOnlyDictionary<(string Kind, string Id), long> ChangedIn);
