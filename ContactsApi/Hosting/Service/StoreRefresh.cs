using ContactsApi.Core.Catalogs;
using ContactsApi.Hosting.Access;
using ContactsApi.Storage;
using Microsoft.Extensions.Options;

namespace ContactsApi.Hosting.Service;

/// <summary>
/// Takes up the keys and revisions that other processes write. While the store does not answer, what is at hand is answered from. What
/// a revision holds that is not fit to be shown is logged.
/// </summary>
public sealed partial class StoreRefresh(
    ApiKeys keys, CatalogSnapshots snapshots, Database database, TimeProvider time, IOptions<StoreOptions> options, ILogger<StoreRefresh> logger) : BackgroundService
{
    private bool canBeRead = true;
    private bool canBeWritten = true;
    private long examined;

    /// <summary>At each write that the database announces, and regularly all the same: an announcement may be lost.</summary>
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        IfLoaded(() =>
        {
            Examine();
            foreach (var file in database.OpenToOthers())
                IsOpenToOthers(logger, file);
        });
        return Task.WhenAll(
            PollAsync(Refresh, stoppingToken),
            // By itself: a write waits for whoever holds the store, and what others wrote should be known meanwhile.
            PollAsync(TryWriting, stoppingToken),
            WatchAsync(stoppingToken));
    }

    private async Task WatchAsync(CancellationToken stopping)
    {
        try
        {
            await database.WatchAsync(() => IfLoaded(Refresh), stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The end of the service.
        }
    }

    private async Task PollAsync(Action look, CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.PollSeconds), time);
        try
        {
            while (await timer.WaitForNextTickAsync(stopping))
                IfLoaded(look);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The end of the service, or of one that could not start: nothing to tell.
        }
    }

    private void IfLoaded(Action look)
    {
        // A command that only prints the contract loads nothing.
        if (snapshots.IsLoaded)
            look();
    }

    private void Refresh() => canBeRead = Try(canBeRead, () =>
    {
        // First, so that no fault of a revision keeps a revoked key alive.
        keys.Refresh();
        snapshots.Refresh();
        Examine();
    });

    /// <summary>Nothing unfit is taken up, but a store may hold it from before.</summary>
    private void Examine()
    {
        var snapshot = snapshots.Current;
        if (Interlocked.Exchange(ref examined, snapshot.Revision) != snapshot.Revision
            && ContentRules.ProblemsOf(snapshot.Directory.Catalog) is [var first, ..] problems)
            HoldsUnfit(logger, snapshot.Revision, problems.Count, first.Path, first.Message.En);
    }

    private void TryWriting() => canBeWritten = Try(canBeWritten, snapshots.TryWriting);

    /// <returns>Whether the store did what was asked of it.</returns>
    private bool Try(bool didBefore, Action use)
    {
        try
        {
            use();
            return true;
        }
        catch (Exception problem) when (problem is StoreUnavailableException or StoreUnusableException)
        {
            // Once, not every second.
            if (didBefore)
                StoreDoesNotAnswer(logger, snapshots.Current.Revision, problem);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Revision {Revision} holds {Count} texts or addresses that are not fit to be shown; the first is {Path}: {Problem}. See /v1/quality?code=content-unfit")]
    private static partial void HoldsUnfit(ILogger logger, long revision, int count, string path, string problem);

    [LoggerMessage(LogLevel.Warning, "Others on this machine may read or write {File}, which holds the hashes of keys. Let its owner alone: chmod 600 {File}")]
    private static partial void IsOpenToOthers(ILogger logger, string file);

    [LoggerMessage(LogLevel.Error, "The store cannot be used as it should; revision {Revision} is answered from")]
    private static partial void StoreDoesNotAnswer(ILogger logger, long revision, Exception problem);
}
