using ContactsApi.Core.Channels;
using ContactsApi.Core.Statements;

namespace ContactsApi.Core.Quality;

/// <summary>Statements of a channel that count together, and the segments for which they do.</summary>
public sealed record CountingSet<T>(IReadOnlyList<Segment> Segments, IReadOnlyList<T> Statements)
    where T : Statement
{
    public IReadOnlyList<string> Ids => [.. Statements.Select(statement => statement.Id)];

    public IReadOnlyList<string> References => [.. Statements.Select(statement => statement.Reference).Distinct()];
}

public static class CountingSet
{
    /// <summary>
    /// Each set once, so that a finding is told once for all the segments that it touches. A channel that has another's statements
    /// has none of its own; what is found in those is told of the other.
    /// </summary>
    public static IEnumerable<CountingSet<T>> Of<T>(Channel channel, IReadOnlyList<T> statements)
        where T : Statement =>
        from segment in channel.Priority.Keys.Order()
        let counting = Counting.For(segment, statements)
        where channel.StatementsOf is null
        group (segment, counting) by string.Join('\n', counting.Select(statement => statement.Id)) into same
        select new CountingSet<T>([.. same.Select(one => one.segment)], same.First().counting);
}
