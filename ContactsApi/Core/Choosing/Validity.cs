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
    public static CalendarBasis BasisOf(ProductionCalendar calendar, Instant moment, IEnumerable<Recommendation> order) =>
        order.SelectMany(recommendation => recommendation.Outlook.ShownInstants)
            .Append(moment)
            .Any(shown => calendar.BasisOf(MoscowTime.DateOf(shown).Year) == CalendarBasis.Statute)
            ? CalendarBasis.Statute
            : CalendarBasis.Decree;

    public static Instant? Until(ProductionCalendar calendar, Instant moment, IReadOnlyList<Recommendation> order) =>
        Horizon.Shown(
            order.Select(recommendation => recommendation.Outlook.ChangesAt)
                .Concat(Overtakings(order, moment))
                .Append(ChangeOfBasis(calendar, moment, order))
                .Min(),
            moment);

    /// <summary>
    /// Within one class and speciality the promises decide. A promise <c>within</c> a duration lies before one <c>by</c> an
    /// instant until the two fall together: from then on the fixed one goes first.
    /// </summary>
    private static IEnumerable<Instant?> Overtakings(IReadOnlyList<Recommendation> order, Instant moment) =>
        from moving in order
        where moving.Outlook.Answer?.Within is not null
        from standing in order
        where standing.Outlook.Answer?.By is not null
            && standing.Class == moving.Class
            && standing.Specialised == moving.Specialised
            && moving.PromisedAt < standing.PromisedAt
        select (Instant?)(standing.PromisedAt!.Value - moving.Outlook.Answer!.Within!.Value);

    /// <summary>The first turn of Moscow's year, within the horizon, at which the basis changes while all else stays.</summary>
    private static Instant? ChangeOfBasis(ProductionCalendar calendar, Instant moment, IReadOnlyList<Recommendation> order)
    {
        var basis = BasisOf(calendar, moment, order);
        for (var year = MoscowTime.DateOf(moment).Year + 1; NewYear(year) <= Horizon.Of(moment); year++)
        {
            if (BasisOf(calendar, NewYear(year), order) != basis)
                return NewYear(year);
        }

        return null;
    }

    private static Instant NewYear(int year) => MoscowTime.InstantOf(new LocalDateTime(year, 1, 1, 0, 0), MoscowTime.Zone);
}
