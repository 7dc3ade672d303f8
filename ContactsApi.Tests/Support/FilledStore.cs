namespace ContactsApi.Tests.Support;

/// <summary>A SQLite file as the first start of the service leaves it, made once for all tests.</summary>
public static class FilledStore
{
    private static readonly Lazy<byte[]> Bytes = new(Fill);

    /// <summary>Saves a service whose first start is not what is tested from making the same again.</summary>
    /// <param name="path">Of a file that is left as it is if it is there already.</param>
    public static void CopyTo(string path)
    {
        if (!File.Exists(path))
            File.WriteAllBytes(path, Bytes.Value);
    }

    private static byte[] Fill()
    {
        using var store = new TemporaryStore();
        store.Start(ContactsApp.NewTime());
        Assert.Equal(0, store.Query<long>("PRAGMA wal_checkpoint(TRUNCATE)"));
        return File.ReadAllBytes(store.Path);
    }
}
