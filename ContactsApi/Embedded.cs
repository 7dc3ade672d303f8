namespace ContactsApi;

/// <summary>The files that are part of the program itself.</summary>
public static class Embedded
{
    public static string Text(string name)
    {
        using var reader = new StreamReader(Stream(name));
        return reader.ReadToEnd();
    }

    public static Stream Stream(string name) =>
        typeof(Embedded).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException(name);
}
