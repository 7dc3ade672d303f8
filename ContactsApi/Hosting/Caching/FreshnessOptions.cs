using System.ComponentModel.DataAnnotations;

namespace ContactsApi.Hosting.Caching;

/// <summary>How long callers may keep an answer. Bound from the configuration section <c>Freshness</c>.</summary>
public sealed class FreshnessOptions
{
    public const string Section = "Freshness";

    /// <summary>
    /// The longest time, in seconds, that an answer may be kept: so late at most is a change of the catalog noticed. Default 60;
    /// 0 to 3600.
    /// </summary>
    [Range(0, 3600)]
    public int MaxAgeSeconds { get; set; } = 60;

    /// <summary>How much memory the service itself spends on answers that still hold, in MiB. Default 32; 0 to 4096.</summary>
    [Range(0, 4096)]
    public int KeptMebibytes { get; set; } = 32;
}
