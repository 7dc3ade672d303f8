using ContactsApi.Tests.Support;
using static ContactsApi.Tests.Support.Findings;

namespace ContactsApi.Tests.Core.Quality;

/// <summary>The shipped calendar has decrees for 2020 to 2026.</summary>
public sealed class CalendarYearMissingTests
{
    private const string Code = "calendar-year-missing";

    [Theory]
    [InlineData("2025-12-31", "")]
    [InlineData("2026-01-01", "2027")]
    [InlineData("2026-12-31", "2027")]
    [InlineData("2027-01-01", "2027 2028")]
    [InlineData("2019-06-01", "2019")]
    public void This_year_and_the_next_need_a_decree(string today, string years) => Assert.Equal(
        years.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(year => $"For {year} there is no decree on days off: the days of that year follow the law alone and may still change."),
        Texts(Code, Domain.Shipped, Domain.Date(today)));
}
