using System.Text;

namespace ContactsApi.Tests.Support;

/// <summary>The commands of a document, each as its words, read as a shell reads them as far as the documents use one.</summary>
public static class ShellCommands
{
    /// <summary>In their order, from the blocks marked <c>sh</c>.</summary>
    /// <param name="variables">What stands for what, as <c>$KEY</c>.</param>
    public static IEnumerable<IReadOnlyList<string>> In(string markdown, IReadOnlyDictionary<string, string> variables) =>
        from block in markdown.Split("```sh\n").Skip(1)
        from words in WordsOf(variables.Aggregate(block[..block.IndexOf("\n```", StringComparison.Ordinal)], (text, one) => text.Replace(one.Key, one.Value)))
        select words;

    private static IEnumerable<IReadOnlyList<string>> WordsOf(string script)
    {
        var (words, word, quote) = (new List<string>(), new StringBuilder(), '\0');
        var (begun, comment) = (false, false);
        foreach (var character in script.Replace("\\\n", "").Append('\n'))
        {
            if (comment && character != '\n' || begun && quote != '\0' && character != quote)
            {
                if (!comment)
                    word.Append(character);
            }
            else if (character is '\'' or '"')
            {
                (begun, quote) = (true, quote == '\0' ? character : '\0');
            }
            else if (character is ' ' or '\n')
            {
                if (begun)
                    words.Add(word.ToString());
                word.Clear();
                begun = false;
                if (character == '\n')
                {
                    if (words.Count > 0)
                        yield return words;
                    (words, comment) = ([], false);
                }
            }
            else if (character == '#' && !begun)
            {
                comment = true;
            }
            else
            {
                begun = true;
                word.Append(character);
            }
        }
    }
}
