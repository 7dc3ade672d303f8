using System.Text.Json.Nodes;
using ContactsApi.Revisions;
using ContactsApi.Storage;

namespace ContactsApi.Features.Responses;

/// <summary>What a change of the catalog does to one of its elements.</summary>
/// <param name="Kind">The list of the catalog that the element is in, as `channels`.</param>
/// <param name="Id">The element's id in that list.</param>
/// <param name="Fields">What differs, field by field.</param>
public sealed record ElementChangeResponse(string Kind, string Id, ChangeKind Change, IReadOnlyList<FieldChangeResponse> Fields)
{
    /// <summary>Leaves out what only changed its place in the list, or the form in which it is written.</summary>
    public static IReadOnlyList<ElementChangeResponse> Of(IEnumerable<ElementChange> changes) =>
    [
        .. from change in changes.Select(ElementDifference.Of).OfType<ElementDifference>()
           select new ElementChangeResponse(
               change.Kind, change.Id!, change.Change!.Value, [.. change.Fields.Select(field => new FieldChangeResponse(field.Path, field.Before, field.After))]),
    ];
}

/// <summary>A field of an element before and after.</summary>
/// <param name="Path">As `hours[hours-3.1].rank`; empty for the element as a whole.</param>
/// <param name="Before">Null if the field was not there.</param>
/// <param name="After">Null if the field is no longer there.</param>
public sealed record FieldChangeResponse(string Path, JsonNode? Before, JsonNode? After);
