namespace ContactsApi.Core;

/// <summary>Finds what a caller may have meant by a misspelt name.</summary>
public static class NearestNames
{
    /// <summary>What is longer, in UTF-16 code units, is no misspelt name, and to compare it would be dear.</summary>
    public const int MaxLength = 100;

    private const int Count = 3;

    /// <summary>One letter in so many may be wrong in a name that is misspelt, and none in one that is no longer.</summary>
    private const int LettersForASlip = 4;

    /// <summary>What is wrong, with the names that come nearest, where there are too many to list.</summary>
    public static LocalizedText Suggest(LocalizedText what, string asked, IEnumerable<string> names)
    {
        var nearest = string.Join(", ", To(asked, names));
        return new($"{what.Ru} Похожие: {nearest}.", $"{what.En} The nearest are: {nearest}.");
    }

    /// <summary>The names with the least edit distance, letter case aside.</summary>
    public static IReadOnlyList<string> To(string asked, IEnumerable<string> names)
    {
        var wanted = asked.ToUpperInvariant();
        return
        [
            .. names
                .OrderBy(name => EditDistance(wanted, name.ToUpperInvariant()))
                .ThenBy(name => name, StringComparer.Ordinal)
                .Take(Count),
        ];
    }

    /// <summary>
    /// The names that nearly are what was asked for, letter case aside, and no farther ones. Only what is behind the last slash counts: who
    /// writes <c>Vladivostok</c> or <c>Europe/Vladivostok</c> means <c>Asia/Vladivostok</c>.
    /// </summary>
    public static IReadOnlyList<string> Misspelt(string asked, IEnumerable<string> names)
    {
        var wanted = LastPart(asked);
        var slips = (wanted.Length - 1) / LettersForASlip;
        // A difference of length alone is as many slips. Most of many names are left out by it, for whoever errs again and again.
        var nearest = names.Where(name => Math.Abs(name.Length - name.LastIndexOf('/') - 1 - wanted.Length) <= slips)
            .GroupBy(name => EditDistance(wanted, LastPart(name)))
            .MinBy(group => group.Key);
        return nearest?.Key <= slips ? [.. nearest.Order(StringComparer.Ordinal).Take(Count)] : [];
    }

    private static string LastPart(string name) => name[(name.LastIndexOf('/') + 1)..].ToUpperInvariant();

    /// <summary>Levenshtein's distance, all in one row.</summary>
    /// <param name="b">A name that we know, and so a short one.</param>
    private static int EditDistance(string a, string b)
    {
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
