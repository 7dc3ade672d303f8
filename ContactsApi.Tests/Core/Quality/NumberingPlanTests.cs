using ContactsApi.Core.Quality;
using PhoneNumbers;

namespace ContactsApi.Tests.Core.Quality;

public sealed class NumberingPlanTests
{
    private static readonly PhoneNumberUtil Library = PhoneNumberUtil.GetInstance();

    /// <summary>In Kazakhstan's ranges the library knows which codes are assigned; here all are another country's.</summary>
    [Fact]
    public void Of_every_code_it_says_what_libphonenumber_says() => Assert.All(Enumerable.Range(0, 1000).Select(code => $"+7{code:000}2345678"), phone =>
        Assert.Equal(NumberingPlan.IsOfKazakhstan(phone) ? NumberRange.AnotherCountry : ByTheLibrary(phone), NumberingPlan.RangeOf(phone)));

    [Theory]
    [InlineData("+7800555353")]
    [InlineData("+780055535350")]
    [InlineData("+7707777777")]
    public void A_number_of_another_length_is_none(string phone) => Assert.Equal(
        (NumberRange.Unassigned, false), (NumberingPlan.RangeOf(phone), Library.IsValidNumber(Library.Parse(phone, null))));

    private static NumberRange ByTheLibrary(string phone)
    {
        var number = Library.Parse(phone, null);
        return !Library.IsValidNumber(number) ? NumberRange.Unassigned
            : Library.GetRegionCodeForNumber(number) != "RU" ? NumberRange.AnotherCountry
            : Library.GetNumberType(number) == PhoneNumberType.TOLL_FREE ? NumberRange.TollFree
            : NumberRange.Charged;
    }
}
