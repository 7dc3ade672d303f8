using ContactsApi.Storage;

namespace ContactsApi.Tests.Support;

public static class StoreRefusal
{
    /// <summary>One line in each language that names the file and holds the words.</summary>
    public static void AssertSays(this StoreUnusableException refusal, string path, string ru, string en)
    {
        AssertLine(refusal.Explanation.Ru, $"База данных {path}: ", ru);
        AssertLine(refusal.Explanation.En, $"The database {path}: ", en);
    }

    private static void AssertLine(string line, string start, string words)
    {
        Assert.StartsWith(start, line);
        Assert.Contains(words, line);
        Assert.Matches(@"^[^\r\n]*[^.]\.\z", line);
    }
}
