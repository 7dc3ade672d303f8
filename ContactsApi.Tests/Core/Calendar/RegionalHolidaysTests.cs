using ContactsApi.Core.Calendar;
using ContactsApi.Tests.Support;
using NodaTime;

namespace ContactsApi.Tests.Core.Calendar;

/// <summary>What federal subjects add to the calendar.</summary>
public sealed class RegionalHolidaysTests
{
    [Theory]
    // Tatarstan: a holiday on a weekend moves nothing (kazanfirst.ru/news/525612: Sunday 30 August 2020).
    [InlineData("RU-TA", "2020-08-30", DayKind.Holiday)]
    [InlineData("RU-TA", "2020-08-31", DayKind.Workday)]
    [InlineData("RU-TA", "2027-08-30", DayKind.Holiday)]
    // Bashkortostan: it does (news.mail.ru/incident/68013794: Saturday 11 October 2025).
    [InlineData("RU-BA", "2025-10-11", DayKind.Holiday)]
    [InlineData("RU-BA", "2025-10-13", DayKind.Holiday)]
    [InlineData("RU-BA", "2025-10-14", DayKind.Workday)]
    // Adygea, 2025 (adigeatoday.ru/news/56589.html): Sunday 30 March to Monday, Sunday 5 October to Monday.
    [InlineData("RU-AD", "2025-03-31", DayKind.Holiday)]
    [InlineData("RU-AD", "2025-04-29", DayKind.Holiday)]
    [InlineData("RU-AD", "2025-10-06", DayKind.Holiday)]
    // Dagestan: Saturday 26 July 2025 to Monday; three days of Eid in 2024.
    [InlineData("RU-DA", "2025-07-28", DayKind.Holiday)]
    [InlineData("RU-DA", "2024-04-12", DayKind.Holiday)]
    // Kalmykia: Saturday 10 February 2024 to Monday (elista.org).
    [InlineData("RU-KL", "2024-02-12", DayKind.Holiday)]
    // North Ossetia: the last week that lies wholly in November (18 November 2024, 21 November 2022).
    [InlineData("RU-SE", "2024-11-18", DayKind.Holiday)]
    [InlineData("RU-SE", "2022-11-21", DayKind.Holiday)]
    [InlineData("RU-SE", "2026-11-23", DayKind.Holiday)]
    [InlineData("RU-SE", "2026-11-30", DayKind.Workday)]
    // Crimea chooses a working day near the feast (kommersant.ru/doc/8340306: 29 May and 1 June 2026).
    [InlineData("RU-CR", "2026-05-29", DayKind.Holiday)]
    [InlineData("RU-CR", "2026-05-27", DayKind.Workday)]
    [InlineData("RU-CR", "2026-06-01", DayKind.Holiday)]
    // Sevastopol: Saturday 18 March 2017 to Monday (news.sevas.com).
    [InlineData("RU-SEV", "2017-03-20", DayKind.Holiday)]
    // Chuvashia: nobody moved Saturday 24 June 2023 (komslovo.ru).
    [InlineData("RU-CU", "2023-06-26", DayKind.Workday)]
    // Saratov and Stavropol: by law, each year (saratov-news.net: 29 April 2025).
    [InlineData("RU-SAR", "2025-04-29", DayKind.Holiday)]
    [InlineData("RU-STA", "2027-05-11", DayKind.Holiday)]
    // Nowhere else.
    [InlineData(null, "2026-11-23", DayKind.Workday)]
    [InlineData("RU-MOW", "2026-05-27", DayKind.Workday)]
    [InlineData("RU-TA", "2016-08-30", DayKind.Workday)] // before the year from which it is known
    public void A_date_is_as_the_subject_has_it(string? region, string date, DayKind kind) =>
        Assert.Equal(kind, Domain.CalendarOf(region).KindOf(Domain.Date(date)));

    [Theory]
    [InlineData("RU-TA", "2026-05-27", CalendarBasis.Decree)] // an act set it
    [InlineData("RU-TA", "2027-03-09", CalendarBasis.Provisional)] // 1 Shawwal 1448, no act yet
    [InlineData("RU-TA", "2027-03-08", CalendarBasis.Decree)] // off anyway
    [InlineData("RU-BA", "2026-05-26", CalendarBasis.Provisional)] // the eve of a feast, shorter if it is as calculated
    [InlineData("RU-BA", "2026-05-25", CalendarBasis.Provisional)] // the eve of the day before, on which it may fall
    [InlineData("RU-TA", "2027-08-30", CalendarBasis.Decree)]
    [InlineData("RU-TA", "2030-08-30", CalendarBasis.Statute)]
    public void A_feast_is_provisional_until_its_act_is_known(string region, string date, CalendarBasis basis)
    {
        var day = Domain.Date(date);

        Assert.Equal(basis, Domain.CalendarOf(region).DayOf(day).Basis);
        Assert.Equal(basis, Domain.CalendarOf(region).BasisOf(day, day));
    }

    // 1 Shawwal 1448 is calculated for Tuesday 9 March 2027, 10 Dhu al-Hijja for Sunday 16 May; Monday 8 March is a holiday of all Russia.
    [Theory]
    [InlineData("RU-TA", "2027-02-25 2027-03-12", "03-09 03-10")] // a day to either side, on 8 March it would add nothing
    [InlineData("RU-TA", "2027-05-11 2027-05-22", "05-15 05-16 05-17")] // no day off moves
    [InlineData("RU-BA", "2027-05-11 2027-05-22", "05-15 05-16 05-17")] // a day off may move to Monday, which may be the day itself
    [InlineData("RU-BA", "2033-12-20 2033-12-31", "12-22 12-23 12-24 12-26")] // from Saturday 24 to Monday 26
    [InlineData("RU-CE", "2027-03-01 2027-03-15", "03-09 03-10 03-11 03-12")] // several days
    [InlineData("RU-BA", "2026-05-20 2026-06-01", "05-26 05-27 05-28")] // Kurban Bayram of 2026, whose decree is not entered
    [InlineData("RU-TA", "2026-05-20 2026-06-01", "")] // there it is
    [InlineData("RU-AD", "2027-05-01 2027-05-20", "05-11 05-15 05-16 05-17")] // Radonitsa is one day
    [InlineData("RU-BU", "2027-01-20 2027-03-15", "02-05 02-06 02-07 02-08")] // Sagaalgan, about the new moon of 6 February
    [InlineData("RU-BU", "2028-01-20 2028-03-15", "02-24 02-25 02-26 02-27 02-28")] // Monday 28, if a day off moves from the weekend
    [InlineData("RU-BU", "2026-01-20 2026-03-15", "")]
    [InlineData("RU-SA", "2027-04-20 2027-04-30", "04-27")] // off for some
    [InlineData("RU-SAR", "2027-05-01 2027-05-20", "")] // the law sets it
    [InlineData("RU-CU", "2028-06-20 2028-06-30", "06-26")] // Saturday 24: may be moved
    [InlineData("RU-CR", "2027-04-25 2027-06-25", "05-15 05-16 05-17 05-18 05-19 06-21")] // 3 May 2027 is off anyway
    [InlineData("RU-KB", "2029-08-25 2029-09-05", "09-03")] // Saturday 1 September: whether the day off moves is not known
    [InlineData("RU-KB", "2028-08-25 2028-09-05", "")]
    [InlineData("RU-MOW", "2027-03-01 2027-06-01", "")]
    [InlineData(null, "2027-03-01 2027-06-01", "")]
    public void Where_no_act_is_known_each_date_on_which_a_feast_may_fall_is_uncertain(string? region, string span, string dates)
    {
        var calendar = Domain.CalendarOf(region);
        var days = new DateInterval(Domain.Date(span[..10]), Domain.Date(span[11..])).Select(calendar.DayOf).ToList();

        Assert.Equal(dates, string.Join(' ', days.Where(day => day.Possible is not null).Select(day => day.Date.ToString("MM-dd", null))));
        Assert.All(days.Where(day => day.Possible is not null), day =>
        {
            Assert.Equal(CalendarBasis.Provisional, day.Basis);
            Assert.Equal(CalendarBasis.Provisional, calendar.BasisOf(day.Date, day.Date));
            Assert.Contains(day.Kind, new[] { day.Possible!.Otherwise, DayKind.Holiday });
        });
    }

    /// <summary>As if each act were not known: the feast fell on a date on which it was to be expected, by the window that the data give.</summary>
    [Fact]
    public void Every_act_that_is_known_set_a_date_of_the_window()
    {
        var feasts = Domain.Shipped.RegionalHolidays.SelectMany(one => one.Holidays, (one, holiday) => (one.Code, one.MovesFromWeekend, Holiday: holiday)).Where(one => one.Holiday.Feast is not null).ToList();
        var told = feasts.SelectMany(one => one.Holiday.Announced, (one, dates) => (one.Code, one.MovesFromWeekend, one.Holiday, dates)).ToList();

        Assert.True(told.Count > 50);
        Assert.Empty(told.Where(one => !new DateInterval(one.dates.From, one.dates.To ?? one.dates.From)
            .All(date => (one.Holiday with { Announced = [] }).PossibleOf(date.Year, Domain.Reason).Any(day => day.Date == date)))
            .Select(one => $"{one.Code} {one.Holiday.Name.En} {one.dates.From}"));
    }

    [Fact]
    public void Every_window_says_why() => Assert.All(
        Domain.Shipped.RegionalHolidays.SelectMany(one => one.Holidays).Where(holiday => !holiday.ByLaw && holiday.Feast is { } feast && Feasts.NeedsAnAct(feast)),
        holiday => Assert.NotNull(holiday.Doubt));

    [Theory]
    [InlineData("RU-TA", "2024-08-29", true)] // before the Day of the Republic
    [InlineData("RU-BA", "2025-10-10", true)] // Friday before Saturday 11 October
    [InlineData("RU-TA", "2026-05-26", true)] // before an announced feast
    [InlineData(null, "2026-05-26", false)]
    public void The_working_day_before_a_holiday_of_the_subject_is_shortened(string? region, string date, bool shortened) =>
        Assert.Equal(shortened, Domain.CalendarOf(region).DayOf(Domain.Date(date)).Shortened);

    [Theory]
    [InlineData(Feast.EidAlFitr, "2024-04-10 2025-03-30 2026-03-20")]
    [InlineData(Feast.EidAlAdha, "2024-06-16 2025-06-06 2026-05-27")]
    [InlineData(Feast.Radonitsa, "2019-05-07 2021-05-11 2023-04-25 2025-04-29 2026-04-21")]
    [InlineData(Feast.LastFullWeekOfNovember, "2022-11-21 2024-11-18 2025-11-24 2026-11-23")]
    [InlineData(Feast.EidAlFitr, "2033-01-02 2033-12-23")] // twice in a year
    [InlineData(Feast.EidAlFitr, "")] // none is calculated so far ahead
    public void A_feast_is_expected_when_it_was_or_will_be(Feast feast, string dates)
    {
        var expected = dates.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Domain.Date).ToList();

        Assert.Equal(expected, (expected.Count == 0 ? [2090] : expected.Select(date => date.Year).Distinct()).SelectMany(year => Feasts.DatesIn(year, feast)));
    }

    [Theory]
    [InlineData(2019, "2019-04-28")]
    [InlineData(2024, "2024-05-05")]
    [InlineData(2025, "2025-04-20")]
    [InlineData(2026, "2026-04-12")]
    [InlineData(2100, "2100-05-02")]
    public void Easter_is_found_by_the_Julian_calendar(int year, string date) => Assert.Equal(Domain.Date(date), Feasts.EasterOf(year));
}
