using System.ComponentModel.DataAnnotations;

namespace ContactsApi.Storage;

/// <summary>Where the service keeps what it knows. Bound from the configuration section <c>Store</c>.</summary>
public sealed class StoreOptions
{
    public const string Section = "Store";

    /// <summary>The SQLite file; a relative path counts from the working directory. Default <c>data/contacts.db</c>.</summary>
    [Required]
    public string Path { get; set; } = "data/contacts.db";

    /// <summary>
    /// Whether a missing file is created and filled with the shipped catalog. Default true; set it to false where the file
    /// must be there already, so that a volume that was not mounted is noticed.
    /// </summary>
    public bool CreateIfMissing { get; set; } = true;

    /// <summary>
    /// How often the service looks for a revision that another process wrote, as <c>catalog import</c> does, in seconds. Default 1.
    /// </summary>
    [Range(1, 3600)]
    public int PollSeconds { get; set; } = 1;

    /// <summary>How long one statement waits for a lock that another process holds, in seconds. Default 5.</summary>
    [Range(1, 60)]
    public int BusyTimeoutSeconds { get; set; } = 5;
}
