namespace ContactsApi.Hosting.Queries;

/// <summary>Finds what a caller may have meant by a misspelt name.</summary>
public static class NearestNames
{
    private const int Count = 3;

    /// <summary>
    /// The names with the least edit distance, letter case aside. The part of a name behind its last slash counts as a name
    /// too: who writes <c>Vladivostok</c> means <c>Asia/Vladivostok</c>.
    /// </summary>
    public static IReadOnlyList<string> To(string asked, IEnumerable<string> names)
    {
        var wanted = asked.ToUpperInvariant();
        return
        [
            .. names
                .OrderBy(name => DistanceTo(wanted, name.ToUpperInvariant()))
                .ThenBy(name => name, StringComparer.Ordinal)
                .Take(Count),
        ];
    }

    private static int DistanceTo(string wanted, string name) =>
        Math.Min(EditDistance(wanted, name), EditDistance(wanted, name[(name.LastIndexOf('/') + 1)..]));

    /// <summary>Levenshtein's distance, a row at a time.</summary>
    private static int EditDistance(string a, string b)
    {
        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        var current = new int[b.Length + 1];
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substituted = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(substituted, Math.Min(previous[j], current[j - 1]) + 1);
            }

            (previous, current) = (current, previous);
        }

        return previous[b.Length];
    }
}
