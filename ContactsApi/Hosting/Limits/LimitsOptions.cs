using System.ComponentModel.DataAnnotations;

namespace ContactsApi.Hosting.Limits;

/// <summary>How much a caller may ask for. Bound from the configuration section <c>Limits</c>. Zero means no limit.</summary>
public sealed class LimitsOptions
{
    public const string Section = "Limits";

    private const int Most = 1_000_000_000;

    /// <summary>Requests a minute without a key, from one address (IPv6: one /64 network). Default 1200; 0 to 1,000,000,000.</summary>
    [Range(0, Most)]
    public int AddressPerMinute { get; set; } = 1200;

    /// <summary>Requests a minute with one key. Default 60000; 0 to 1,000,000,000.</summary>
    [Range(0, Most)]
    public int KeyPerMinute { get; set; } = 60_000;

    /// <summary>Streams at once of one caller: one key, or one address without one. Default 200; 0 to 1,000,000,000.</summary>
    [Range(0, Most)]
    public int StreamsPerCaller { get; set; } = 200;

    /// <summary>Writes an hour without a key, from one address, where anyone may write. Default 20; 0 to 1,000,000,000.</summary>
    [Range(0, Most)]
    public int OpenWritesPerHour { get; set; } = 20;

    /// <summary>
    /// Values a minute without a key, from one address, that may be compared with the catalog. Default 120; 0 to 1,000,000,000.
    /// </summary>
    [Range(0, Most)]
    public int ChecksPerMinute { get; set; } = 120;
}
