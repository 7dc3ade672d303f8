using ContactsApi.Core.Channels;
using ContactsApi.Core.Quality;
using PhoneNumbers;

namespace ContactsApi.Features.Quality;

/// <summary>The phone or fax number of a channel, as libphonenumber understands it.</summary>
/// <param name="Number">Nothing if it cannot be read, or no such number can exist.</param>
public sealed record ListedNumber(Channel Channel, PhoneNumber? Number)
{
    public static PhoneNumberUtil Numbering { get; } = PhoneNumberUtil.GetInstance();

    public string Digits => Channel.Address!.Phone!;

    public static IEnumerable<ListedNumber> In(Examination examination) =>
        from channel in examination.Catalog.Channels
        where channel.Address?.Phone is not null
        select new ListedNumber(channel, Valid(channel.Address!.Phone!));

    private static PhoneNumber? Valid(string phone)
    {
        try
        {
            var number = Numbering.Parse(phone, null);
            return Numbering.IsValidNumber(number) ? number : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }
}
