using ContactsApi.Core.Catalogs;
using NodaTime;

namespace ContactsApi.CatalogFiles;

/// <summary>
/// The revision that a file was exported from, as the file itself tells it: by that an import knows what the file changed, and what
/// others did meanwhile. It is no part of the <see cref="Catalog"/>.
/// </summary>
/// <param name="CreatedAt">Tells revisions of one number apart: of two stores, or of one before and after a backup was restored.</param>
public sealed record ExportedFrom(long Revision, Instant CreatedAt)
{
    /// <summary>The property of the file.</summary>
    public const string Property = "exportedFrom";
}
