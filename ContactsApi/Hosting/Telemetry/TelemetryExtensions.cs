using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace ContactsApi.Hosting.Telemetry;

/// <summary>Metrics and traces, sent by OTLP to whoever is named as the collector; where nobody is, nothing is measured.</summary>
public static class TelemetryExtensions
{
    /// <summary>Of the service's own meter and source of traces.</summary>
    public const string Name = "ContactsApi";

    private static readonly string[] Meters = [Name, "Polly", "System.Runtime"];

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<DecisionTelemetry>();
        builder.Services.AddSingleton<CatalogGauges>();
        var endpoint = builder.Configuration[TelemetryOptions.EndpointSetting];
        builder.Services.AddOptions<TelemetryOptions>().Configure(telemetry => telemetry.Endpoint = endpoint).ValidateDataAnnotations().ValidateOnStart();
        if (!string.IsNullOrEmpty(endpoint))
            Collect(builder.Services);
    }

    private static void Collect(IServiceCollection services) => services.AddOpenTelemetry()
        .ConfigureResource(resource => resource
            .AddService("contacts-api", serviceVersion: typeof(TelemetryExtensions).Assembly.GetName().Version?.ToString(3))
            // What the operator says goes before.
            .AddEnvironmentVariableDetector())
        .WithMetrics(metrics => metrics
            .AddMeter(Meters)
            .AddAspNetCoreInstrumentation()
            .AddInstrumentation(provider => provider.GetRequiredService<CatalogGauges>())
            .AddOtlpExporter())
        .WithTracing(traces => traces
            .AddSource(Name)
            .AddAspNetCoreInstrumentation(requests => requests.Filter = IsTraced)
            .AddProcessor<OnlyHarmlessTags>()
            .AddOtlpExporter());

    /// <summary>A stream lasts for hours, which says nothing of how long anything takes.</summary>
    private static bool IsTraced(HttpContext context) =>
        !context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal)
        && !context.Request.Path.StartsWithSegments("/v1/stream", StringComparison.OrdinalIgnoreCase);
}
