using ContactsApi.Core;
using ContactsApi.Core.Hours;
using ContactsApi.Tests.Support;
using CsCheck;
using NodaTime;

namespace ContactsApi.Tests.Core.Hours;

/// <summary>The stream of intervals against the definition, minute by minute.</summary>
public sealed class HoursTimelineProperties
{
    private static readonly Duration Span = Duration.FromDays(5);

    [Fact]
    public void Every_minute_has_the_state_that_the_definition_gives() => Generators.HoursAtMoment.Sample(
        sample =>
        {
            var intervals = sample.Hours.Timeline.Intervals(sample.Moment, sample.Moment + Span).GetEnumerator();
            var has = intervals.MoveNext();
            for (var minute = sample.Moment; minute < sample.Moment + Span; minute += Duration.FromMinutes(1))
            {
                while (has && intervals.Current.End <= minute)
                    has = intervals.MoveNext();
                if (intervals.Current.State != sample.Hours.StateAt(minute))
                    return false;
            }

            return true;
        },
        iter: 300);

    [Fact]
    public void States_change_at_the_very_instant_that_the_stream_says() => Generators.HoursAtMoment.Sample(
        sample => sample.Hours.Timeline.Intervals(sample.Moment, sample.Moment + Span).All(interval =>
            sample.Hours.StateAt(interval.Start) == interval.State
            && sample.Hours.StateAt(interval.End - Duration.Epsilon) == interval.State),
        iter: 3_000);

    [Fact]
    public void What_decides_is_what_the_definition_gives_and_stays_so_up_to_the_next_edge() => Gen.Select(Generators.HoursAtMoment, Gen.Double[0, 1].Array[4]).Sample(
        (sample, inBetween) =>
        {
            var timeline = sample.Hours.Timeline;
            var layers = timeline.LayersAt(sample.Moment);
            var edge = timeline.NextEdge(sample.Moment);

            Assert.Equal(sample.Hours.LayersAt(sample.Moment), layers);
            Assert.InRange(edge - sample.Moment, Duration.Epsilon, Duration.FromHours(25));
            Assert.All(inBetween.Select(part => (edge - sample.Moment) * part).Append(edge - sample.Moment - Duration.Epsilon).Where(within => within < edge - sample.Moment), within =>
                Assert.Equal(layers, timeline.LayersAt(sample.Moment + within)));
            Assert.Equal(sample.Hours.LayersAt(edge), timeline.LayersAt(edge));
        },
        iter: 3_000);

    [Fact]
    public void Intervals_tile_the_span_and_are_maximal() => Generators.HoursAtMoment.Sample(
        sample =>
        {
            var intervals = sample.Hours.Timeline.Intervals(sample.Moment, sample.Moment + Span).ToList();
            Assert.Equal(sample.Moment, intervals[0].Start);
            Assert.Equal(sample.Moment + Span, intervals[^1].End);
            foreach (var (before, after) in intervals.Zip(intervals.Skip(1)))
            {
                Assert.Equal(before.End, after.Start);
                Assert.NotEqual(before.Reading, after.Reading);
            }
        },
        iter: 3_000);

    /// <summary>Against the stream, which the properties above hold to the definition, as far as answers look.</summary>
    [Fact]
    public void A_search_finds_the_first_interval_of_the_states_sought() => Gen.Select(Generators.HoursAtMoment, Gen.Int[0, StateSet.Count - 1]).Sample(
        (sample, bits) =>
        {
            var end = Horizon.EndOfExamination(sample.Moment);
            var timeline = sample.Hours.Timeline;
            var first = timeline.Intervals(sample.Moment, end).Where(interval => new StateSet(bits).Contains(interval.State)).Select(interval => (Instant?)interval.Start);
            Assert.Equal(first.FirstOrDefault(), timeline.First(ReadingCriterion.AnyOf(new StateSet(bits)), sample.Moment, end));
        },
        iter: 1_000);

    [Fact]
    public void Two_half_spans_are_the_whole() => Gen.Select(Generators.HoursAtMoment, Gen.Int[1, 5 * 24 * 60 - 1]).Sample(
        (sample, minutes) =>
        {
            var (from, to) = (sample.Moment, sample.Moment + Span);
            var middle = from + Duration.FromMinutes(minutes);
            var timeline = sample.Hours.Timeline;
            var halves = timeline.Intervals(from, middle).Concat(timeline.Intervals(middle, to));
            Assert.Equal(Windows(timeline.Intervals(from, to)), Windows(halves));
        },
        iter: 3_000);

    [Fact]
    public void Windows_of_a_date_do_not_overlap_are_merged_and_leave_out_what_is_closed() => Generators.HoursAtMoment.Sample(
        sample =>
        {
            var date = sample.Moment.InZone(Domain.Moscow).Date;
            var windows = DayWindows.Of(sample.Hours.Timeline, date).ToList();
            Assert.All(windows, window => Assert.NotEqual(HoursState.Closed, window.State));
            Assert.All(windows.Zip(windows.Skip(1)), pair =>
                Assert.True(pair.First.End < pair.Second.Start || (pair.First.End == pair.Second.Start && pair.First.State != pair.Second.State)));
            var midnight = Domain.Moscow.AtStartOfDay(date).ToInstant();
            var next = Domain.Moscow.AtStartOfDay(date.PlusDays(1)).ToInstant();
            for (var minute = midnight; minute < next; minute += Duration.FromMinutes(7))
            {
                var shown = windows.Where(window => window.Start <= minute && minute < window.End).Select(window => window.State);
                Assert.Equal(sample.Hours.StateAt(minute), shown.SingleOrDefault(HoursState.Closed));
            }
        },
        iter: 1_000);

    private static List<(Instant, HoursState)> Windows(IEnumerable<StateInterval> intervals)
    {
        var windows = new List<(Instant, HoursState)>();
        foreach (var interval in intervals)
        {
            if (windows.Count == 0 || windows[^1].Item2 != interval.State)
                windows.Add((interval.Start, interval.State));
        }

        return windows;
    }
}
