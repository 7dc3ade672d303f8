using NodaTime;

namespace ContactsApi.Core.Choosing;

/// <summary>
/// A moment at which the best channel changes: from it on another channel is the best, or the state of the best is another.
/// Changes of what the best promises, and of the channels after it, are none.
/// </summary>
public sealed record Transition(Instant Moment, Recommendation Before, Recommendation After);

/// <summary>The transitions of a span, in order.</summary>
/// <param name="CoveredUntil">
/// Up to here (not included) no transition is missing: the end of the span, or an earlier instant at which the search goes on.
/// </param>
public sealed record Transitions(IReadOnlyList<Transition> All, Instant CoveredUntil)
{
    /// <summary>Of a search in all, so that it takes no longer than about a tenth of a second.</summary>
    public const int MostSteps = 20_000;

    /// <summary>
    /// The transitions by the passing of time, incidents and overrides included, from a moment (included) to another (not included).
    /// </summary>
    /// <param name="most">The search ends after so many.</param>
    public static Transitions Between(ContactDirectory directory, Question question, Instant from, Instant to, int most)
    {
        var all = new List<Transition>();
        var before = Chooser.Choose(directory, question, from - Duration.Epsilon);
        // Whether a channel is eligible does not depend on the moment.
        if (before.Order.Count == 0)
            return new(all, to);
        for (var step = 0; step < MostSteps; step++)
        {
            var next = NextAfter(before);
            if (next >= to)
                return new(all, to);
            if (all.Count == most)
                return new(all, next);
            var after = Chooser.Choose(directory, question, next);
            if (IsTransition(before.Order[0], after.Order[0]))
                all.Add(new(next, before.Order[0], after.Order[0]));
            before = after;
        }

        return new(all, before.Moment + Duration.Epsilon);
    }

    /// <summary>Whether the one is another best channel than the other, or has another state.</summary>
    public static bool IsTransition(Recommendation before, Recommendation after) =>
        before.Channel.Id != after.Channel.Id || before.Availability.State != after.Availability.State;

    /// <summary>No transition lies before it; it need not be one.</summary>
    private static Instant NextAfter(Decision decision) =>
        Validity.OfBest([.. decision.Order]) ?? Horizon.Of(decision.Moment);
}
