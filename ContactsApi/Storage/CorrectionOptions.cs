using System.ComponentModel.DataAnnotations;

namespace ContactsApi.Storage;

/// <summary>How much of what callers send is kept. Bound from the configuration section <c>Corrections</c>.</summary>
public sealed class CorrectionOptions
{
    public const string Section = "Corrections";

    /// <summary>
    /// How many corrections may be open at a time, so that nobody can fill the store. With so many, only what was reported before
    /// is still taken. Default 10000; 1 to 1000000.
    /// </summary>
    [Range(1, 1_000_000)]
    public int MaxOpen { get; set; } = 10_000;
}
