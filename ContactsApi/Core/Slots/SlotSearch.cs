using ContactsApi.Core.Calendar;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Hours;
using NodaTime;

namespace ContactsApi.Core.Slots;

/// <summary>When to call, or to be called: what suits somebody, met with the hours in which people are there.</summary>
/// <param name="Question">What a channel has to meet.</param>
/// <param name="Convenience">What suits.</param>
/// <param name="Length">How long it takes.</param>
/// <param name="Days">How many dates of the caller are looked at, that of the earliest beginning included.</param>
public sealed record SlotSearch(Question Question, Convenience Convenience, Duration Length, int Days)
{
    /// <summary>A talk begins at the earliest at the next such mark, so that an answer holds for a while.</summary>
    private static readonly Duration Mark = Duration.FromMinutes(5);

    private static readonly Comparer<(Instant Start, Duration Distance)> NearerFirst =
        Comparer<(Instant Start, Duration Distance)>.Create((one, other) => (one.Distance, one.Start).CompareTo((other.Distance, other.Start)));

    public SlotsFound From(ContactDirectory directory, Instant moment)
    {
        var earliest = MarkAfter(moment);
        var today = earliest.InZone(Convenience.Zone).Date;
        var spans = LeftOf(Convenience.Spans(new(today, today.PlusDays(Days - 1))), earliest);
        var people = Serving.ChannelsFor(directory, Question).Where(served => served.Channel.Mode is Mode.Live or Mode.InPerson).ToList();

        var open = people.ToDictionary(served => served, served => SpansOf(served, spans, StateSet.Of(HoursState.Open)));
        var certain = Slots(open, isCertain: true);
        // Where somebody answers for certain, nobody needs to try the luck; who may call need not go anywhere.
        var answered = certain.Where(slot => slot.Channels[0].Class != RecommendationClass.InPerson).Select(slot => slot.Span);
        var left = Without(spans, Convenience.Joined(answered.OrderBy(span => span.Start)));
        var perhaps = Slots(
            people.ToDictionary(served => served, served => SpansOf(served, left, StateSet.AllBut(HoursState.Closed))), isCertain: false);

        var looked = new Interval(earliest, spans is [.., var last] ? last.End : earliest + Duration.Epsilon);
        IReadOnlyList<(Slot Slot, Instant Start)> others = certain.Count == 0 ? Others(people, spans, earliest, today) : [];
        var basis = people.Select(served => served.BasisOf(looked)).Append(directory.Calendar.BasisOf(MoscowTime.Zone, looked)).Max();
        return new(certain, perhaps, others, basis, ChangesAt(today, [.. certain.Concat(perhaps).Select(slot => slot.Start), .. others.Select(one => one.Start)]));
    }

    /// <summary>Where nothing suits: the certain instants nearest to the hours that do, or to now where there are none, one of each slot. By night only if by day there is none.</summary>
    private IReadOnlyList<(Slot Slot, Instant Start)> Others(IReadOnlyList<ServedChannel> people, IReadOnlyList<Interval> suitable, Instant earliest, LocalDate today)
    {
        var dates = new DateInterval(today, today.PlusDays(Days - 1));
        var slots = CertainSlots(Convenience.ByDay) is { Count: > 0 } byDay ? byDay : CertainSlots(Convenience.AtAnyTime);
        Instant[] wanted = [.. suitable.SelectMany(span => new[] { span.Start, span.End - Length }).DefaultIfEmpty(earliest)];
        return
        [
            .. slots.Select(slot => (Slot: slot, Nearest: wanted.Select(at => (Start: slot.NearestTo(at), Distance: SlotsFound.Distance(slot.NearestTo(at), at))).Min(NearerFirst)))
                .OrderBy(one => one.Nearest, NearerFirst)
                .DistinctBy(one => one.Nearest.Start)
                .Take(SlotsFound.Most)
                // Who goes first is told as of then, and so stays the same until then.
                .Select(one => (one.Slot with { Channels = Ordered(one.Slot.Channels.Select(channel => channel.Served), one.Nearest.Start) }, one.Nearest.Start)),
        ];

        IReadOnlyList<Slot> CertainSlots(TimeWindow hours)
        {
            var spans = LeftOf(new Convenience(Convenience.Zone, Convenience.EveryDay, [hours]).Spans(dates), earliest);
            return Slots(people.ToDictionary(served => served, served => SpansOf(served, spans, StateSet.Of(HoursState.Open))), isCertain: true);
        }
    }

    private static List<Interval> LeftOf(IEnumerable<Interval> spans, Instant earliest) =>
        [.. spans.Where(span => earliest < span.End).Select(span => new Interval(Instant.Max(earliest, span.Start), span.End))];

    private List<Recommendation> Ordered(IEnumerable<ServedChannel> channels, Instant at)
    {
        List<Recommendation> ordered = [.. channels.Select(served => Recommendation.Of(served, Question, at))];
        ordered.Sort(RecommendationOrder.Instance);
        return ordered;
    }

    private Instant Midnight(LocalDate date) => MoscowTime.InstantOf(date.AtMidnight(), Convenience.Zone);

    private static Instant MarkAfter(Instant moment)
    {
        var mark = (long)Mark.TotalSeconds;
        return Instant.FromUnixTimeSeconds((moment.ToUnixTimeSeconds() / mark + 1) * mark);
    }

    /// <summary>Where the channel is in one of the states, of spans in which that has room.</summary>
    private List<Interval> SpansOf(ServedChannel served, IReadOnlyList<Interval> spans, StateSet states)
    {
        var found = new List<Interval>();
        foreach (var span in spans)
        {
            found.AddRange(Convenience
                .Joined(served.Timeline.Intervals(span.Start, span.End).Where(stretch => states.Contains(stretch.State)).Select(stretch => new Interval(stretch.Start, stretch.End)))
                .Where(stretch => stretch.Duration >= Length));
        }

        return found;
    }

    /// <summary>A slot for each span of any channel, in which all channels are that hold over the whole of it; the best first.</summary>
    private IReadOnlyList<Slot> Slots(Dictionary<ServedChannel, List<Interval>> spansOf, bool isCertain)
    {
        var slots = spansOf.Values.SelectMany(spans => spans).Distinct().Select(span =>
        {
            var channels = Ordered(spansOf.Where(one => one.Value.Exists(other => Contains(other, span))).Select(one => one.Key), span.Start);
            var state = isCertain ? HoursState.Open : channels[0].Availability.State == HoursState.Unstated ? HoursState.Unstated : HoursState.Disputed;
            return new Slot(span, Length, state, channels);
        }).ToList();
        return
        [
            .. slots
                // Inside a longer one of the same best channel it tells nothing new.
                .Where(slot => !slots.Exists(other => other.Span != slot.Span && Contains(other.Span, slot.Span) && other.Channels[0].Channel.Id == slot.Channels[0].Channel.Id))
                .OrderBy(slot => slot.Channels[0].Class == RecommendationClass.InPerson)
                .ThenBy(slot => slot.Channels[0].InTriedRoom)
                .ThenBy(slot => slot.Start.InZone(Convenience.Zone).Date)
                .ThenByDescending(slot => slot.Channels[0].Specialised)
                .ThenBy(slot => slot.Start)
                .ThenBy(slot => slot.Channels[0], RecommendationOrder.Instance)
                .ThenByDescending(slot => slot.Span.End),
        ];
    }

    private static bool Contains(Interval outer, Interval inner) => outer.Start <= inner.Start && inner.End <= outer.End;

    /// <param name="spans">In order, without overlap.</param>
    /// <param name="taken">In order, without overlap.</param>
    private static List<Interval> Without(IReadOnlyList<Interval> spans, IReadOnlyList<Interval> taken)
    {
        var left = new List<Interval>();
        foreach (var span in spans)
        {
            var from = span.Start;
            foreach (var away in taken.Where(away => away.Start < span.End && span.Start < away.End))
            {
                if (from < away.Start)
                    left.Add(new Interval(from, away.Start));
                from = away.End;
            }

            if (from < span.End)
                left.Add(new Interval(from, span.End));
        }

        return left;
    }

    /// <summary>The first moment whose earliest beginning makes a difference: a slot begins later, or one more date is looked at.</summary>
    private Instant ChangesAt(LocalDate today, IEnumerable<Instant> starts)
    {
        var tomorrow = MarkAfter(Midnight(today.PlusDays(1)) - Duration.Epsilon) - Mark;
        return starts.Min(start => (Instant?)start) is { } first ? Instant.Min(tomorrow, MarkAfter(first) - Mark) : tomorrow;
    }
}

/// <summary>What was found.</summary>
/// <param name="Certain">Somebody is there for certain, the best first.</param>
/// <param name="Perhaps">Where nobody is for certain: somebody may be there, the best first.</param>
/// <param name="Others">Where there is nothing certain: the certain instants nearest to what suits, the nearest first.</param>
/// <param name="CalendarBasis">What the calendar rests on over the dates looked at, the weakest of it.</param>
/// <param name="ChangesAt">The first instant after the moment at which any of this may differ.</param>
public sealed record SlotsFound(
    IReadOnlyList<Slot> Certain, IReadOnlyList<Slot> Perhaps, IReadOnlyList<(Slot Slot, Instant Start)> Others, CalendarBasis CalendarBasis, Instant ChangesAt)
{
    /// <summary>As many instants are told where one is not to be had.</summary>
    internal const int Most = 3;

    internal static Duration Distance(Instant one, Instant other) => Instant.Max(one, other) - Instant.Min(one, other);

    /// <summary>The certain instants nearest to one that somebody would like, one of each slot, the nearest first.</summary>
    public IReadOnlyList<(Slot Slot, Instant Start)> NearestTo(Instant wanted) =>
    [
        .. Certain.Select(slot => (Slot: slot, Start: slot.NearestTo(wanted)))
            .OrderBy(one => Distance(one.Start, wanted))
            .ThenBy(one => one.Start)
            .DistinctBy(one => one.Start)
            .Take(Most),
    ];
}
