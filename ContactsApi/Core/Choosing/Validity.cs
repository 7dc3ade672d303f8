using ContactsApi.Core.Calendar;
using NodaTime;

namespace ContactsApi.Core.Choosing;

/// <summary>
/// Until when an answer holds. What a channel shows changes when its own availability does; the order also changes when the promise
/// of one channel, counted from an ever later moment, overtakes the fixed instant promised by another; and the calendar's
/// basis changes with Moscow's year. See <c>docs/decisions/0004-valid-until.md</c>.
/// </summary>
public static class Validity
{
    /// <summary>The weakest basis of the moment, by Moscow's year, and of every instant shown.</summary>
    public static CalendarBasis BasisOf(ProductionCalendar calendar, Instant moment, ReadOnlySpan<Recommendation> order)
    {
        var (shown, now) = (WeakestShown(order), calendar.BasisAt(moment));
        return shown > now ? shown : now;
    }

    /// <param name="order">The eligible channels, the best first.</param>
    /// <param name="explained">Whether the answer also tells why the hours of the channels are what they are.</param>
    public static Instant? Until(ProductionCalendar calendar, Instant moment, ReadOnlySpan<Recommendation> order, bool explained)
    {
        // An instant of a year without a decree, or of a date that may be a holiday, decides the basis, and it is shown until an availability changes.
        var until = WeakestShown(order) != CalendarBasis.Decree ? null : calendar.NextChangeOfBasis(moment);
        foreach (var recommendation in order)
        {
            until = Earlier(until, recommendation.Availability.ChangesAt);
            if (explained)
                until = Earlier(until, recommendation.Served.NextChangeOfPrecedence(moment));
        }

        return Horizon.Shown(Earlier(until, FirstOvertaking(order)), moment);
    }

    /// <summary>
    /// The first instant at which another channel could be the best, or the best have another state; nothing if neither within the
    /// horizon. Only a change of state brings a channel into the group of the best, and only within that group promises matter.
    /// </summary>
    /// <param name="order">The eligible channels, the best first; not empty.</param>
    public static Instant? OfBest(ReadOnlySpan<Recommendation> order)
    {
        var group = 1;
        while (group < order.Length && IsTied(order[0], order[group]))
            group++;
        Instant? until = group > 1 ? FirstOvertaking(order[..group]) : null;
        for (var i = 0; i < order.Length; i++)
            until = Earlier(until, i < group && group > 1 ? order[i].Availability.ChangesAt : order[i].Availability.Until);
        return until;
    }

    /// <summary>
    /// Within one class, room tried or not, and speciality the promises decide. A promise <c>within</c> a duration lies before one <c>by</c> an
    /// instant until the two fall together: from then on the fixed one goes first.
    /// </summary>
    private static Instant? FirstOvertaking(ReadOnlySpan<Recommendation> order)
    {
        Instant? first = null;
        Duration? longest = null;
        for (var i = 0; i < order.Length; i++)
        {
            var next = order[i];
            if (i > 0 && !IsTied(order[i - 1], next))
                longest = null;
            // Of those that now lie before a fixed instant, the one of the longest duration comes up to it first.
            if (next.Availability.Answer?.By is { } by)
                first = Earlier(first, by - longest);
            else if (next.Availability.Answer?.Within is { } within && !(within <= longest))
                longest = within;
        }

        return first;
    }

    /// <summary>Whether promises decide which of two goes first.</summary>
    private static bool IsTied(Recommendation one, Recommendation other) =>
        (one.Class, one.InTriedRoom, one.Specialised) == (other.Class, other.InTriedRoom, other.Specialised);

    private static CalendarBasis WeakestShown(ReadOnlySpan<Recommendation> order)
    {
        var weakest = CalendarBasis.Decree;
        foreach (var recommendation in order)
        {
            if (recommendation.Availability.CalendarBasis > weakest)
                weakest = recommendation.Availability.CalendarBasis;
        }

        return weakest;
    }

    private static Instant? Earlier(Instant? one, Instant? other) => other is null || one < other ? one : other;
}
