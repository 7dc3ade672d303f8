using ContactsApi.Core;
using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Choosing;
using ContactsApi.Features.Answers;

namespace ContactsApi.Features.Pages;

/// <summary>The number that a segment is told where nothing is known of the present.</summary>
public sealed record PlainNumber(ChannelDesk Desk, string Uri, string Display)
{
    /// <summary>Of the numbers at which a person answers anybody of the segment, the one that our editors put first.</summary>
    public static PlainNumber? Of(ContactDirectory directory, Segment segment) => directory.DesksOf(segment)
        .Where(desk => desk.Channel is { Mode: Mode.Live, Address.Phone: not null } && desk.AgainstBeforehand == default)
        .OrderBy(desk => desk.Priority)
        .Select(desk => (Desk: desk, Address: AddressResponse.Of(desk.Channel, Language.Ru)!))
        .Select(one => new PlainNumber(one.Desk, one.Address.Uri!, one.Address.Display))
        .FirstOrDefault();
}
