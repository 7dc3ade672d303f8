namespace ContactsApi.Tests.Support;

/// <summary>Several threads that begin the same thing at the same moment.</summary>
public static class AtOnce
{
    private const int Threads = 6;

    public static async Task<T[]> Run<T>(Func<T> act)
    {
        using var gate = new Barrier(Threads);
        return await Task.WhenAll(Enumerable.Range(0, Threads).Select(_ => Task.Factory.StartNew(
            () =>
            {
                gate.SignalAndWait();
                return act();
            },
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning, // a thread of its own, so that all of them do arrive
            TaskScheduler.Default)));
    }
}
