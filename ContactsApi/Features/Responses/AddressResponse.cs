using System.Runtime.CompilerServices;
using ContactsApi.Core;
using ContactsApi.Core.Channels;

namespace ContactsApi.Features.Responses;

/// <summary>How to reach a channel.</summary>
/// <param name="Display">For a person to read: a number in the customary form, or words. A toll-free number is shown as it is dialled within
/// Russia to those who are there.</param>
/// <param name="Uri">For a program to open: `tel:` with the number in E.164, `https:`, `mailto:` or the scheme of a well-known app; null where no
/// such address is known, as for an office of which there is only the postal address.</param>
/// <param name="Dial">What to dial in the country asked for: digits with its international prefix, or the number with `+` where no one prefix
/// is sure. Null if no country was asked for, or the address is no number.</param>
/// <param name="DialNote">What to know when dialling so, in the language of the answer; null if there is nothing.</param>
/// <param name="Links">What opens the very chat, form or app on a platform; null if no such link is known.</param>
/// <param name="Verification">Whether somebody verified or disputed the address; null if nobody did either.</param>
public sealed record AddressResponse(
    string Display, string? Uri, string? Dial, string? DialNote, PlatformLinksResponse? Links, VerificationResponse? Verification)
{
    /// <summary>Reading and showing a number takes longer than choosing a channel does; each is known as long as its catalog.</summary>
    private static readonly ConditionalWeakTable<ChannelAddress, ListedPhone> Known = [];

    /// <summary>As the directory shows it.</summary>
    public static AddressResponse? Of(Channel channel, Language language) =>
        channel.Address is null ? null : Of(channel, language, null, isAbroad: channel.Priority.Keys.All(segment => segment == Segment.Abroad));

    /// <summary>As it is shown to somebody.</summary>
    /// <param name="channel">With an address.</param>
    /// <param name="country">Where the caller dials; if that is not known, the segment tells whether it is in Russia.</param>
    public static AddressResponse Of(Channel channel, Language language, Segment segment, string? country) =>
        Of(channel, language, country, isAbroad: country is null ? segment == Segment.Abroad : country != ListedPhone.Russia);

    private static AddressResponse Of(Channel channel, Language language, string? country, bool isAbroad)
    {
        var address = channel.Address!;
        var phone = address.Phone is { } given ? Known.GetValue(address, _ => ListedPhone.Of(given)) : null;
        var dialling = country is null ? null : phone?.From(country);
        return new AddressResponse(
            address.Display?.In(language) ?? (isAbroad ? phone!.International : phone!.InRussia),
            address.Link(),
            dialling?.Dial,
            dialling?.Note?.In(language),
            PlatformLinksResponse.Of(address.Links),
            VerificationResponse.Of(address.Verification, language));
    }
}

/// <summary>What opens the way on a platform; null where there is no such link.</summary>
public sealed record PlatformLinksResponse(string? Web, string? Android, string? Ios)
{
    public static PlatformLinksResponse? Of(PlatformLinks? links) => links is null ? null : new(Text(links.Web), Text(links.Android), Text(links.Ios));

    private static string? Text(Uri? link) => SafeLink.Of(link)?.OriginalString;
}
