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

    public SlotsFound From(ContactDirectory directory, Instant moment)
    {
        var earliest = MarkAfter(moment);
        var today = earliest.InZone(Convenience.Zone).Date;
        var spans = Convenience.Spans(new(today, today.PlusDays(Days - 1)))
            .Where(span => earliest < span.End)
            .Select(span => new Interval(Instant.Max(earliest, span.Start), span.End))
            .ToList();
        var people = Serving.ChannelsFor(directory, Question).Where(served => served.Channel.Mode is Mode.Live or Mode.InPerson).ToList();

        var open = people.ToDictionary(served => served, served => SpansOf(served, spans, StateSet.Of(HoursState.Open)));
        var certain = Slots(open, isCertain: true);
        // Where somebody answers for certain, nobody needs to try the luck; who may call need not go anywhere.
        var answered = certain.Where(slot => slot.Channels[0].Class != RecommendationClass.InPerson).Select(slot => slot.Span);
        var left = Without(spans, Convenience.Joined(answered.OrderBy(span => span.Start)));
        var perhaps = Slots(
            people.ToDictionary(served => served, served => SpansOf(served, left, StateSet.AllBut(HoursState.Closed))), isCertain: false);

        var looked = new Interval(earliest, spans is [.., var last] ? last.End : earliest + Duration.Epsilon);
        var basis = people.Select(served => served.BasisOf(looked)).Append(directory.Calendar.BasisOf(MoscowTime.Zone, looked)).Max();
        return new(certain, perhaps, basis, ChangesAt(earliest, today, [.. certain, .. perhaps]));
    }

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
            List<Recommendation> channels =
            [
                .. spansOf.Where(one => one.Value.Exists(other => Contains(other, span))).Select(one => Recommendation.Of(one.Key, Question, span.Start)),
            ];
            channels.Sort(RecommendationOrder.Instance);
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
    private Instant ChangesAt(Instant earliest, LocalDate today, IReadOnlyList<Slot> slots)
    {
        var tomorrow = MarkAfter(MoscowTime.InstantOf(today.PlusDays(1).AtMidnight(), Convenience.Zone) - Duration.Epsilon) - Mark;
        var first = slots.Min(slot => (Instant?)slot.Start);
        return first is { } start ? Instant.Min(tomorrow, MarkAfter(start) - Mark) : tomorrow;
    }
}

/// <summary>What was found.</summary>
/// <param name="Certain">Somebody is there for certain, the best first.</param>
/// <param name="Perhaps">Where nobody is for certain: somebody may be there, the best first.</param>
/// <param name="CalendarBasis">What the calendar rests on over the dates looked at, the weakest of it.</param>
/// <param name="ChangesAt">The first instant after the moment at which any of this may differ.</param>
public sealed record SlotsFound(IReadOnlyList<Slot> Certain, IReadOnlyList<Slot> Perhaps, CalendarBasis CalendarBasis, Instant ChangesAt)
{
    private const int Most = 3;

    /// <summary>The certain instants nearest to one that somebody would like, one of each slot, the nearest first.</summary>
    public IReadOnlyList<(Slot Slot, Instant Start)> NearestTo(Instant wanted) =>
    [
        .. Certain.Select(slot => (Slot: slot, Start: slot.NearestTo(wanted)))
            .OrderBy(one => Instant.Max(one.Start, wanted) - Instant.Min(one.Start, wanted))
            .ThenBy(one => one.Start)
            .DistinctBy(one => one.Start)
            .Take(Most),
    ];
}
