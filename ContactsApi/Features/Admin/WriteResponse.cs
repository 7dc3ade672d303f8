using System.Text.Json.Nodes;
using ContactsApi.Core;
using ContactsApi.Editing;
using ContactsApi.Features.Answers;
using NodaTime;

namespace ContactsApi.Features.Admin;

/// <summary>What a write did, or with `dryRun=true` would do.</summary>
/// <param name="Written">Whether it made a revision. It did not if nothing differs, or with `dryRun=true`.</param>
/// <param name="CatalogRevision">The newest revision now: the one that it made, if it made one.</param>
/// <param name="Changes">What differs, element by element and field by field; empty if nothing does.</param>
/// <param name="Element">What was edited, as it is now and as GET gives it; null if it was removed, or if it is the catalog as a whole.</param>
/// <param name="SharedWith">Who has an address that this write brought or took away. A number may stand in several places: look whether it
/// has changed there too.</param>
/// <param name="DryRun">With `dryRun=true`, the answers that would change; else null.</param>
public sealed record WriteResponse(
    bool Written,
    long CatalogRevision,
    IReadOnlyList<ElementChangeResponse> Changes,
    JsonNode? Element,
    IReadOnlyList<SharedAddressResponse> SharedWith,
    DryRunResponse? DryRun)
{
    public static WriteResponse Of(Writing writing, Language language) => new(
        writing.After != writing.Draft.Before,
        writing.After.Revision,
        ElementChangeResponse.Of(writing.Draft.Changes),
        Elements.At(writing.Draft.Place, writing.After.Directory.Catalog),
        SharedAddressResponse.Of(writing.Draft, language),
        null);

    public static WriteResponse OfDryRun(Draft draft, Instant now, Language language) => new(
        false,
        draft.Before.Revision,
        ElementChangeResponse.Of(draft.Changes),
        Elements.At(draft.Place, draft.After!.Catalog),
        SharedAddressResponse.Of(draft, language),
        DryRunResponse.Of(draft, now, language));
}
