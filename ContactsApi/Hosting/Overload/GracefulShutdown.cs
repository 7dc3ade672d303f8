using ContactsApi.Storage;
using Microsoft.Extensions.Options;

namespace ContactsApi.Hosting.Overload;

/// <summary>
/// The end of the service, in good order: readiness turns first, then for a while all goes on, so that balancers notice. Only then
/// the server closes its door and finishes what it has begun.
/// </summary>
public sealed partial class GracefulShutdown(
    CatalogSnapshots snapshots, IOptions<ServerOptions> options, TimeProvider time, ILogger<GracefulShutdown> logger) : IHostedLifecycleService, IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private volatile bool isStopping;

    public bool IsStopping => isStopping;

    /// <summary>Cancelled when it has begun and readiness has turned: whatever would go on for ever ends.</summary>
    public CancellationToken Stopping => stopping.Token;

    /// <summary>The host calls it before it stops the server.</summary>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        isStopping = true;
        // A command that only prints the contract serves nobody.
        if (!snapshots.IsLoaded)
            return;
        Leaving(logger, options.Value.PauseSeconds);
        await stopping.CancelAsync();
        await Task.Delay(TimeSpan.FromSeconds(options.Value.PauseSeconds), time, cancellationToken);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => stopping.Dispose();

    [LoggerMessage(LogLevel.Information, "Told to end: not ready any more, and closed to new requests in {Seconds} s")]
    private static partial void Leaving(ILogger logger, int seconds);
}
