using ContactsApi.Core.Calendar;
using ContactsApi.Tests.Support;

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
    [InlineData("RU-TA", "2027-08-30", CalendarBasis.Decree)]
    [InlineData("RU-TA", "2030-08-30", CalendarBasis.Statute)]
    public void A_feast_is_provisional_until_its_act_is_known(string region, string date, CalendarBasis basis)
    {
        var day = Domain.Date(date);

        Assert.Equal(basis, Domain.CalendarOf(region).DayOf(day).Basis);
        Assert.Equal(basis, Domain.CalendarOf(region).BasisOf(day, day));
    }

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
