using System.Diagnostics.Metrics;
using ContactsApi.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace ContactsApi.Tests.Hosting.Telemetry;

public sealed class DecisionTelemetryTests : IDisposable
{
    /// <summary>The clock that durations are taken by has to move.</summary>
    private readonly ContactsApp app = new() { Clock = TimeProvider.System };

    [Fact]
    public async Task Every_decision_is_measured_and_an_answer_that_is_kept_is_none()
    {
        using var client = app.CreateClient();
        var meters = app.Services.GetRequiredService<IMeterFactory>();
        using var measurements = new Measurements(meter => meter.Scope == meters);

        await client.GetJsonAsync("/v1/best-channel?segment=individual");
        await client.GetJsonAsync("/v1/best-channel?segment=individual");
        await client.GetJsonAsync("/v1/best-channel?segment=abroad");

        var durations = measurements.Of("contacts.decision.duration");
        Assert.Equal(2, durations.Count);
        Assert.All(durations, duration => Assert.True(duration.Value > 0));
        Assert.All(durations, duration => Assert.Empty(duration.Tags));
    }

    [Fact]
    public void Where_no_collector_is_named_nothing_is_collected()
    {
        Assert.Null(app.Services.GetService<MeterProvider>());
        Assert.Null(app.Services.GetService<TracerProvider>());
    }

    public void Dispose() => app.Dispose();
}
