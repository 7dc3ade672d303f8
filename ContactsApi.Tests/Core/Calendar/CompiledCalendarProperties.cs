using System.Buffers;
using ContactsApi.Core;
using ContactsApi.Core.Calendar;
using ContactsApi.Tests.Support;
using CsCheck;

namespace ContactsApi.Tests.Core.Calendar;

/// <summary>What the calendar keeps for quick searches, against what it says date by date.</summary>
public sealed class CompiledCalendarProperties
{
    [Fact]
    public void A_pair_names_the_kinds_of_a_date_and_of_the_date_before() => Gen.Select(Generators.Calendar, Generators.Moment).Sample(
        (calendar, moment) =>
        {
            var date = MoscowTime.DateOf(moment);
            Assert.Equal(DayPairs.Of(new(calendar.KindOf(date)), new(calendar.KindOf(date.PlusDays(-1)))), calendar.Pairs.On(DayPairs.NumberOf(date)));
        });

    [Fact]
    public void A_search_finds_the_first_date_with_a_wanted_pair() =>
        Gen.Select(Generators.Calendar, Generators.Moment, Gen.Byte[0, 15].HashSet[0, 5], Gen.Int[-1, 800]).Sample(
            (calendar, moment, pairs, days) =>
            {
                var from = DayPairs.NumberOf(MoscowTime.DateOf(moment));
                var expected = Enumerable.Range(from, days + 1).Where(number => pairs.Contains((byte)calendar.Pairs.On(number))).Select(number => (int?)number).FirstOrDefault();
                Assert.Equal(expected, calendar.Pairs.First(SearchValues.Create([.. pairs]), from, from + days));
            });

    [Fact]
    public void The_basis_at_a_moment_is_that_of_its_year_until_it_next_changes() => Gen.Select(Generators.Calendar, Generators.Moment).Sample(
        (calendar, moment) =>
        {
            var year = MoscowTime.DateOf(moment).Year;
            Assert.Equal(calendar.BasisOf(year), calendar.BasisAt(moment));
            var next = Enumerable.Range(year, 2110 - year).Where(later => calendar.BasisOf(later) != calendar.BasisOf(year)).Select(later => (int?)later).FirstOrDefault();
            Assert.Equal(next, calendar.NextChangeOfBasis(moment) is { } change ? MoscowTime.DateOf(change).Year : null);
        });
}
