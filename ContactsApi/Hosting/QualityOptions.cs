using System.ComponentModel.DataAnnotations;

namespace ContactsApi.Hosting;

/// <summary>What counts as doubtful. Bound from the configuration section <c>Quality</c>.</summary>
public sealed class QualityOptions
{
    public const string Section = "Quality";

    /// <summary>After how many days without a verification a fact is stale. Default 180; 1 to 3650.</summary>
    [Range(1, 3650)]
    public int StaleAfterDays { get; set; } = 180;
}
