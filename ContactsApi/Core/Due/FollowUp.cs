using ContactsApi.Core.Choosing;
using ContactsApi.Core.Guidance;
using NodaTime;

namespace ContactsApi.Core.Due;

/// <summary>What to do about a request that nobody answers.</summary>
/// <param name="From">
/// From when on: as the promise is past and, where a passage says how long to wait, that too. Nothing where neither is known: then as
/// soon as it is plain that nobody answers.
/// </param>
/// <param name="Then">Where the step leads then, or now if that is past already; nothing if nobody can help then.</param>
/// <param name="ChangesAt">The first instant after the moment asked about at which it leads elsewhere, or to one of another state; nothing if not in sight.</param>
public sealed record FollowUp(NextStep Step, Instant? From, Recommendation? Then, Instant? ChangesAt)
{
    /// <param name="here">The channel on which nobody answers, as it is known now.</param>
    /// <param name="directory">As of now: who was to be turned to may have changed since the request was sent.</param>
    /// <param name="question">What the other channels have to meet.</param>
    /// <param name="moment">When somebody asks what to do.</param>
    public static IReadOnlyList<FollowUp> To(RequestDue due, ServedChannel here, ContactDirectory directory, Question question, Instant moment)
    {
        var orders = new Dictionary<Instant, IReadOnlyList<Recommendation>>();
        return
        [
            .. from step in here.Guide.Steps
               let begins = BeginningOf(step, due)
               let at = Instant.Max(moment, begins ?? moment)
               let order = OrderAt(at)
               select new FollowUp(step, begins, NextMoves.Along(step, here, order), NextMoves.Until(step, here, order)),
        ];

        IReadOnlyList<Recommendation> OrderAt(Instant at) =>
            orders.TryGetValue(at, out var known) ? known : orders[at] = Chooser.Choose(directory, question, at).Order;
    }

    /// <summary>A wait runs from when there is somebody for certain: before that, nobody has failed to answer.</summary>
    private static Instant? BeginningOf(NextStep step, RequestDue due)
    {
        Instant? waited = step.After is { } after ? (due.Taken ?? due.SentAt) + after : null;
        return waited > due.At || due.At is null ? waited : due.At;
    }
}
