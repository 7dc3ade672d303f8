using ContactsApi.Hosting.Access;
using ContactsApi.Storage;
using Microsoft.Extensions.Options;

namespace ContactsApi.Hosting;

/// <summary>Takes up the keys and revisions that other processes write. While the store does not answer, what is at hand is answered from.</summary>
public sealed partial class StoreRefresh(
    ApiKeys keys, CatalogSnapshots snapshots, Database database, TimeProvider time, IOptions<StoreOptions> options, ILogger<StoreRefresh> logger) : BackgroundService
{
    private bool storeAnswered = true;

    /// <summary>At each write that the database announces, and regularly all the same: an announcement may be lost.</summary>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(PollAsync(stoppingToken), WatchAsync(stoppingToken));

    private async Task WatchAsync(CancellationToken stopping)
    {
        try
        {
            await database.WatchAsync(RefreshIfLoaded, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The end of the service.
        }
    }

    private async Task PollAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.PollSeconds), time);
        try
        {
            while (await timer.WaitForNextTickAsync(stopping))
                RefreshIfLoaded();
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The end of the service, or of one that could not start: nothing to tell.
        }
    }

    private void RefreshIfLoaded()
    {
        // A command that only prints the contract loads nothing.
        if (snapshots.IsLoaded)
            Refresh();
    }

    private void Refresh()
    {
        try
        {
            // First, so that no fault of a revision keeps a revoked key alive.
            keys.Refresh();
            snapshots.Refresh();
            storeAnswered = true;
        }
        catch (Exception problem) when (problem is StoreUnavailableException or StoreUnusableException)
        {
            // Once, not every second.
            if (storeAnswered)
                StoreDoesNotAnswer(logger, snapshots.Current.Revision, problem);
            storeAnswered = false;
        }
    }

    [LoggerMessage(LogLevel.Error, "The store does not answer; revision {Revision} is answered from")]
    private static partial void StoreDoesNotAnswer(ILogger logger, long revision, Exception problem);
}
