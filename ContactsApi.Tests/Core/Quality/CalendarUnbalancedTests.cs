using ContactsApi.Core.Calendar;
using static ContactsApi.Tests.Support.Domain;
using static ContactsApi.Tests.Support.Findings;

namespace ContactsApi.Tests.Core.Quality;

public sealed class CalendarUnbalancedTests
{
    private const string Code = "calendar-unbalanced";

    [Fact]
    public void The_shipped_years_are_balanced() => Assert.Empty(Texts(Code, Shipped));

    // 2026 moves Sunday 8 March to Monday 9 March, and Saturday 3 January to Friday 9 January.
    [Fact]
    public void A_day_off_moved_from_a_working_day_is_found() => Assert.Equal(
        ["The day off of 2026-03-09 is moved from 2026-03-10, which is neither a Saturday nor a Sunday."],
        Faults("2026-03-09 from 2026-03-10"));

    [Fact]
    public void A_day_off_moved_from_a_weekend_day_that_stays_one_is_found() => Assert.Equal(
        ["The day off of 2026-03-09 is moved from 2026-03-07, which is neither a holiday nor worked: it stays a day off."],
        Faults("2026-03-09 from 2026-03-07"));

    [Theory] // Saturday 23 February 2013 and Sunday 23 February 2014 moved to the Monday after by statute, and from there by decree.
    [InlineData(2013, "2013-05-10 from 2013-02-26")]
    [InlineData(2014, "2014-11-03 from 2014-02-25")]
    public void A_day_off_may_be_moved_on_from_where_the_statute_moved_it_and_from_no_other_working_day(int year, string row) =>
        Assert.Equal([$"The day off of {row.Replace(" from ", " is moved from ")}, which is neither a Saturday nor a Sunday."], Faults(year, row));

    [Fact]
    public void A_weekend_day_worked_for_nothing_is_found() => Assert.Equal(
        ["2026-03-14 is a weekend day that is worked, but no other day is off for it."], Faults("2026-03-14 worked"));

    [Fact]
    public void A_weekend_day_worked_for_another_day_off_is_not_found() =>
        Assert.Empty(Faults("2026-03-14 worked", "2026-03-16 from 2026-03-14"));

    [Fact]
    public void A_day_off_moved_twice_is_found() =>
        Assert.Equal(["The day off of 2026-03-08 is moved more than once."], Faults("2026-03-10 from 2026-03-08"));

    [Fact]
    public void A_day_off_moved_to_a_day_off_is_found_by_the_total() =>
        Assert.Equal(["2026 has 248 working days; by law it should have 247."], Faults("2026-03-09", "2026-03-14 from 2026-03-08"));

    [Fact]
    public void A_day_off_that_was_not_moved_is_found_by_the_total() =>
        Assert.Equal(["2026 has 248 working days; by law it should have 247."], Faults("2026-01-09"));

    [Fact]
    public void Two_days_off_of_January_are_moved_and_no_third() // 1, 2 and 8 January 2022 are weekend days.
    {
        Assert.Empty(Faults(2022));
        Assert.Equal(["2022 has 246 working days; by law it should have 247."], Faults(2022, "2022-03-09 from 2022-01-08"));
    }

    [Fact]
    public void Days_that_the_President_declares_non_working_come_on_top() => Assert.Empty(Texts(Code, Shipped with
    {
        Years = [.. Shipped.Years.Select(year => year with { NonWorking = [new(new(year.Year, 7, 1), new(year.Year, 7, 10), Reason)] })],
    }));

    [Fact]
    public void A_year_before_the_rule_of_January_is_not_counted() =>
        Assert.Empty(Texts(Code, Shipped with { Years = [new DecreeYear(2012, Reason)] }));

    private static IEnumerable<string> Faults(params string[] rows) => Faults(2026, rows);

    /// <summary>Rows as <c>2026-03-09 from 2026-03-08</c> and <c>2026-03-14 worked</c>, in place of those of the same date; a mere date says nothing of it.</summary>
    private static IEnumerable<string> Faults(int year, params string[] rows)
    {
        var days = rows.Select(row => row.Split(' ')).Select(row => new DecreeDay(Date(row[0]))
        {
            MovedFrom = row is [_, "from", var from] ? Date(from) : null,
            WorkingWeekend = row is [_, "worked"],
        }).ToDictionary(day => day.Date);
        return Texts(Code, Shipped with
        {
            Years = [.. Shipped.Years.Select(known => known.Year != year ? known : known with
            {
                Days = [.. known.Days.Where(day => !days.ContainsKey(day.Date)), .. days.Values],
            })],
        });
    }
}
