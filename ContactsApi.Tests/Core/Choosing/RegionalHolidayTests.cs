using ContactsApi.Core;
using ContactsApi.Core.Calendar;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Choosing;
using ContactsApi.Features.Asking;
using ContactsApi.Features.Schedules;
using ContactsApi.Tests.Support;
using NodaTime;
using static ContactsApi.Tests.Support.Domain;

namespace ContactsApi.Tests.Core.Choosing;

/// <summary>Each region has an office that is open 09:00-18:00 on working days by its own clocks; all else is as shipped.</summary>
public sealed class RegionalHolidayTests
{
    private static readonly ContactDirectory Directory = (Domain.Shipped with
    {
        Offices = [.. Domain.Shipped.Regions.Select(region => SmallCatalog.Office(region.Code) with { Region = region.Code, Hours = [SmallCatalog.Says("office")] })],
    }).With("office", Weekly("workday 09:00-18:00")).Directory();

    // Of 2027 no act is known: 1 Shawwal is calculated for Tuesday 9 March, 10 Dhu al-Hijja for Sunday 16 May, after a Monday 10 May off.
    [Theory]
    // A certain holiday closes the office, and what moves from a weekend does where that is the rule.
    [InlineData("RU-TA", "2027-08-30 12:00", "Closed until 08-31 09:00 Decree")]
    [InlineData("RU-TA", "2026-05-27 12:00", "Closed until 05-28 09:00 Decree")]
    [InlineData("RU-BA", "2025-10-13 12:00", "Closed until 10-14 09:00 Decree")]
    [InlineData("RU-SE", "2026-11-23 12:00", "Closed until 11-24 09:00 Decree")]
    [InlineData("RU-AD", "2026-04-21 12:00", "Closed until 04-22 09:00 Decree")]
    [InlineData("RU-KL", "2026-12-28 12:00", "Closed until 12-29 09:00 Decree")]
    [InlineData("RU-TY", "2027-08-16 12:00", "Closed until 08-17 09:00 Decree")] // Sunday 15 August
    [InlineData("RU-TA", "2030-08-30 12:00", "Closed until 09-02 09:00 Statute")]
    // Over the days on which a feast may fall it is certain only that it is closed by night.
    [InlineData("RU-TA", "2027-03-09 12:00", "Disputed until 03-09 18:00 Provisional holiday?")]
    [InlineData("RU-TA", "2027-03-10 12:00", "Disputed until 03-10 18:00 Provisional holiday?")]
    [InlineData("RU-TA", "2027-03-09 20:00", "Closed until 03-10 09:00 Provisional")]
    [InlineData("RU-TA", "2027-03-10 20:00", "Closed until 03-11 09:00 Decree")]
    [InlineData("RU-TA", "2027-03-11 12:00", "Open until 03-11 18:00 Decree")]
    [InlineData("RU-TA", "2027-03-05 20:00", "Closed until 03-09 09:00 Provisional")]
    [InlineData("RU-TA", "2027-05-15 12:00", "Closed until 05-17 09:00 Provisional")] // a weekend either way, and then perhaps
    [InlineData("RU-TA", "2027-05-17 12:00", "Disputed until 05-17 18:00 Provisional holiday?")]
    [InlineData("RU-BA", "2033-12-26 12:00", "Disputed until 12-26 18:00 Provisional holiday?")] // from Saturday 24, if it is then
    [InlineData("RU-CE", "2027-03-12 12:00", "Disputed until 03-12 18:00 Provisional holiday?")] // several days
    [InlineData("RU-BU", "2027-02-08 12:00", "Disputed until 02-08 18:00 Provisional holiday?")]
    [InlineData("RU-AL", "2027-02-12 12:00", "Disputed until 02-12 18:00 Provisional holiday?")]
    [InlineData("RU-SA", "2027-04-27 12:00", "Disputed until 04-27 18:00 Provisional holiday?")]
    [InlineData("RU-KB", "2029-09-03 12:00", "Disputed until 09-03 18:00 Provisional holiday?")] // Saturday 1 September, its day off may move
    // Elsewhere it is a day like any other.
    [InlineData("RU-PRI", "2027-03-09 12:00", "Open until 03-09 18:00 Decree")]
    [InlineData("RU-MOW", "2027-08-30 12:00", "Open until 08-30 18:00 Decree")]
    public void An_office_is_open_or_closed_only_where_that_is_certain_whatever_the_feast(string region, string at, string state)
    {
        var office = OfficeOf(region);
        var zone = MoscowTime.ZoneOf(office.Channel.TimeZone);

        var availability = office.AvailabilityAt(At(at, zone));

        Assert.Equal(state, $"{availability.State} until {availability.Until?.InZone(zone).ToString("MM-dd HH:mm", null)} {availability.CalendarBasis}{(availability.Now.HangsOnHoliday ? " holiday?" : "")}");
    }

    [Theory]
    [InlineData("RU-TA", "2027-03-05", "2027-03-12", "05 Open Decree, 06 Decree, 07 Decree, 08 Decree, 09 Disputed Provisional, 10 Disputed Provisional, 11 Open Decree, 12 Open Decree")]
    [InlineData("RU-BU", "2027-02-04", "2027-02-09", "04 Open Provisional, 05 Disputed Provisional, 06 Provisional, 07 Provisional, 08 Disputed Provisional, 09 Open Decree")] // Moscow's 4 February ends on the fifth there
    [InlineData("RU-PRI", "2027-03-08", "2027-03-10", "08 Decree, 09 Open Decree, 10 Open Decree")]
    public void The_schedule_tells_so_day_by_day(string region, string from, string to, string days) => Assert.Equal(
        days,
        string.Join(", ", ChannelScheduleResponse.Of(OfficeOf(region), Date(from), Date(to), new CallerZone(Moscow.Id, Moscow)).Days
            .Select(day => string.Join(' ', [day.Date.ToString("dd", null), .. day.Windows.Select(window => window.State), day.CalendarBasis]))));

    /// <summary>Desks are in Moscow: whatever region asks and whatever it celebrates, they are as for all Russia.</summary>
    [Fact]
    public void No_holiday_of_a_region_touches_a_desk()
    {
        foreach (var holiday in Domain.Shipped.RegionalHolidays.SelectMany(one => Enumerable.Range(2026, 2).SelectMany(year => one.DaysOf(year).Concat(one.PossibleIn(year))), (one, day) => (one.Code, day.Date)))
        {
            var region = Directory.Regions[holiday.Code];
            var noon = (holiday.Date + new LocalTime(12, 0)).InZoneStrictly(Moscow).ToInstant();
            foreach (var segment in new[] { Segment.Individual, Segment.LegalEntity })
            {
                var there = Desks(new Question(segment) { Region = region }, noon);
                var anywhere = Desks(new Question(segment), noon);
                Assert.Equal(anywhere, there);
            }
        }
    }

    [Theory]
    [InlineData("RU-TA", "2027-03-09 12:00", CalendarBasis.Provisional)]
    [InlineData("RU-TA", "2027-03-11 12:00", CalendarBasis.Decree)]
    [InlineData("RU-TA", "2030-06-03 12:00", CalendarBasis.Statute)]
    [InlineData("RU-MOW", "2027-03-09 12:00", CalendarBasis.Decree)]
    public void The_basis_of_an_answer_is_that_of_its_weakest_day(string region, string at, CalendarBasis basis)
    {
        var decision = Chooser.Choose(Directory, new Question(Segment.Individual) { Region = Directory.Regions[region] }, At(at));

        Assert.Equal(basis, decision.CalendarBasis);
        Assert.Equal(basis, decision.Order.Append(null).Max(one => one?.Availability.CalendarBasis ?? Directory.Calendar.BasisAt(At(at))));
    }

    private static ServedChannel OfficeOf(string region) =>
        Directory.ServedAs(Directory.Channels["regional-office"], Segment.Individual, Directory.Regions[region])!;

    private static IReadOnlyList<string> Desks(Question question, Instant at) =>
    [
        .. Directory.ServedIn(question.Segment, question.Region).Where(served => served.Channel.Kind != ChannelKind.Office)
            .Select(served => (served.Channel.Id, served.AvailabilityAt(at)))
            .Select(one => $"{one.Id} {one.Item2.State} {one.Item2.Until} {one.Item2.Answer?.By} {one.Item2.CalendarBasis}"),
    ];
}
