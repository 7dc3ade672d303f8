using System.Runtime.CompilerServices;
using ContactsApi.Core;
using ContactsApi.Core.Channels;
using PhoneNumbers;

namespace ContactsApi.Features.Answers;

/// <summary>How to reach a channel.</summary>
/// <param name="Display">For a person to read: a number in international form, or words.</param>
/// <param name="Uri">For a program to open: `tel:`, `https:` or the app's own scheme; null for an office of which only the postal address
/// is known.</param>
/// <param name="Dial">The digits to dial from the country asked for; null if none was, or it is not known for that country.</param>
/// <param name="Verification">Whether somebody verified or disputed the address; null if nobody did either.</param>
public sealed record AddressResponse(string Display, string? Uri, string? Dial, VerificationResponse? Verification)
{
    private static readonly PhoneNumberUtil Numbers = PhoneNumberUtil.GetInstance();

    /// <summary>Reading and showing a number takes longer than choosing a channel does; each is known as long as its catalog.</summary>
    private static readonly ConditionalWeakTable<ChannelAddress, ShownNumber> Known = [];

    /// <param name="Number">Nothing for a number of no known country, as a source may give it: that is shown as it is.</param>
    private sealed record ShownNumber(PhoneNumber? Number, string Display);

    public static AddressResponse? Of(Channel channel, Language language, string? country = null)
    {
        if (channel.Address is not { } address)
            return null;
        var number = address.Phone is { } given ? Known.GetValue(address, _ => Show(given)) : null;
        return new AddressResponse(
            address.Display?.In(language) ?? number!.Display,
            address.Phone is { } phone ? $"tel:{phone}" : address.Uri?.OriginalString,
            number?.Number is null || country is null ? null : Dialled(number.Number, country),
            VerificationResponse.Of(address.Verification, language));
    }

    private static ShownNumber Show(string phone)
    {
        try
        {
            var number = Numbers.Parse(phone, null);
            return new(number, Numbers.Format(number, PhoneNumberFormat.INTERNATIONAL));
        }
        catch (NumberParseException)
        {
            return new(null, phone);
        }
    }

    private static string? Dialled(PhoneNumber number, string country)
    {
        if (!Numbers.GetSupportedRegions().Contains(country))
            return null;
        // Kazakhstan shares Russia's country code, and the library then dials as within one country: another line may answer.
        if (Numbers.GetCountryCodeForRegion(country) == number.CountryCode && Numbers.GetRegionCodeForNumber(number) != country)
            return null;
        var dialled = Numbers.FormatOutOfCountryCallingNumber(number, country);
        // Where callers pick a carrier by the prefix there is no prefix to name, and the library leaves the "+".
        return dialled.StartsWith('+') ? null : dialled;
    }
}
