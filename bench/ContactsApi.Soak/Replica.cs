namespace ContactsApi.Soak;

/// <summary>One process of the service, and what the system says of it.</summary>
public sealed class Replica(Uri address, int pid)
{
    private readonly Lock seeing = new();
    private long newest;

    public HttpClient Client { get; } = new() { BaseAddress = address, Timeout = TimeSpan.FromSeconds(20) };

    public object Mebibytes => OfProcess(() => long.Parse(Status("VmRSS").Split(' ')[0]) / 1024);

    public object Handles => OfProcess(() => Directory.GetFileSystemEntries($"/proc/{pid}/fd").Length);

    public object Threads => OfProcess(() => long.Parse(Status("Threads")));

    /// <returns>Whether the revision is not older than the newest seen before the question was asked.</returns>
    /// <param name="asked">What <see cref="Newest"/> was then.</param>
    public bool See(long revision, long asked)
    {
        lock (seeing)
            newest = Math.Max(newest, revision);
        return revision >= asked;
    }

    public long Newest
    {
        get
        {
            lock (seeing)
                return newest;
        }
    }

    private string Status(string name) =>
        File.ReadLines($"/proc/{pid}/status").First(line => line.StartsWith($"{name}:", StringComparison.Ordinal)).Split(':')[1].Trim();

    private static object OfProcess(Func<long> figure)
    {
        try
        {
            return figure();
        }
        catch (IOException)
        {
            return "gone";
        }
    }
}
