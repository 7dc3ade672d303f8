using ContactsApi.Tests.Support;
using static ContactsApi.Tests.Support.Findings;

namespace ContactsApi.Tests.Core.Quality;

/// <summary>The shipped calendar has decrees for 2013 to 2027.</summary>
public sealed class CalendarYearMissingTests
{
    private const string Code = "calendar-year-missing";

    [Theory]
    [InlineData("2026-01-01", "")]
    [InlineData("2026-12-31", "")]
    [InlineData("2027-10-31", "")]
    [InlineData("2027-11-01", "2028")]
    [InlineData("2027-12-31", "2028")]
    [InlineData("2028-01-01", "2028")]
    [InlineData("2028-10-31", "2028")]
    [InlineData("2028-11-01", "2028 2029")]
    [InlineData("2012-10-31", "2012")]
    [InlineData("2012-11-01", "2012")]
    public void This_year_and_from_1_November_on_the_next_need_a_decree(string today, string years) => Assert.Equal(
        years.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(year => $"For {year} there is no decree on days off: the days of that year follow the law alone and may still change."),
        Texts(Code, Domain.Shipped, Domain.Date(today)));
}
