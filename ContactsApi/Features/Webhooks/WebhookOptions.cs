using System.ComponentModel.DataAnnotations;

namespace ContactsApi.Features.Webhooks;

/// <summary>How what happens is told to others. Bound from the configuration section <c>Webhooks</c>.</summary>
public sealed class WebhookOptions
{
    public const string Section = "Webhooks";

    /// <summary>
    /// How long a receiver may take for its answer, in seconds. Default 10; 1 to 60. After about twice as long another replica sends in the
    /// place of one that is gone.
    /// </summary>
    [Range(1, 60)]
    public int TimeoutSeconds { get; set; } = 10;

    /// <summary>How many webhooks the holder of a key may have. Default 10; 0 to 1000.</summary>
    [Range(0, 1000)]
    public int MaxPerKey { get; set; } = 10;

    public TimeSpan Timeout => TimeSpan.FromSeconds(TimeoutSeconds);

    /// <summary>Long enough that there is always time left for one more attempt: a third of it passes before it is renewed.</summary>
    public TimeSpan Lease => TimeSpan.FromSeconds(2 * TimeoutSeconds + 2);
}
