using ContactsApi.Core;
using ContactsApi.Hosting.Queries;
using ContactsApi.Storage;

namespace ContactsApi.Features.Asking;

/// <summary>From which state of knowledge a caller wants to be answered.</summary>
public static class RevisionSelector
{
    private static readonly LocalizedText EitherOr = new("Дайте либо revision, либо asOf.", "Give either revision or asOf.");

    private static readonly LocalizedText NothingKnownYet = new("Тогда каталога ещё не было.", "There was no catalog yet.");

    /// <summary>The snapshot that <c>revision</c> or <c>asOf</c> ask for; nothing if they ask for none, or for one that there is not.</summary>
    /// <exception cref="StoreUnavailableException">An older revision cannot be read now.</exception>
    public static CatalogSnapshot? Asked(QueryReader query, CatalogSnapshots snapshots, out bool byRevision)
    {
        byRevision = query.TryGet(Parameters.Revision, out var revision);
        var byInstant = query.TryGet(Parameters.AsOf, out var asOf);
        if (byRevision && byInstant)
        {
            query.Refuse(Parameters.AsOf.Name, EitherOr);
            return null;
        }

        var asked = byRevision ? snapshots.Of(revision) : byInstant ? snapshots.At(asOf) : null;
        if (byRevision && asked is null)
            query.Refuse(Parameters.Revision.Name, NewestIs(snapshots.Current.Revision));
        if (byInstant && asked is null)
            query.Refuse(Parameters.AsOf.Name, NothingKnownYet);
        return asked;
    }

    public static LocalizedText NewestIs(long number) => new($"Новейшая ревизия: {number}.", $"The newest revision is {number}.");
}
