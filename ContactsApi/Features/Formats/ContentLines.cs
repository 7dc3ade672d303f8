using System.Text;

namespace ContactsApi.Features.Formats;

/// <summary>The lines of iCalendar and vCard (RFC 5545, section 3.1; RFC 6350, section 3.2).</summary>
public static class ContentLines
{
    private const int MostOctets = 75;

    /// <summary>Ends a line; none of what is written is longer than 75 octets, and none ends within a character.</summary>
    public static string Folded(string line)
    {
        var folded = new StringBuilder();
        var length = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (length + rune.Utf8SequenceLength > MostOctets)
            {
                folded.Append("\r\n ");
                length = 1;
            }

            folded.Append(rune.ToString());
            length += rune.Utf8SequenceLength;
        }

        return folded.Append("\r\n").ToString();
    }

    /// <summary>Folds what another program folded anew: some do it within surrogate pairs, of which nothing is left in UTF-8.</summary>
    public static string FoldedAnew(string lines) => string.Concat(
        lines.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(Folded));
}
