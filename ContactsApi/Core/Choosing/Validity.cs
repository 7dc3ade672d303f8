using ContactsApi.Core.Calendar;
using NodaTime;

namespace ContactsApi.Core.Choosing;

/// <summary>
/// Until when an answer holds. What a channel shows changes when its own outlook does; the order also changes when the promise
/// of one channel, counted from an ever later moment, overtakes the fixed instant promised by another; and the calendar's
/// basis changes with Moscow's year. See <c>docs/decisions/0004-valid-until.md</c>.
/// </summary>
public static class Validity
{
    /// <summary>Statute if the moment, or any instant shown, lies in a year without a decree, by Moscow's date.</summary>
    public static CalendarBasis BasisOf(ProductionCalendar calendar, Instant moment, ReadOnlySpan<Recommendation> order) =>
        ShowsStatute(order) ? CalendarBasis.Statute : calendar.BasisAt(moment);

    /// <param name="order">The eligible channels, the best first.</param>
    public static Instant? Until(ProductionCalendar calendar, Instant moment, ReadOnlySpan<Recommendation> order)
    {
        // An instant of a year without a decree decides the basis, and it is shown until an outlook changes.
        var until = ShowsStatute(order) ? null : calendar.NextChangeOfBasis(moment);
        foreach (var recommendation in order)
            until = Earlier(until, recommendation.Outlook.ChangesAt);
        return Horizon.Shown(Earlier(until, FirstOvertaking(order)), moment);
    }

    /// <summary>
    /// Within one class and speciality the promises decide. A promise <c>within</c> a duration lies before one <c>by</c> an
    /// instant until the two fall together: from then on the fixed one goes first.
    /// </summary>
    private static Instant? FirstOvertaking(ReadOnlySpan<Recommendation> order)
    {
        Instant? first = null;
        Duration? longest = null;
        for (var i = 0; i < order.Length; i++)
        {
            var next = order[i];
            if (i > 0 && (order[i - 1].Class, order[i - 1].Specialised) != (next.Class, next.Specialised))
                longest = null;
            // Of those that now lie before a fixed instant, the one of the longest duration comes up to it first.
            if (next.Outlook.Answer?.By is { } by)
                first = Earlier(first, by - longest);
            else if (next.Outlook.Answer?.Within is { } within && !(within <= longest))
                longest = within;
        }

        return first;
    }

    private static bool ShowsStatute(ReadOnlySpan<Recommendation> order)
    {
        foreach (var recommendation in order)
        {
            if (recommendation.Outlook.CalendarBasis == CalendarBasis.Statute)
                return true;
        }

        return false;
    }

    private static Instant? Earlier(Instant? one, Instant? other) => other is null || one < other ? one : other;
}
