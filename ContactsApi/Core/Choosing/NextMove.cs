using ContactsApi.Core.Guidance;
using ContactsApi.Core.Hours;

namespace ContactsApi.Core.Choosing;

/// <summary>A step to take if nobody answers, and where it leads this caller.</summary>
/// <param name="Then">The place in the answer's order; nothing if no channel that the step could lead to can help this caller now.</param>
public readonly record struct NextMove(NextStep Step, int? Then)
{
    /// <summary>
    /// The steps from one of the recommended channels. Each leads to the first other channel of the same answer that it may lead to
    /// and that is not closed: nobody is sent to a line that is known to be silent, nor to the room that did not answer.
    /// </summary>
    /// <param name="here">The place of the channel in the order.</param>
    /// <param name="order">The eligible channels, the best first.</param>
    public static IEnumerable<NextMove> From(int here, IReadOnlyList<Recommendation> order) => order[here].Served.Guide.Steps.Select(
        step => new NextMove(step, FirstElsewhere(here, order, to => to.Availability.State != HoursState.Closed && step.Then.Has(to.Channel))));

    /// <summary>
    /// The one channel to turn to: where the first step that leads anywhere leads; without one the next in another room. Nobody is sent to where the
    /// sources disagree whether somebody is there while a person is there for certain elsewhere.
    /// </summary>
    /// <inheritdoc cref="From" path="/param"/>
    public static int? Place(int here, IReadOnlyList<Recommendation> order)
    {
        var next = WithoutStep(here, order);
        var advised = From(here, order).FirstOrDefault(move => move.Then is not null).Then;
        return advised is { } place
            && !(order[place].Availability.State == HoursState.Disputed && next is { } other && order[other].Class == RecommendationClass.LiveAndOpen)
                ? place
                : next;
    }

    /// <summary>Where to turn if no step leads anywhere: to the next channel in another room, even if it opens only later; not to one that is out of order.</summary>
    /// <inheritdoc cref="From" path="/param"/>
    public static int? WithoutStep(int here, IReadOnlyList<Recommendation> order) =>
        FirstElsewhere(here, order, to => to.Availability.Now.Cause != Cause.Incident);

    private static int? FirstElsewhere(int here, IReadOnlyList<Recommendation> order, Func<Recommendation, bool> mayLead)
    {
        for (var i = 0; i < order.Count; i++)
        {
            if (!order[i].Served.Around.Contains(order[here].Channel.Id) && mayLead(order[i]))
                return i;
        }

        return null;
    }
}
