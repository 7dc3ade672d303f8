using System.Diagnostics;
using System.Diagnostics.Metrics;
using ContactsApi.Core.Choosing;
using ContactsApi.Storage;
using NodaTime;

namespace ContactsApi.Hosting.Telemetry;

/// <summary>Measures decisions from outside, since the core looks at no clock. An answer that is kept is no decision.</summary>
public sealed class DecisionTelemetry(IMeterFactory meters, TimeProvider time)
{
    public const string DurationName = "contacts.decision.duration";

    private static readonly ActivitySource Source = new(TelemetryExtensions.Name);

    /// <summary>A decision takes microseconds: the usual limits, made for requests, would put all of them in one.</summary>
    private static readonly InstrumentAdvice<double> Limits = new()
    {
        HistogramBucketBoundaries = [1e-6, 2.5e-6, 5e-6, 1e-5, 2.5e-5, 5e-5, 1e-4, 2.5e-4, 5e-4, 1e-3, 1e-2, 0.1],
    };

    private readonly Histogram<double> duration = meters.Create(TelemetryExtensions.Name).CreateHistogram(
        DurationName, "s", "How long it takes to choose the best channel.", tags: null, Limits);

    /// <inheritdoc cref="Chooser.Choose"/>
    public Decision Choose(CatalogSnapshot snapshot, Question question, Instant moment)
    {
        using var activity = Source.StartActivity("decide");
        activity?.SetTag(CatalogGauges.RevisionName, snapshot.Revision);
        if (!duration.Enabled)
            return Chooser.Choose(snapshot.Directory, question, moment);
        var start = time.GetTimestamp();
        var decision = Chooser.Choose(snapshot.Directory, question, moment);
        duration.Record(time.GetElapsedTime(start).TotalSeconds);
        return decision;
    }
}
