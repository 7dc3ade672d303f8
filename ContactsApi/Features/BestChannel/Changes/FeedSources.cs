using ContactsApi.Hosting.Overload;
using ContactsApi.Hosting.Telemetry;
using ContactsApi.Storage;
using Microsoft.Extensions.Options;
using NodaTime;

namespace ContactsApi.Features.BestChannel.Changes;

/// <summary>What every feed draws on.</summary>
public sealed record FeedSources(
    CatalogSnapshots Snapshots, DecisionTelemetry Decisions, IClock Clock, TimeProvider Time, GracefulShutdown Shutdown, IOptions<ServerOptions> Options)
{
    /// <summary>For how long a feed is silent at most.</summary>
    public Duration Heartbeat => Duration.FromSeconds(Options.Value.HeartbeatSeconds);
}
