using System.Globalization;
using ContactsApi.Core.Calendar;
using ContactsApi.Tests.Support;
using NodaTime;

namespace ContactsApi.Tests.Core.Calendar;

/// <summary>The norms of working time of 2013 to 2027, against published ones where some could be found.</summary>
public sealed class WorkingTimeNormTests
{
    /// <summary>
    /// Workdays, and hours at 40, 36 and 24 a week. "Published" were read at the page named; all others follow by order 588n from the official calendars
    /// (the files ru-*.xml) alone.
    /// </summary>
    [Theory]
    [InlineData("2013", "247 1970 1772.4 1179.6")]
    [InlineData("2014-Q1", "57 454 408.4 271.6")] // published: avtovokzal-tver.ru/en/100-ways-to-lose-weight/proizvodstvennyi-kalendar-na-god-raspechatat-a4-letnie-i-noyabrskie.html
    [InlineData("2014-02", "20 159 143 95")] // published, the same
    [InlineData("2014-Q2", "60 477 429 285")] // published, the same
    [InlineData("2014-H1", "117 931 837.4 556.6")] // published, the same
    [InlineData("2014-Q3", "66 528 475.2 316.8")] // published, the same: 66 days, 528 and 475.2 hours
    [InlineData("2014", "247 1970 1772.4 1179.6")]
    [InlineData("2015", "247 1971 1773.4 1180.6")]
    [InlineData("2016", "247 1974 1776.4 1183.6")]
    [InlineData("2017-02", "18 143 128.6 85.4")] // published: center-yf.ru/data/Kadroviku/rabochee-vremya-v-2017-godu.php
    [InlineData("2017-Q1", "57 454 408.4 271.6")] // published, the same
    [InlineData("2017-Q2", "61 488 439.2 292.8")] // published, the same
    [InlineData("2017-H1", "118 942 847.6 564.4")] // published, the same
    [InlineData("2017-Q3", "65 520 468 312")] // published, the same
    [InlineData("2017", "247 1973 1775.4 1182.6")]
    [InlineData("2018-02", "19 151 135.8 90.2")] // published: my-calend.ru/production-calendar/2018
    [InlineData("2018-04", "21 167 150.2 99.8")] // published, the same
    [InlineData("2018-05", "20 159 143 95")] // published, the same
    [InlineData("2018", "247 1970 1772.4 1179.6")]
    [InlineData("2019-02", "20 159 143 95")] // published: klerk.ru/tool/calendar/industrial/2019
    [InlineData("2019-Q1", "57 454 408.4 271.6")] // published, the same
    [InlineData("2019", "247 1970 1772.4 1179.6")]
    [InlineData("2020-Q1", "57 456 410.4 273.6")] // published: russian-edu.ru/proizvodstvennyj-kalendar-2020 (before the days were declared non-working)
    [InlineData("2020-04", "22 175 157.4 104.6")] // published, the same
    [InlineData("2020-05", "17 135 121.4 80.6")] // published, the same
    [InlineData("2020-Q2", "60 477 429 285")] // published, the same
    [InlineData("2020", "248 1979 1780.6 1185.4")] // published: dzen.ru/a/XfhWPh_r1AC50Gqo (248 days, 1979 hours)
    [InlineData("2021-02", "19 151 135.8 90.2")] // published: nvvku.ru/en/avto/proizvodstvennyj-kalendar-2021.html
    [InlineData("2021-Q1", "56 447 402.2 267.8")] // published, the same
    [InlineData("2021-Q2", "62 494 444.4 295.6")] // published: mishki163.ru/finansovoe-pravo/2798-kalendar-normy-chasov-na-2021-god.html
    [InlineData("2021", "247 1972 1774.4 1181.6")]
    [InlineData("2022", "247 1973 1775.4 1182.6")]
    [InlineData("2023-02", "18 143 128.6 85.4")] // published: grossoffer.ru/work-calendar/2023
    [InlineData("2023-03", "22 175 157.4 104.6")] // published, the same
    [InlineData("2023-06", "21 168 151.2 100.8")] // published, the same
    [InlineData("2023", "247 1973 1775.4 1182.6")] // published, the same: 247 days
    [InlineData("2024", "248 1979 1780.6 1185.4")]
    [InlineData("2025", "247 1972 1774.4 1181.6")] // published: finbizinfo.ru/производственный-календарь-2025 (247 days)
    [InlineData("2026-04", "22 175 157.4 104.6")] // published: glavaudit.org/situations/k518956 (days and hours at 40)
    [InlineData("2026-Q1", "55 440 396 264")] // published: 4dk.ru/s/calendar
    [InlineData("2026-Q2", "62 493 443.4 294.6")] // published, the same
    [InlineData("2026-Q3", "66 528 475.2 316.8")] // published, the same
    [InlineData("2026-Q4", "64 511 459.8 306.2")] // published, the same
    [InlineData("2026", "247 1972 1774.4 1181.6")] // published, the same
    [InlineData("2027", "247 1972 1774.4 1181.6")]
    public void A_norm_is_as_published(string period, string norm)
    {
        var found = WorkingTimeNorm.Of(Domain.Calendar, Span(period));

        Assert.Equal(norm, string.Create(
            CultureInfo.InvariantCulture, $"{found.Workdays} {found.HoursOf(40):0.#} {found.HoursOf(36):0.#} {found.HoursOf(24):0.#}"));
    }

    [Theory]
    [InlineData("2020", 248, 29, 219, 5)]
    [InlineData("2020-04", 22, 22, 0, 1)]
    [InlineData("2021", 247, 7, 240, 4)]
    [InlineData("2021-11", 20, 3, 17, 1)]
    [InlineData("2026", 247, 0, 247, 4)]
    public void Days_declared_non_working_are_in_the_norm_and_told_apart(string period, int norm, int nonWorking, int worked, int shortened)
    {
        var found = WorkingTimeNorm.Of(Domain.Calendar, Span(period));

        Assert.Equal((norm, nonWorking, worked, shortened), (found.Workdays, found.NonWorking, found.Worked, found.Shortened));
    }

    /// <summary>Published: klerk.ru/tool/calendar/industrial6/2020.</summary>
    [Theory]
    [InlineData("2020-Q1", 71)]
    [InlineData("2020-01", 20)]
    [InlineData("2020-02", 25)]
    [InlineData("2020-03", 26)]
    public void The_six_day_week_moves_no_day_off(string period, int workdays) =>
        Assert.Equal(workdays, WorkingTimeNorm.Of(Domain.Calendar, Span(period)).SixDayWorkdays);

    [Theory]
    [InlineData(2012, 0)]
    [InlineData(2026, 0)] // there is a decree
    [InlineData(2028, 2)] // 1, 2 and 8 January are a weekend
    [InlineData(2029, 2)] // 6 and 7 January
    public void A_year_without_a_decree_says_how_many_days_off_are_still_to_be_moved(int year, int days) =>
        Assert.Equal(days, Domain.Calendar.DaysToBeMoved(new(year, 1, 1), new(year, 12, 31)));

    private static DateInterval Span(string period)
    {
        var year = int.Parse(period[..4], CultureInfo.InvariantCulture);
        var (first, months) = period[4..] switch
        {
            "" => (1, 12),
            ['-', 'H', var half] => ((half - '0') * 6 - 5, 6),
            ['-', 'Q', var quarter] => ((quarter - '0') * 3 - 2, 3),
            _ => (int.Parse(period[5..], CultureInfo.InvariantCulture), 1),
        };
        var start = new LocalDate(year, first, 1);
        return new(start, start.PlusMonths(months).PlusDays(-1));
    }
}
