using System.Diagnostics.Metrics;
using ContactsApi.Hosting.Limits;
using ContactsApi.Hosting.Overload;
using ContactsApi.Hosting.Telemetry;
using Microsoft.Extensions.Options;

namespace ContactsApi.Hosting.Streams;

/// <summary>Marks an endpoint whose answer goes on until one side ends it.</summary>
public sealed record Streaming;

/// <summary>How many streams there are at once, in all and of one caller.</summary>
public sealed class StreamPlaces
{
    public const string OpenName = "contacts.streams";

    private readonly Dictionary<Caller, int> open = [];
    private readonly int most;
    private readonly int mostOfCaller;
    private int taken;

    public StreamPlaces(IOptions<ServerOptions> server, IOptions<LimitsOptions> limits, IMeterFactory meters)
    {
        most = server.Value.Streams;
        mostOfCaller = limits.Value.StreamsPerCaller is > 0 and var some ? some : int.MaxValue;
        meters.Create(TelemetryExtensions.Name).CreateObservableUpDownCounter(OpenName, () => Volatile.Read(ref taken), "{stream}", "Streams that are open.");
    }

    public static bool IsStream(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<Streaming>() is not null;

    /// <summary>A place until it is disposed of; nothing if there is none left.</summary>
    /// <param name="ownAreTaken">Whether it is the caller that has too many.</param>
    public IDisposable? Take(Caller caller, out bool ownAreTaken)
    {
        lock (open)
        {
            var own = open.GetValueOrDefault(caller);
            ownAreTaken = own >= mostOfCaller;
            if (ownAreTaken || taken >= most)
                return null;
            open[caller] = own + 1;
            taken++;
            return new Place(this, caller);
        }
    }

    private void Free(Caller caller)
    {
        lock (open)
        {
            taken--;
            if (--open[caller] == 0)
                open.Remove(caller);
        }
    }

    private sealed class Place(StreamPlaces places, Caller caller) : IDisposable
    {
        public void Dispose() => places.Free(caller);
    }
}
