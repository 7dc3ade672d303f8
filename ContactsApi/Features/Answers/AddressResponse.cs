using ContactsApi.Core;
using ContactsApi.Core.Channels;
using PhoneNumbers;

namespace ContactsApi.Features.Answers;

/// <summary>How to reach a channel.</summary>
/// <param name="Display">For a person to read: a number in international form, or words.</param>
/// <param name="Uri">For a program to open: `tel:`, `https:` or the app's own scheme.</param>
/// <param name="Dial">The digits to dial from the country asked for; null if none was, or it is not known for that country.</param>
public sealed record AddressResponse(string Display, string Uri, string? Dial)
{
    private static readonly PhoneNumberUtil Numbers = PhoneNumberUtil.GetInstance();

    public static AddressResponse? Of(Channel channel, Language language, string? country = null) => channel.Address switch
    {
        null => null,
        { Phone: { } phone } => OfPhone(phone, country),
        var address => new AddressResponse(address.Display!.In(language), address.Uri!.OriginalString, null),
    };

    private static AddressResponse OfPhone(string phone, string? country)
    {
        var uri = $"tel:{phone}";
        try
        {
            var number = Numbers.Parse(phone, null);
            return new AddressResponse(
                Numbers.Format(number, PhoneNumberFormat.INTERNATIONAL), uri, country is null ? null : Dialled(number, country));
        }
        catch (NumberParseException)
        {
            // A number of no known country, as a source may give it: shown as it is.
            return new AddressResponse(phone, uri, null);
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
