using ContactsApi.Core.Choosing;
using NodaTime;

namespace ContactsApi.Core.Comparison;

/// <summary>A span in which two catalogs answer otherwise, each the same all the time.</summary>
/// <param name="From">Included.</param>
/// <param name="To">Not included.</param>
/// <param name="Before">The answer of the one, at the beginning of the span.</param>
/// <param name="After">The answer of the other, at the same moment.</param>
public sealed record AnswerChange(Instant From, Instant To, Decision Before, Decision After);

/// <summary>All such spans for one question.</summary>
/// <param name="ComparedUntil">The end of the time asked about, or an earlier instant if there was too much to compare.</param>
public sealed record AnswerChanges(IReadOnlyList<AnswerChange> Spans, Instant ComparedUntil);

/// <summary>What a change of the catalog does to the answers to a question, moment by moment.</summary>
public static class AnswerComparison
{
    /// <summary>Goes from one change of either answer to the next; what is compared at each is an <see cref="AnswerLine"/> for every channel.</summary>
    /// <param name="mostMoments">At how many moments answers are compared at most.</param>
    public static AnswerChanges Between(
        ContactDirectory before, ContactDirectory after, Question question, Instant from, Instant to, int mostMoments)
    {
        var spans = new List<AnswerChange>();
        var moment = from;
        for (var count = 0; moment < to && count < mostMoments; count++)
        {
            var (old, @new) = (Chooser.Choose(before, question, moment), Chooser.Choose(after, question, moment));
            var next = new[] { old.ValidUntil, @new.ValidUntil, to }.OfType<Instant>().Min();
            if (!IsSame(old, @new))
                Add(spans, new AnswerChange(moment, next, old, @new));
            moment = next;
        }

        return new AnswerChanges(spans, moment);
    }

    /// <summary>Whether a person would call the answers the same.</summary>
    public static bool IsSame(Decision one, Decision other) => AnswerLine.Of(one).SequenceEqual(AnswerLine.Of(other));

    private static void Add(List<AnswerChange> spans, AnswerChange change)
    {
        if (spans is [.., var last] && last.To == change.From && IsSame(last.Before, change.Before) && IsSame(last.After, change.After))
            spans[^1] = last with { To = change.To };
        else
            spans.Add(change);
    }
}
