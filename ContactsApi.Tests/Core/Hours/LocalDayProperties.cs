using ContactsApi.Core;
using ContactsApi.Core.Calendar;
using ContactsApi.Core.Hours;
using ContactsApi.Tests.Support;
using CsCheck;
using NodaTime;

namespace ContactsApi.Tests.Core.Hours;

/// <summary>Dates and their minutes, read off a table of the zone, against the zone itself.</summary>
public sealed class LocalDayProperties
{
    private static readonly Gen<DateTimeZone> AnyZone =
        Generators.OneOf<string>([.. DateTimeZoneProviders.Tzdb.Ids]).Select(id => DateTimeZoneProviders.Tzdb[id]);

    /// <summary>A zone, and a moment that is often within two days of a change of its clocks.</summary>
    private static readonly Gen<(DateTimeZone Zone, Instant Moment)> ZoneAtMoment =
        from zone in AnyZone
        from moment in Generators.Moment
        from near in Gen.Int[0, 2]
        from minutes in Gen.Int[-2 * 24 * 60, 2 * 24 * 60]
        let clocks = zone.GetZoneInterval(moment)
        select (zone, near == 0 || !clocks.HasEnd || clocks.End > Instant.FromUtc(2105, 1, 1, 0, 0) ? moment : clocks.End + Duration.FromMinutes(minutes));

    [Fact]
    public void A_moment_lies_in_the_date_that_has_begun_and_not_ended() => ZoneAtMoment.Sample(
        sample =>
        {
            var day = LocalDay.Of(sample.Moment, Clocks.Of(sample.Zone));
            return day.InstantOf(0) <= sample.Moment && sample.Moment < day.End;
        },
        iter: 20_000);

    [Fact]
    public void Minutes_fall_where_edges_of_windows_do() => Gen.Select(ZoneAtMoment, Gen.Int[0, 400], Gen.Int[0, TimeWindow.MinutesOfDay]).Sample(
        (sample, days, minute) =>
        {
            var day = LocalDay.Of(sample.Moment, Clocks.Of(sample.Zone)).Plus(days);
            Assert.Equal(MoscowTime.InstantOf(DayPairs.DateOf(day.Number).AtMidnight().PlusMinutes(minute), sample.Zone), day.InstantOf(minute));
        },
        iter: 20_000);
}
