using ContactsApi.Core.Catalogs;

namespace ContactsApi.Storage;

/// <summary>What an empty store is filled with.</summary>
/// <param name="Catalog">Asked for only then.</param>
/// <param name="Author">Who the history says has written it.</param>
/// <param name="Message">Why, for the history.</param>
public sealed record StoreFilling(Func<Catalog> Catalog, string Author, string Message);
