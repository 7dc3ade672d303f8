namespace ContactsApi.Tests.Support;

/// <summary>The files that these tests were built from.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ContactsApi.slnx")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
