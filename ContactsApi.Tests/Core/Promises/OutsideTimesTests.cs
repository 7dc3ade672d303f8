using ContactsApi.Core;
using ContactsApi.Core.Promises;
using ContactsApi.Core.Calendar;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Hours;
using ContactsApi.Core.Statements;
using ContactsApi.Tests.Support;
using static ContactsApi.Tests.Support.Domain;
using static ContactsApi.Tests.Support.SmallCatalog;

namespace ContactsApi.Tests.Core.Promises;

/// <summary>Outside the hours of section 3.1 a request is recorded and answered on the nearest working day.</summary>
public sealed class OutsideTimesTests
{
    private static readonly HoursStatement Recording = Says(SmallCatalog.CallCentre, "recording") with { Outside = OutsideHandling.Recorded };

    [Theory]
    [InlineData("2026-11-23 07:59:59.999999999", "2026-11-23")] // a workday's morning: the same day
    [InlineData("2026-11-23 00:00", "2026-11-23")]
    [InlineData("2026-11-23 20:00", "2026-11-24")] // its evening: the next
    [InlineData("2026-11-23 23:59", "2026-11-24")]
    [InlineData("2026-11-27 20:00", "2026-11-30")] // Friday's evening: Monday
    [InlineData("2026-11-28 18:00", "2026-11-30")] // though on Saturday and Sunday somebody works
    [InlineData("2026-11-22 03:00", "2026-11-23")]
    [InlineData("2025-12-30 21:00", "2026-01-12")] // the long holidays, 31 December and 9 January moved by decree
    [InlineData("2026-11-03 21:00", "2026-11-05")] // a holiday amid the week
    public void It_is_answered_on_the_nearest_working_day(string moment, string date) => Assert.Equal(Date(date), At(moment, Recording)!.AnsweredOn);

    [Theory]
    [InlineData("2026-11-23 08:00")]
    [InlineData("2026-11-23 19:59:59.999999999")]
    [InlineData("2026-11-22 10:00")]
    public void Within_the_hours_nothing_is_recorded(string moment) => Assert.Null(At(moment, Recording));

    [Fact]
    public void That_others_say_open_changes_nothing() => Assert.Equal(Date("2026-11-24"), At("2026-11-23 21:00", Says("always"), Recording)!.AnsweredOn);

    [Fact]
    public void What_does_not_count_does_not_record() =>
        Assert.Null(At("2026-11-23 21:00", Says("always", "settled") with { Rank = Rank.Preferred }, Recording));

    [Fact]
    public void A_statement_that_does_not_tell_promises_nothing() => Assert.Null(At("2026-11-23 21:00", Says(SmallCatalog.CallCentre)));

    [Theory]
    [InlineData("2026-11-23 21:00", CalendarBasis.Decree)]
    [InlineData("2026-12-30 21:00", CalendarBasis.Decree)]
    [InlineData("2027-12-30 21:00", CalendarBasis.Statute)] // by 2028, of which no decree is known
    public void The_date_says_what_it_rests_on(string moment, CalendarBasis basis) => Assert.Equal(basis, At(moment, Recording)!.CalendarBasis);

    /// <summary>No rule keeps a catalog from having holidays alone.</summary>
    [Fact]
    public void Where_no_working_day_comes_no_date_is_promised()
    {
        var catalog = Of(Channel("c") with { Hours = [Recording] }) with
        {
            Statute = new(Reason, [.. Statute.DatesOf(2024).Select(date => new StatutoryHoliday(new(date.Month, date.Day), Reason))]), Years = [],
        };

        Assert.Null(Chosen(catalog, "2026-11-23 21:00").Availability.OutsideHours);
    }

    [Fact]
    public void Between_two_windows_of_a_day_it_is_still_that_day()
    {
        var hours = Weekly("workday 08:00-12:00 13:00-17:00");
        var catalog = Of(Channel("c") with { Hours = [Says("split") with { Outside = OutsideHandling.Recorded }] }).With("split", hours);

        Assert.Equal(Date("2026-11-23"), Chosen(catalog, "2026-11-23 12:30").Availability.OutsideHours!.AnsweredOn);
        Assert.Equal(Date("2026-11-24"), Chosen(catalog, "2026-11-23 17:00").Availability.OutsideHours!.AnsweredOn);
    }

    [Fact]
    public void An_outage_records_nothing()
    {
        var catalog = Of(Channel("c") with { Hours = [Recording] }) with
        {
            Incidents = [new("i", "c", Domain.At("2026-11-23 20:30"), Domain.At("2026-11-23 22:00"), Reason)],
        };

        Assert.NotNull(Chosen(catalog, "2026-11-23 20:15").Availability.OutsideHours);
        Assert.Null(Chosen(catalog, "2026-11-23 21:00").Availability.OutsideHours);
    }

    [Fact]
    public void Hours_set_by_an_operator_record_nothing()
    {
        var catalog = Of(Channel("c") with { Hours = [Recording] }) with
        {
            Overrides = [new("o", "c", Date("2026-11-23"), Date("2026-11-23"), [TimeWindow.Parse("10:00-12:00")], Reason)],
        };

        Assert.Null(Chosen(catalog, "2026-11-23 09:00").Availability.OutsideHours);
    }

    private static OutsideHours? At(string moment, params HoursStatement[] hours) =>
        Chosen(Of(Channel("c") with { Hours = hours }), moment).Availability.OutsideHours;

    private static Recommendation Chosen(ContactsApi.Core.Catalogs.Catalog catalog, string moment) =>
        Assert.Single(Chooser.Choose(catalog.Directory(), new Question(Segment.Individual), Domain.At(moment)).Order);
}
