using System.Text.Json.Nodes;
using ContactsApi.Editing;
using ContactsApi.Storage;

namespace ContactsApi.Features.Admin;

/// <summary>A list of the catalog as stewards write it.</summary>
/// <param name="CatalogRevision">The newest revision of the catalog.</param>
public sealed record ElementsResponse(long CatalogRevision, IReadOnlyList<ElementResponse> Elements)
{
    public static ElementsResponse Of(CatalogPart list, CatalogSnapshot snapshot) => new(
        snapshot.Revision,
        [
            .. from element in Admin.Elements.In(list, snapshot.Directory.Catalog)
               select new ElementResponse(element.Place.Id, Preconditions.TagOf(element.Place.VersionIn(snapshot)!.Value), element.Json),
        ]);
}

/// <summary>An element of the catalog.</summary>
/// <param name="Id">Its id, code or year.</param>
/// <param name="ETag">What to send as `If-Match` to change it: the revision that last changed it, in quotes.</param>
/// <param name="Element">As it is written in catalog files: what reads the same when it is left out is left out.</param>
public sealed record ElementResponse(string Id, string ETag, JsonNode Element);
