using ContactsApi.Core.Guidance;
using ContactsApi.Core.Hours;

namespace ContactsApi.Core.Choosing;

/// <summary>A step to take if nobody answers, and where it leads this caller.</summary>
/// <param name="Then">The place in the answer's order; nothing if no channel that the step could lead to can help this caller now.</param>
public readonly record struct NextMove(NextStep Step, int? Then)
{
    /// <summary>
    /// The steps from one of the recommended channels. Each leads to the first other channel of the same answer that it may lead to
    /// and that is not closed: nobody is sent to a line that is known to be silent.
    /// </summary>
    /// <param name="here">The place of the channel in the order.</param>
    /// <param name="order">The eligible channels, the best first.</param>
    public static IEnumerable<NextMove> From(int here, IReadOnlyList<Recommendation> order) =>
        order[here].Desk.Guide.Steps.Select(step => new NextMove(step, FirstFor(step, here, order)));

    private static int? FirstFor(NextStep step, int here, IReadOnlyList<Recommendation> order)
    {
        for (var i = 0; i < order.Count; i++)
        {
            if (i != here && order[i].Outlook.State != HoursState.Closed && step.Then.Has(order[i].Channel))
                return i;
        }

        return null;
    }
}
