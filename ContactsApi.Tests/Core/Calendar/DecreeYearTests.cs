using ContactsApi.CatalogFiles;
using ContactsApi.Core.Calendar;
using NodaTime;

namespace ContactsApi.Tests.Core.Calendar;

/// <summary>The shipped decree years, date by date, against the official production calendars.</summary>
public sealed class DecreeYearTests
{
    private static readonly ProductionCalendar Calendar = new(ShippedCatalog.Read().Statute, ShippedCatalog.Read().Years);

    public static TheoryData<int> Years => [2020, 2021, 2022, 2023, 2024, 2025, 2026];

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
            Assert.Equal(official.Title(day.Date) is not null, day.Holiday is not null || day.NonWorkingBy is not null);
            if (day.Holiday is { } holiday)
                Assert.StartsWith(holiday.Ru, official.Title(day.Date), StringComparison.Ordinal);
        });
    }

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
