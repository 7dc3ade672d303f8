using ContactsApi.CatalogFiles;
using ContactsApi.Core.Calendar;
using ContactsApi.Tests.Support;
using NodaTime;

namespace ContactsApi.Tests.Core.Calendar;

/// <summary>The shipped decree years, date by date, against the official production calendars.</summary>
public sealed class DecreeYearTests
{
    private static readonly ProductionCalendar Calendar = new(ShippedCatalog.Read().Statute, ShippedCatalog.Read().Years);

    public static TheoryData<int> Years => [2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027];

    [Theory]
    [MemberData(nameof(Years))]
    public void Every_date_is_of_the_official_kind(int year)
    {
        var official = new OfficialYear(year);

        Assert.All(Calendar.DaysOf(year), day => Assert.Equal((day.Date, Kind(official, day.Date)), (day.Date, day.Kind)));
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void Just_the_official_days_are_shortened(int year)
    {
        var official = new OfficialYear(year);

        Assert.All(Calendar.DaysOf(year), day => Assert.Equal((day.Date, official.Type(day.Date) == "2"), (day.Date, day.Shortened)));
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void A_moved_day_off_comes_from_where_the_official_calendar_says(int year)
    {
        var official = new OfficialYear(year);

        Assert.All(
            Calendar.DaysOf(year).Where(day => official.MovedFrom(day.Date) is not null),
            day => Assert.Equal(official.MovedFrom(day.Date), day.MovedFrom));
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void Holidays_and_non_working_days_are_those_that_the_official_calendar_names(int year)
    {
        var official = new OfficialYear(year);

        Assert.All(Calendar.DaysOf(year), day =>
        {
            Assert.Equal(official.Title(day.Date) is not null, day.Holiday is not null || (day.NonWorkingBy is not null && !IsOffAnyway(day)));
            if (day.Holiday is { } holiday)
                Assert.StartsWith(holiday.Ru, official.Title(day.Date), StringComparison.Ordinal);
        });
    }

    /// <summary>The spans as the decrees themselves give them.</summary>
    [Theory]
    [InlineData("206 of 25 March 2020", "2020-03-30", "2020-04-03", "hhhhh")]
    [InlineData("239 of 2 April 2020", "2020-04-04", "2020-04-30", "hhhhhhhhhhhhhhhhhhhhhhhhhhh")]
    [InlineData("294 of 28 April 2020", "2020-05-06", "2020-05-08", "hhh")]
    [InlineData("345 of 29 May 2020", "2020-06-24", "2020-06-24", "h")]
    [InlineData("354 of 1 June 2020", "2020-07-01", "2020-07-01", "h")]
    [InlineData("242 of 23 April 2021", "2021-05-04", "2021-05-07", "hhhh")]
    [InlineData("595 of 20 October 2021", "2021-10-30", "2021-11-07", "hhhhhhhsu")] // its last weekend stays an ordinary one
    public void Every_day_of_a_non_working_span_names_its_decree_and_keeps_its_kind(string decree, string from, string to, string kinds)
    {
        var span = new DateInterval(Domain.Date(from), Domain.Date(to));

        Assert.Equal(
            span, Calendar.DaysOf(span.Start.Year).Where(day => day.NonWorkingBy?.En == $"Presidential Decree No. {decree}").Select(day => day.Date));
        Assert.Equal(kinds, string.Concat(span.Select(date => Calendar.KindOf(date) switch
        {
            DayKind.Holiday => 'h',
            DayKind.Saturday => 's',
            DayKind.Sunday => 'u',
            _ => 'w',
        })));
    }

    /// <summary>What the decrees say, where the official calendars do not tell from where a day off was moved.</summary>
    [Theory]
    [InlineData("2013-05-02 < 2013-01-05, 2013-05-03 < 2013-01-06, 2013-05-10 < 2013-02-25")]
    [InlineData("2014-03-10 < 2014-03-08, 2014-05-02 < 2014-01-04, 2014-06-13 < 2014-01-05, 2014-11-03 < 2014-02-24")]
    [InlineData("2015-01-09 < 2015-01-03, 2015-03-09 < 2015-03-08, 2015-05-04 < 2015-01-04, 2015-05-11 < 2015-05-09")]
    [InlineData("2016-02-22 < 2016-02-20, 2016-03-07 < 2016-01-03, 2016-05-02 < 2016-05-01, 2016-05-03 < 2016-01-02, 2016-06-13 < 2016-06-12")]
    [InlineData("2017-02-24 < 2017-01-01, 2017-05-08 < 2017-01-07, 2017-11-06 < 2017-11-04")]
    [InlineData("2018-03-09 < 2018-01-06, 2018-04-30 < 2018-04-28, 2018-05-02 < 2018-01-07, 2018-06-11 < 2018-06-09, 2018-11-05 < 2018-11-04, 2018-12-31 < 2018-12-29")]
    [InlineData("2019-05-02 < 2019-01-05, 2019-05-03 < 2019-01-06, 2019-05-10 < 2019-02-23")]
    public void Days_off_of_the_earlier_years_come_from_where_their_decree_or_the_statute_says(string moves) => Assert.Equal(
        moves, string.Join(", ", Calendar.DaysOf(Domain.Date(moves[..10]).Year).Where(day => day.MovedFrom is not null).Select(day => $"{day.Date:uuuu-MM-dd} < {day.MovedFrom:uuuu-MM-dd}")));

    [Theory]
    [MemberData(nameof(Years))]
    public void A_decree_is_the_basis(int year) =>
        Assert.All(Calendar.DaysOf(year), day => Assert.Equal(CalendarBasis.Decree, day.Basis));

    [Fact]
    public void The_New_Year_of_2026_is_twelve_days_off()
    {
        var daysOff = new DateInterval(new(2025, 12, 31), new(2026, 1, 11));

        Assert.Equal(12, daysOff.Length);
        Assert.DoesNotContain(DayKind.Workday, daysOff.Select(Calendar.KindOf));
        Assert.Equal(DayKind.Workday, Calendar.KindOf(daysOff.Start.PlusDays(-1)));
        Assert.Equal(DayKind.Workday, Calendar.KindOf(daysOff.End.PlusDays(1)));
    }

    [Fact]
    public void The_Saturday_of_1_November_2025_is_worked_for_the_Monday_after_it()
    {
        var saturday = Calendar.DayOf(new(2025, 11, 1));
        var monday = Calendar.DayOf(new(2025, 11, 3));

        Assert.Equal((DayKind.Workday, true, true), (saturday.Kind, saturday.WorkingWeekend, saturday.Shortened));
        Assert.Equal((DayKind.Holiday, saturday.Date), (monday.Kind, monday.MovedFrom));
    }

    [Fact]
    public void The_Saturday_of_20_February_2021_is_worked_and_shortened()
    {
        var saturday = Calendar.DayOf(new(2021, 2, 20));

        Assert.Equal((DayKind.Workday, true, true), (saturday.Kind, saturday.WorkingWeekend, saturday.Shortened));
    }

    /// <summary>The official calendar then does not name the decree.</summary>
    private static bool IsOffAnyway(CalendarDay day) => day.MovedFrom is not null || day.OrdinaryWeekend;

    private static DayKind Kind(OfficialYear official, LocalDate date) => (official.Type(date), date.DayOfWeek) switch
    {
        ("2" or "3", _) => DayKind.Workday,
        // A weekend day that is listed for no reason is an ordinary one.
        ("1", IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) when official.Title(date) is not null || official.MovedFrom(date) is not null => DayKind.Holiday,
        (_, IsoDayOfWeek.Saturday) => DayKind.Saturday,
        (_, IsoDayOfWeek.Sunday) => DayKind.Sunday,
        ("1", _) => DayKind.Holiday,
        _ => DayKind.Workday,
    };
}
