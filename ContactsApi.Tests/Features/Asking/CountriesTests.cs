using ContactsApi.Features.Asking;
using PhoneNumbers;

namespace ContactsApi.Tests.Features.Asking;

public sealed class CountriesTests
{
    [Fact]
    public void ISO_3166_has_249_countries_with_codes_of_two_capitals()
    {
        Assert.Equal(249, Countries.Codes.Count);
        Assert.All(Countries.Codes, code => Assert.Matches("^[A-Z]{2}$", code));
    }

    /// <summary>Ascension, Tristan da Cunha and Kosovo have codes, but not by the standard itself.</summary>
    [Fact]
    public void All_with_phone_numbers_are_among_them_save_three_that_the_standard_does_not_list() =>
        Assert.Equal(["AC", "TA", "XK"], PhoneNumberUtil.GetInstance().GetSupportedRegions().Except(Countries.Codes).Order());
}
