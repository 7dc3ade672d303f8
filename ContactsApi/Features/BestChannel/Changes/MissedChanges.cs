using ContactsApi.Core.Choosing;
using ContactsApi.Storage;
using NodaTime;

namespace ContactsApi.Features.BestChannel.Changes;

/// <summary>A moment at which the best channel changed, by the passing of time or by a revision.</summary>
public readonly record struct BestChange(StreamCursor At, Recommendation? Before, Recommendation? After);

/// <summary>Tells how the best channel changed while somebody was not looking.</summary>
public static class MissedChanges
{
    /// <summary>Whoever missed more than so many, or than a day, has no use for them.</summary>
    private const int Most = 100;

    private static readonly Duration Longest = Duration.FromDays(1);

    /// <summary>The changes after one cursor, up to another; nothing if they are too many, or cannot be told any more.</summary>
    /// <param name="known">What was answered from since the first cursor, in order.</param>
    public static IReadOnlyList<BestChange>? Between(StandingQuestion question, IReadOnlyList<CatalogSnapshot> known, StreamCursor seen, StreamCursor now) =>
        Between(question, known, seen, now, Most, Longest);

    /// <inheritdoc cref="Between(StandingQuestion, IReadOnlyList{CatalogSnapshot}, StreamCursor, StreamCursor)"/>
    /// <param name="most">More are too many.</param>
    /// <param name="longest">What is longer ago cannot be told.</param>
    public static IReadOnlyList<BestChange>? Between(
        StandingQuestion question, IReadOnlyList<CatalogSnapshot> known, StreamCursor seen, StreamCursor now, int most, Duration longest)
    {
        if (known.Count == 0 || seen.Moment > now.Moment || now.Moment - seen.Moment > longest)
            return null;
        var all = new List<BestChange>();
        var reached = seen.Moment;
        for (var i = 0; i < known.Count; i++)
        {
            var next = i + 1 < known.Count ? known[i + 1] : null;
            var end = next is null ? now.Moment + Duration.Epsilon : Instant.Max(reached, Instant.Min(next.CreatedAt, now.Moment));
            if (question.Of(known[i], reached) is not { } asked)
                return null;
            var found = Transitions.Between(known[i].Directory, asked.Question, reached + Duration.Epsilon, end, most);
            if (found.CoveredUntil < end)
                return null;
            all.AddRange(found.All.Select(one => new BestChange(new(known[i].Revision, one.Moment), one.Before, one.After)));
            if (next is null)
                break;
            if (question.Of(next, end) is not { } askedNext)
                return null;
            var before = BestOf(known[i], asked.Question, Instant.Max(reached, end - Duration.Epsilon));
            var after = BestOf(next, askedNext.Question, end);
            if (Differ(before, after))
                all.Add(new(new(next.Revision, end), before, after));
            reached = end;
        }

        return all.Count > most ? null : all;
    }

    private static Recommendation? BestOf(CatalogSnapshot snapshot, Question question, Instant moment) =>
        Chooser.Choose(snapshot.Directory, question, moment).Order is [var best, ..] ? best : null;

    /// <summary>What is the best at a moment; nothing if no channel is eligible, or the question cannot be asked.</summary>
    public static Recommendation? BestOf(StandingQuestion question, CatalogSnapshot snapshot, Instant moment) =>
        question.Of(snapshot, moment) is { } asked ? BestOf(snapshot, asked.Question, moment) : null;

    public static bool Differ(Recommendation? before, Recommendation? after) =>
        before is null || after is null ? before != after : Transitions.IsTransition(before, after);
}
