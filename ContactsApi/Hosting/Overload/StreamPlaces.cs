using System.Diagnostics.Metrics;
using ContactsApi.Hosting.Access;
using ContactsApi.Hosting.Limits;
using ContactsApi.Hosting.Telemetry;
using Microsoft.Extensions.Options;

namespace ContactsApi.Hosting.Overload;

/// <summary>Marks an endpoint whose answer goes on until one side ends it.</summary>
public sealed record Streaming;

/// <summary>How many streams there are at once, in all and of one caller.</summary>
public sealed class StreamPlaces
{
    public const string OpenName = "contacts.streams";

    private readonly Places places;

    public StreamPlaces(IOptions<ServerOptions> server, IOptions<LimitsOptions> limits, IMeterFactory meters)
    {
        places = new Places(server.Value.Streams, limits.Value.StreamsPerCaller is > 0 and var some ? some : int.MaxValue);
        meters.Create(TelemetryExtensions.Name).CreateObservableUpDownCounter(OpenName, () => places.Taken, "{stream}", "Streams that are open.");
    }

    public static bool IsStream(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<Streaming>() is not null;

    /// <inheritdoc cref="Places.Take"/>
    public IDisposable? Take(Caller caller, out bool ownAreTaken) => places.Take(caller, out ownAreTaken);
}
