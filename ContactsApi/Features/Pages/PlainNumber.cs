using ContactsApi.Core;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Choosing;
using ContactsApi.Features.Responses;

namespace ContactsApi.Features.Pages;

/// <summary>The number that a segment is told where nothing is known of the present.</summary>
public sealed record PlainNumber(ServedChannel Served, string Uri, string Display)
{
    /// <summary>Of the numbers at which a person answers anybody of the segment, the one that our editors put first.</summary>
    public static PlainNumber? Of(ContactDirectory directory, Segment segment) => directory.ServedIn(segment)
        .Where(served => served.Channel is { Mode: Mode.Live, Address.Phone: not null } && served.AgainstBeforehand == default)
        .OrderBy(served => served.Priority)
        .Select(served => (Served: served, Address: AddressResponse.Of(served.Channel, Language.Ru)!))
        .Select(one => new PlainNumber(one.Served, one.Address.Uri!, one.Address.Display))
        .FirstOrDefault();
}
