using System.Collections.Concurrent;
using ContactsApi.Core.Events;
using ContactsApi.Hosting.Access;
using ContactsApi.Serialization;
using ContactsApi.Storage;
using ContactsApi.Storage.Webhooks;
using Microsoft.Extensions.Options;
using NodaTime;

namespace ContactsApi.Features.Webhooks.Sending;

/// <summary>
/// Tells those who asked for it what happens. Of all replicas the one that holds the lease does: it writes down what comes about by the
/// passing of time, and sends to each webhook one event after the other, in their order, until the receiver says that it has it.
/// </summary>
public sealed partial class WebhookSender(
    WebhookStore store, SendingLease lease, CatalogSnapshots snapshots, StoreAccess access, ApiKeys keys, WatchedAnswers answers, Delivery delivery, WebhookMetrics metrics,
    IClock clock, TimeProvider time, IOptions<StoreOptions> storeOptions, IOptions<WebhookOptions> options, ILogger<WebhookSender> logger)
    : BackgroundService
{
    private static readonly Origin Service = new("service");

    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly ConcurrentDictionary<string, Task> running = new();
    private bool failedBefore;

    /// <summary>Looks what there is to tell and to send, and begins to. Does not wait for receivers.</summary>
    public async Task StepAsync(CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            var enabled = access.Read(store.List).Where(webhook => webhook.Disabled is null).ToList();
            if (enabled.Count == 0 || !snapshots.ToStore(lease.Hold))
            {
                metrics.Show(null, 0);
                return;
            }

            var now = clock.GetCurrentInstant();
            TellTime(now);
            foreach (var webhook in enabled)
                Tell(webhook, now);
            Send(enabled, now, cancellation);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Ends when all that was begun is delivered, or has failed.</summary>
    public Task DeliveredAsync() => Task.WhenAll(running.Values);

    public override void Dispose()
    {
        turn.Dispose();
        base.Dispose();
    }

    /// <summary>Tells of the incidents that started or ended by the passing of time until now.</summary>
    public void TellTime(Instant now)
    {
        var newest = snapshots.Current;
        var told = access.Read(store.ToldUntil);
        if (told is not { } until || IncidentTurn.ByTime(newest.Directory.Catalog.Incidents, until, now).Any())
            snapshots.ToStore(() => store.TellTime(newest, now));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A command that only prints the contract loads nothing.
        if (!snapshots.IsLoaded)
            return;
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(storeOptions.Value.PollSeconds), time);
        try
        {
            var tick = timer.WaitForNextTickAsync(stoppingToken).AsTask();
            while (!stoppingToken.IsCancellationRequested)
            {
                var taken = snapshots.Taken;
                await TryStepAsync(stoppingToken);
                await Task.WhenAny(tick, taken);
                if (tick.IsCompleted)
                {
                    await tick;
                    tick = timer.WaitForNextTickAsync(stoppingToken).AsTask();
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The end of the service.
        }

        await LeaveAsync();
    }

    private async Task TryStepAsync(CancellationToken stopping)
    {
        try
        {
            await StepAsync(stopping);
            failedBefore = false;
        }
        catch (Exception problem) when (problem is StoreUnavailableException or StoreUnusableException)
        {
            // StoreRefresh says so.
        }
        // Whatever it is, the service itself goes on answering.
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            if (!failedBefore)
                Failed(logger, problem);
            failedBefore = true;
        }
    }

    private async Task LeaveAsync()
    {
        await DeliveredAsync();
        try
        {
            snapshots.ToStore(lease.Release);
        }
        catch (Exception problem) when (problem is StoreUnavailableException or StoreUnusableException)
        {
            // Then another takes it over a little later.
        }
    }

    private void Tell(Webhook webhook, Instant now)
    {
        if (keys.Find(webhook.KeyId)?.Stored.Key.StateAt(now) is not KeyState.Valid)
            Disable(webhook, DisabledFor.KeyEnded, now);
        else if (webhook.Question is not null && answers.ChangesFor(webhook, now) is { } told)
        {
            try
            {
                snapshots.ToStore(() => store.TellQuestion(webhook, told.Changes, told.Revision, told.Moment));
            }
            catch
            {
                answers.Forget(webhook);
                throw;
            }
        }
    }

    private void Send(List<Webhook> enabled, Instant now, CancellationToken cancellation)
    {
        var waiting = access.Read(store.Waiting);
        metrics.Show(waiting, enabled.Count(webhook => webhook.Trouble is not null));
        var due = enabled.Where(webhook => webhook.Trouble is not { } trouble || trouble.DueAt <= now).Select(webhook => webhook.Id).ToHashSet();
        foreach (var (id, _) in running.Where(one => one.Value.IsCompleted))
            running.TryRemove(id, out _);
        foreach (var one in waiting.Where(one => one.Count > 0 && due.Contains(one.Id)))
            running.GetOrAdd(one.Id, id => Task.Run(() => TryDeliverAsync(id, cancellation), cancellation));
    }

    private async Task TryDeliverAsync(string id, CancellationToken cancellation)
    {
        try
        {
            while (await DeliverNextAsync(id, cancellation))
            {
                // One after the other.
            }
        }
        catch (Exception problem) when (problem is StoreUnavailableException or StoreUnusableException or OperationCanceledException)
        {
            // What was not noted is sent again, with the same id.
        }
        catch (Exception problem)
        {
            Failed(logger, problem);
        }
    }

    /// <returns>Whether the next may be delivered now.</returns>
    private async Task<bool> DeliverNextAsync(string id, CancellationToken cancellation)
    {
        if (access.Read(() => store.Find(id)) is not { Disabled: null } webhook || access.Read(() => store.Next(webhook)) is not { } next)
            return false;
        var result = await delivery.TryAsync(webhook, next.Id, next.Body, () => lease.Lasts(options.Value.Timeout), cancellation);
        if (!result.IsSent)
            return false;
        metrics.Count(result);
        var now = clock.GetCurrentInstant();
        if (result.Fault is not { } fault)
            return snapshots.ToStore(() => store.Delivered(webhook, next.Sequence, now, lease.Holder));
        var failures = (webhook.Trouble?.Failures ?? 0) + 1;
        var trouble = new DeliveryTrouble(
            failures, webhook.Trouble?.Since ?? now, fault, result.Status, now + Retries.RestAfter(failures, Random.Shared.NextDouble()));
        if (snapshots.ToStore(() => store.Failed(webhook, trouble, lease.Holder)))
        {
            if (result.Status == StatusCodes.Status410Gone)
                Disable(webhook, DisabledFor.Gone, now);
            else if (now - trouble.Since >= Retries.GivenUpAfter)
                Disable(webhook, DisabledFor.Failing, now);
        }

        return false;
    }

    private void Disable(Webhook webhook, DisabledFor because, Instant now)
    {
        snapshots.ToStore(() => store.Disable(webhook.Id, because, now, Service));
        IsDisabled(logger, webhook.Id, EnumNames<DisabledFor>.Of(because), webhook.Delivered);
    }

    [LoggerMessage(LogLevel.Warning, "Webhook {Id} is disabled ({Because}): all up to event {Delivered} is delivered to it")]
    private static partial void IsDisabled(ILogger logger, string id, string because, long delivered);

    [LoggerMessage(LogLevel.Error, "What happens cannot be told to webhooks; it is tried again")]
    private static partial void Failed(ILogger logger, Exception problem);
}
