using ContactsApi.Hosting.Access;
using ContactsApi.Storage;
using Microsoft.Extensions.Options;

namespace ContactsApi.Hosting;

/// <summary>Takes up the keys and revisions that other processes write. While the store does not answer, what is at hand is answered from.</summary>
public sealed partial class StoreRefresh(
    ApiKeys keys, CatalogSnapshots snapshots, TimeProvider time, IOptions<StoreOptions> options, ILogger<StoreRefresh> logger) : BackgroundService
{
    private bool storeAnswered = true;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.PollSeconds), time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                // A command that only prints the contract loads nothing.
                if (snapshots.IsLoaded)
                    Refresh();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The end of the service, or of one that could not start: nothing to tell.
        }
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
