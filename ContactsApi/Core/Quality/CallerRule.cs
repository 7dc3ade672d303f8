using ContactsApi.Core.Catalogs;

namespace ContactsApi.Core.Quality;

/// <summary>
/// A rule whose finding is told not to stewards alone, but with every answer that recommends the contact. It looks at the catalog and
/// at no date, so that the words beside an answer hold as long as the answer does.
/// </summary>
/// <param name="Find">A pure function; what it finds has words for callers.</param>
public sealed record CallerRule(Func<Contact, CatalogIndex, Finding?> Find, FindingKind Kind)
{
    public QualityRule ForStewards => new(
        context => Contact.In(context.Catalog).Select(contact => Find(contact, context.Index)).OfType<Finding>(), Kind);
}
