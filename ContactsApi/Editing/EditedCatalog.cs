using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Choosing;
using ContactsApi.Revisions;
using ContactsApi.Storage;

namespace ContactsApi.Editing;

/// <summary>What a change would make of the catalog, or why it is not made.</summary>
/// <param name="Before">The revision that it starts from.</param>
/// <param name="Path">What is edited; nothing if it is the catalog as a whole.</param>
public sealed record EditedCatalog(CatalogSnapshot Before, ElementPath? Path)
{
    /// <summary>Nothing if the change is refused.</summary>
    public ContactDirectory? After { get; private init; }

    /// <summary>The elements that differ. One that only changes its place has the same body before and after.</summary>
    public IReadOnlyList<ElementChange> Changes { get; private init; } = [];

    public Refusal? Refusal { get; init; }

    /// <summary>The incidents that a rollback leaves alone.</summary>
    public IReadOnlyList<KeptIncident> Kept { get; init; } = [];

    /// <summary>Whether nothing stood at the place before.</summary>
    public bool Creates { get; init; }

    /// <param name="catalog">Without problems, by <see cref="CatalogRules"/>.</param>
    public EditedCatalog Of(Catalog catalog)
    {
        var old = CatalogElement.Split(Before.Directory.Catalog);
        var bodies = old.ToDictionary(element => (element.Kind, element.Id), element => element.Body);
        return this with
        {
            After = new ContactDirectory(catalog),
            Changes =
            [
                .. CatalogElement.Changed(old, CatalogElement.Split(catalog)).Select(element =>
                    new ElementChange(element.Kind, element.Id, bodies.GetValueOrDefault((element.Kind, element.Id)), element.Body)),
            ],
        };
    }
}
