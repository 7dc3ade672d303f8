using System.Text.Json.Serialization;
using ContactsApi.Core;
using ContactsApi.Core.Channels;
using ContactsApi.Features.Responses;

namespace ContactsApi.Features.Channels;

/// <summary>The channels asked for as a list shows them, in the order of the catalog.</summary>
/// <param name="CatalogRevision">The revision that was answered from.</param>
public sealed record ShortChannelsResponse(long CatalogRevision, IReadOnlyList<ShortChannelResponse> Channels);

/// <summary>One way to reach the support centre, in short. What there is not is left out.</summary>
/// <param name="Name">In the language of the answer.</param>
/// <param name="Address">Absent where the source gives none.</param>
public sealed record ShortChannelResponse(
    string Id,
    ChannelKind Kind,
    Mode Mode,
    string Name,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ShortAddressResponse? Address)
{
    public static ShortChannelResponse Of(Channel channel, Language language) => new(
        channel.Id,
        channel.Kind,
        channel.Mode,
        channel.Name.In(language),
        AddressResponse.Of(channel, language) is { } address ? ShortAddressResponse.Of(address) : null);
}
