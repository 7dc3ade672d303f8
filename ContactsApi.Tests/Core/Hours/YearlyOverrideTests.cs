using ContactsApi.Core.Hours;
using ContactsApi.Tests.Support;
using CsCheck;
using NodaTime;
using NodaTime.Text;
using static ContactsApi.Tests.Support.Domain;

namespace ContactsApi.Tests.Core.Hours;

/// <summary>Overrides that come back every year.</summary>
public sealed class YearlyOverrideTests
{
    private static readonly DateInterval Years = new(new(2026, 1, 1), new(2032, 3, 31));

    private static readonly Gen<AnnualDate> AnyDate = Gen.Frequency(
        (5, Gen.Int[0, 365].Select(days => new LocalDate(2000, 1, 1).PlusDays(days))),
        (1, Generators.OneOf(new LocalDate(2000, 2, 28), new(2000, 2, 29), new(2000, 3, 1), new(2000, 12, 31), new(2000, 1, 1))))
        .Select(date => new AnnualDate(date.Month, date.Day));

    [Theory]
    [InlineData("12-31", null, "2000-12-31 2026-12-31 2027-12-31 2100-12-31", "2026-12-30 2027-01-01")]
    [InlineData("12-31", "12-31", "2026-12-31", "2026-12-30 2027-01-01")]
    [InlineData("12-31", "01-02", "2000-01-01 2026-01-02 2026-12-31 2027-01-01 2027-01-02 2100-12-31", "2026-12-30 2027-01-03")] // over the New Year
    [InlineData("05-01", "05-03", "2026-05-01 2026-05-02 2026-05-03", "2026-04-30 2026-05-04")]
    [InlineData("02-29", null, "2028-02-29 2000-02-29", "2027-02-28 2027-03-01 2028-02-28 2028-03-01 2100-03-01")] // in leap years alone
    [InlineData("02-28", "03-01", "2027-02-28 2027-03-01 2028-02-29", "2027-02-27 2028-03-02")]
    [InlineData("02-29", "03-01", "2027-03-01 2028-02-29 2028-03-01", "2027-02-28 2028-02-28")]
    [InlineData("12-31", "02-29", "2027-02-28 2028-02-29", "2027-03-01 2028-03-01")]
    [InlineData("01-01", "12-31", "2026-01-01 2026-12-31 2028-02-29", "")]
    public void Its_dates_are_those_of_every_year_both_ends_included(string first, string? last, string covered, string notCovered)
    {
        var yearly = Yearly(first, last);

        Assert.All(DatesOf(covered), date => Assert.True(yearly.Covers(date), $"{date}"));
        Assert.All(DatesOf(notCovered), date => Assert.False(yearly.Covers(date), $"{date}"));
    }

    [Fact]
    public void Its_spans_are_the_dates_that_it_covers_in_order() => Gen.Select(AnyDate, AnyDate).Sample(
        (first, last) =>
        {
            var yearly = Yearly("01-01", null) with { Yearly = first, YearlyTo = last };

            Assert.Equal(Years.Where(yearly.Covers), yearly.Within(Years).SelectMany(span => span));
        },
        iter: 200);

    [Fact]
    public void It_closes_its_dates_year_after_year_until_the_last_that_can_be_asked_about()
    {
        var timeline = new HoursTimeline(Domain.Calendar, Moscow, [Always], [Yearly("12-31", "01-01")], []);

        Assert.Equal(
            "12-30 12:00 Open\n12-31 00:00 Closed\n01-02 00:00 Open\n12-31 00:00 Closed\n01-02 00:00 Open",
            Lines(timeline.Intervals(At("2026-12-30 12:00"), At("2028-01-02 01:00"))));
        Assert.Equal(HoursState.Closed, timeline.At(At("2000-01-01 23:59")).State);
        Assert.Equal(HoursState.Closed, timeline.At(At("2100-12-31 00:00")).State);
        Assert.Equal(At("2102-12-31 00:00"), timeline.NextChange(At("2102-01-02 00:00"), At("2103-01-01 00:00")));
    }

    private static IEnumerable<LocalDate> DatesOf(string dates) => dates.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Date);

    private static Override Yearly(string first, string? last) => new("o", "c", null, null, [], Reason)
    {
        Yearly = AnnualDatePattern.Iso.Parse(first).Value,
        YearlyTo = last is null ? null : AnnualDatePattern.Iso.Parse(last).Value,
    };
}
