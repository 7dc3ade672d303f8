using System.Diagnostics.Metrics;

namespace ContactsApi.Tests.Support;

/// <summary>A value that was measured, and what it is of.</summary>
/// <param name="Thread">The id of the thread on which it was.</param>
public sealed record Measured(string Instrument, double Value, IReadOnlyDictionary<string, object?> Tags, int Thread);

/// <summary>Listens to the instruments of meters, as a collector would.</summary>
public sealed class Measurements : IDisposable
{
    private readonly MeterListener listener = new();
    private readonly List<Measured> measured = [];

    /// <param name="isHeard">Which meters: other tests measure in the same process.</param>
    public Measurements(Predicate<Meter> isHeard)
    {
        listener.InstrumentPublished = (instrument, hearing) =>
        {
            if (isHeard(instrument.Meter))
                hearing.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.Start();
    }

    public IReadOnlyList<Measured> Of(string instrument)
    {
        lock (measured)
            return [.. measured.Where(one => one.Instrument == instrument)];
    }

    /// <summary>What a gauge shows at this moment; nothing if it shows nothing.</summary>
    public double? Now(string gauge)
    {
        lock (measured)
            measured.Clear();
        listener.RecordObservableInstruments();
        return Of(gauge).SingleOrDefault()?.Value;
    }

    public void Dispose() => listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var named = new Dictionary<string, object?>(tags.ToArray());
        lock (measured)
            measured.Add(new(instrument.Name, value, named, Environment.CurrentManagedThreadId));
    }
}
