namespace ContactsApi.Core.Statements;

/// <summary>Which statements count: of those that speak of the segment (or, without any, of all segments) the best-ranked.</summary>
public static class Counting
{
    public static IReadOnlyList<T> For<T>(Segment segment, IReadOnlyList<T> statements)
        where T : Statement
    {
        List<T> named = [.. statements.Where(statement => statement.Segments.Contains(segment))];
        List<T> speaking = named.Count > 0 ? named : [.. statements.Where(statement => statement.Segments.Count == 0)];
        List<T> preferred = [.. speaking.Where(statement => statement.Rank == Rank.Preferred)];
        return preferred.Count > 0 ? preferred : [.. speaking.Where(statement => statement.Rank == Rank.Normal)];
    }
}
