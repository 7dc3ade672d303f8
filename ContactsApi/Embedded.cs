namespace ContactsApi;

/// <summary>The files that are part of the program itself.</summary>
public static class Embedded
{
    public static string Text(string name)
    {
        using var reader = new StreamReader(Stream(name));
        return reader.ReadToEnd();
    }

    public static bool Has(string name) => typeof(Embedded).Assembly.GetManifestResourceInfo(name) is not null;

    /// <summary>The files of a folder, by their names in it.</summary>
    public static IEnumerable<(string Name, string Text)> Texts(string folder) =>
        from name in typeof(Embedded).Assembly.GetManifestResourceNames()
        where name.StartsWith(folder, StringComparison.Ordinal)
        orderby name
        select (name[folder.Length..], Text(name));

    public static Stream Stream(string name) =>
        typeof(Embedded).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException(name);
}
