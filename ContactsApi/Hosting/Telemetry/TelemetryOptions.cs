using System.ComponentModel.DataAnnotations;

namespace ContactsApi.Hosting.Telemetry;

/// <summary>
/// Where metrics and traces are sent. Bound from the standard setting alone; all others of
/// <see href="https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/">OpenTelemetry</see> are read by its library.
/// </summary>
public sealed class TelemetryOptions : IValidatableObject
{
    public const string EndpointSetting = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>The collector, as <c>http://collector:4317</c>. Default none: nothing is measured and nothing is sent.</summary>
    public string? Endpoint { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        string.IsNullOrEmpty(Endpoint) || (Uri.TryCreate(Endpoint, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            ? []
            : [new ValidationResult($"{EndpointSetting}: '{Endpoint}' is no address of a collector; it begins with http:// or https://, as http://collector:4317.")];
}
