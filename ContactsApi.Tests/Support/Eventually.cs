namespace ContactsApi.Tests.Support;

/// <summary>Waits for what another thread or process is about to do.</summary>
public static class Eventually
{
    /// <summary>Far more than anything here takes, yet an end to a test that would hang.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static Task IsTrueAsync(Func<bool> condition) => IsTrueAsync(() => Task.FromResult(condition()));

    public static async Task IsTrueAsync(Func<Task<bool>> condition)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        while (!await condition())
            await Task.Delay(20, patience.Token);
    }
}
