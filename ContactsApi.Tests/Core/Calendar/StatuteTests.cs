using ContactsApi.CatalogFiles;
using ContactsApi.Core.Calendar;
using NodaTime;
using NodaTime.Text;

namespace ContactsApi.Tests.Core.Calendar;

/// <summary>Years for which no decree is known, projected from the Labour Code.</summary>
public sealed class StatuteTests
{
    private static readonly Statute Statute = ShippedCatalog.Read().Statute;

    private static readonly ProductionCalendar Calendar = new(Statute, []);

    public static IEnumerable<TheoryDataRow<int>> Years => Enumerable.Range(2000, 101).Select(year => new TheoryDataRow<int>(year));

    [Theory]
    // 2027: 1 May is a Saturday, 9 May a Sunday, 12 June a Saturday.
    [InlineData("2027-05-01", DayKind.Holiday, null)]
    [InlineData("2027-05-02", DayKind.Sunday, null)]
    [InlineData("2027-05-03", DayKind.Holiday, "2027-05-01")]
    [InlineData("2027-05-04", DayKind.Workday, null)]
    [InlineData("2027-05-08", DayKind.Saturday, null)]
    [InlineData("2027-05-10", DayKind.Holiday, "2027-05-09")]
    [InlineData("2027-06-14", DayKind.Holiday, "2027-06-12")]
    // The turn of 2027 (Fri 31 December; 8 and 9 January are a weekend): no decree, so nothing is moved out of January.
    [InlineData("2027-12-31", DayKind.Workday, null)]
    [InlineData("2028-01-01", DayKind.Holiday, null)]
    [InlineData("2028-01-08", DayKind.Holiday, null)]
    [InlineData("2028-01-09", DayKind.Sunday, null)]
    [InlineData("2028-01-10", DayKind.Workday, null)]
    // 23 February on a Saturday, on a Sunday, on a Monday.
    [InlineData("2030-02-25", DayKind.Holiday, "2030-02-23")]
    [InlineData("2031-02-24", DayKind.Holiday, "2031-02-23")]
    [InlineData("2032-02-24", DayKind.Workday, null)]
    // 8 March on a Saturday, on a Sunday.
    [InlineData("2031-03-10", DayKind.Holiday, "2031-03-08")]
    [InlineData("2037-03-09", DayKind.Holiday, "2037-03-08")]
    // 1 May on a Sunday; 9 May on a Saturday.
    [InlineData("2033-05-02", DayKind.Holiday, "2033-05-01")]
    [InlineData("2037-05-11", DayKind.Holiday, "2037-05-09")]
    // 12 June on a Sunday.
    [InlineData("2033-06-13", DayKind.Holiday, "2033-06-12")]
    // 4 November on a Saturday, on a Sunday.
    [InlineData("2028-11-06", DayKind.Holiday, "2028-11-04")]
    [InlineData("2029-11-05", DayKind.Holiday, "2029-11-04")]
    public void A_date_is_as_the_law_says(string date, DayKind kind, string? movedFrom)
    {
        var day = Calendar.DayOf(Date(date));

        Assert.Equal((kind, CalendarBasis.Statute), (day.Kind, day.Basis));
        Assert.Equal(movedFrom is null ? null : Date(movedFrom), day.MovedFrom);
    }

    [Theory]
    [InlineData("2027-12-31", true)] // Friday before 1 January
    [InlineData("2027-02-22", true)] // Monday before 23 February
    [InlineData("2027-11-03", true)] // Wednesday before 4 November
    [InlineData("2027-04-30", true)] // Friday before 1 May, a Saturday
    [InlineData("2027-03-05", false)] // Friday, with a weekend before 8 March
    [InlineData("2027-05-07", false)] // Friday, with a Saturday before 9 May
    [InlineData("2028-12-31", false)] // Sunday before 1 January
    [InlineData("2030-02-22", true)] // Friday before 23 February, a Saturday
    public void A_working_day_right_before_a_holiday_is_shortened(string date, bool shortened) =>
        Assert.Equal(shortened, Calendar.DayOf(Date(date)).Shortened);

    [Theory]
    [InlineData(2026, null, "2026-02-28")]
    [InlineData(2028, "2028-02-29", "2028-02-28")]
    public void A_holiday_on_29_February_is_there_in_leap_years_alone(int year, string? leap, string other)
    {
        var holidays = new Statute(new("а", "a"), [new(new(2, 28), new("а", "a")), new(new(2, 29), new("а", "a"))]).HolidaysOf(year).Keys;

        Assert.Equal([Date(other), .. leap is null ? [] : new[] { Date(leap) }], holidays.Order());
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void A_projected_year_holds_to_the_law(int year)
    {
        var days = Statute.Project(year).ToList();
        var holidays = Statute.HolidaysOf(year).Keys.ToHashSet();

        Assert.Equal(Statute.DatesOf(year), days.Select(day => day.Date));
        Assert.Equal(14, holidays.Count);
        Assert.All(days, day =>
        {
            Assert.Equal(holidays.Contains(day.Date), day.Holiday is not null);
            Assert.Equal(IsOff(day), day.Kind != DayKind.Workday);
        });
        Assert.Equal(
            holidays.Where(date => IsWeekend(date) && date.Month != 1).Order(),
            days.Select(day => day.MovedFrom).OfType<LocalDate>().Order());
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void A_day_off_moves_to_the_next_day_that_would_have_been_worked(int year)
    {
        var days = Statute.Project(year).ToDictionary(day => day.Date);

        Assert.All(days.Values.Where(day => day.MovedFrom is not null), day =>
        {
            Assert.False(IsWeekend(day.Date) || day.Holiday is not null);
            Assert.All(
                new DateInterval(day.MovedFrom!.Value, day.Date.PlusDays(-1)),
                between => Assert.NotEqual(DayKind.Workday, days[between].Kind));
        });
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void Shortened_are_just_the_working_days_before_holidays(int year) =>
        Assert.All(Statute.Project(year), day => Assert.Equal(
            day.Kind == DayKind.Workday && Calendar.DayOf(day.Date.PlusDays(1)).Holiday is not null,
            day.Shortened));

    private static bool IsOff(CalendarDay day) => IsWeekend(day.Date) || day.Holiday is not null || day.MovedFrom is not null;

    private static bool IsWeekend(LocalDate date) => date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday;

    private static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
