using ContactsApi.Core.Guidance;
using ContactsApi.Core.Hours;
using NodaTime;

namespace ContactsApi.Core.Choosing;

/// <summary>A step to take if nobody answers, and where it leads this caller.</summary>
/// <param name="Then">The place in the answer's order; nothing if no channel that the step could lead to can help this caller now.</param>
public readonly record struct NextMove(NextStep Step, int? Then);

/// <summary>What to do if nobody answers at a recommended channel.</summary>
/// <param name="Steps">
/// What is advised. Each step leads to the first other channel of the same answer that it may lead to and that is not closed: nobody is
/// sent to a line that is known to be silent, nor to the room that did not answer.
/// </param>
/// <param name="Then">
/// The one channel to turn to, by its place in the order: where the first step that leads anywhere leads; without one the next in another
/// room, even if it opens only later, unless it is out of order. Nobody is sent to where the sources disagree whether somebody is there
/// while a person is there for certain elsewhere.
/// </param>
public readonly record struct NextMoves(IReadOnlyList<NextMove> Steps, int? Then)
{
    /// <param name="here">The place of the channel in the order.</param>
    /// <param name="order">The eligible channels, the best first.</param>
    public static NextMoves From(int here, IReadOnlyList<Recommendation> order)
    {
        NextMove[] steps =
        [
            .. order[here].Served.Guide.Steps.Select(step => new NextMove(step, FirstElsewhere(order[here].Served, order, to => MayLead(step, to)))),
        ];
        var advised = Array.Find(steps, move => move.Then is not null).Then;
        var next = FirstElsewhere(order[here].Served, order, to => to.Availability.Now.Cause != Cause.Incident);
        var onlyNextIsCertain = advised is { } place && order[place].Availability.State == HoursState.Disputed
            && next is { } other && order[other].Class == RecommendationClass.LiveAndOpen;
        return new(steps, onlyNextIsCertain ? next : advised ?? next);
    }

    /// <summary>Where one step leads from a channel, be that one of the recommended or not; nothing if no channel can help.</summary>
    /// <inheritdoc cref="From" path="/param[@name='order']"/>
    public static Recommendation? Along(NextStep step, ServedChannel here, IReadOnlyList<Recommendation> order) =>
        FirstElsewhere(here, order, to => MayLead(step, to)) is { } place ? order[place] : null;

    /// <summary>
    /// The first instant after that of the order at which the step may lead elsewhere, or to a channel in another state; nothing if neither is in
    /// sight. Nothing but a closed channel's opening, and all that decides among those that are not closed, can bring that about.
    /// </summary>
    /// <inheritdoc cref="Along" path="/param"/>
    public static Instant? Until(NextStep step, ServedChannel here, IReadOnlyList<Recommendation> order)
    {
        Recommendation[] mayHelp = [.. order.Where(to => step.Then.Has(to.Channel) && !to.Served.Around.Contains(here.Channel.Id))];
        Recommendation[] now = [.. mayHelp.Where(to => MayLead(step, to))];
        var opens = mayHelp.Min(to => to.Availability.OpensAt);
        var changes = now.Length > 0 ? Validity.OfBest(now) : null;
        return changes is null || opens < changes ? opens : changes;
    }

    private static bool MayLead(NextStep step, Recommendation to) => to.Availability.State != HoursState.Closed && step.Then.Has(to.Channel);

    private static int? FirstElsewhere(ServedChannel here, IReadOnlyList<Recommendation> order, Func<Recommendation, bool> mayLead)
    {
        for (var i = 0; i < order.Count; i++)
        {
            if (!order[i].Served.Around.Contains(here.Channel.Id) && mayLead(order[i]))
                return i;
        }

        return null;
    }
}
