using System.Text.Json.Nodes;
using ContactsApi.Core;
using ContactsApi.Editing;
using ContactsApi.Features.Responses;
using ContactsApi.Revisions;
using NodaTime;

namespace ContactsApi.Features.Admin;

/// <summary>What a write did, or with `dryRun=true` would do.</summary>
/// <param name="Written">Whether it made a revision. It did not if nothing differs, or with `dryRun=true`.</param>
/// <param name="CatalogRevision">The newest revision now: the one that it made, if it made one.</param>
/// <param name="Changes">What differs, element by element and field by field; empty if nothing does.</param>
/// <param name="Element">What was edited, as it is now and as GET gives it; null if it was removed, or if it is the catalog as a whole.</param>
/// <param name="Affects">For an incident the channels that it closes, for an override those whose hours it replaces; else null.</param>
/// <param name="SharedWith">Who has an address that this write brought or took away. A number may stand in several places: look whether it
/// has changed there too.</param>
/// <param name="Kept">The incidents that a rollback leaves as they are although the older revision has them otherwise; empty for any other write.</param>
/// <param name="DryRun">With `dryRun=true`, the answers that would change; else null.</param>
public sealed record WriteResponse(
    bool Written,
    long CatalogRevision,
    IReadOnlyList<ElementChangeResponse> Changes,
    JsonNode? Element,
    IReadOnlyList<AffectedChannelResponse>? Affects,
    IReadOnlyList<SharedAddressResponse> SharedWith,
    IReadOnlyList<KeptIncidentResponse> Kept,
    DryRunResponse? DryRun)
{
    public static WriteResponse Of(Writing writing, Language language) => new(
        writing.After != writing.Edited.Before,
        writing.After.Revision,
        ElementChangeResponse.Of(writing.Edited.Changes),
        Elements.At(writing.Edited.Path, writing.After.Directory.Catalog),
        AffectedChannelResponse.By(writing.Edited.Path, writing.After.Directory, language),
        SharedAddressResponse.Of(writing.Edited, language),
        KeptIncidentResponse.Of(writing.Edited.Kept, language),
        null);

    public static WriteResponse OfDryRun(EditedCatalog edited, Instant now, Language language) => new(
        false,
        edited.Before.Revision,
        ElementChangeResponse.Of(edited.Changes),
        Elements.At(edited.Path, edited.After!.Catalog),
        AffectedChannelResponse.By(edited.Path, edited.After, language),
        SharedAddressResponse.Of(edited, language),
        KeptIncidentResponse.Of(edited.Kept, language),
        DryRunResponse.Of(edited, now, language));
}

/// <summary>An incident that a rollback leaves as it is.</summary>
/// <param name="Standing">How it stands now.</param>
/// <param name="Text">What becomes of it, in the language of the answer.</param>
public sealed record KeptIncidentResponse(string Id, string ChannelId, IncidentStanding Standing, string Text)
{
    public static IReadOnlyList<KeptIncidentResponse> Of(IReadOnlyList<KeptIncident> kept, Language language) =>
        [.. kept.Select(one => new KeptIncidentResponse(one.Incident.Id, one.Incident.ChannelId, one.Standing, one.Text.In(language)))];
}
