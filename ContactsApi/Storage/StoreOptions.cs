using System.ComponentModel.DataAnnotations;
using Npgsql;

namespace ContactsApi.Storage;

/// <summary>Where the service keeps what it knows. Bound from the configuration section <c>Store</c>.</summary>
public sealed class StoreOptions : IValidatableObject
{
    public const string Section = "Store";

    /// <summary>The SQLite file; a relative path counts from the working directory. Default <c>data/contacts.db</c>.</summary>
    [Required]
    public string Path { get; set; } = "data/contacts.db";

    /// <summary>
    /// The connection string of a PostgreSQL database, as <c>Host=db;Database=contacts;Username=contacts;Password=…</c>. Default none:
    /// then the SQLite file is the store.
    /// </summary>
    public string Postgres { get; set; } = "";

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

    /// <summary>
    /// How long one statement waits for a lock that another process holds, and for a PostgreSQL server to connect or to answer, in
    /// seconds. Default 5.
    /// </summary>
    [Range(1, 60)]
    public int BusyTimeoutSeconds { get; set; } = 5;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        ValidationResult? wrong = null;
        try
        {
            _ = new NpgsqlConnectionStringBuilder(Postgres);
        }
        catch (Exception problem) when (problem is ArgumentException or FormatException)
        {
            // Not the value itself, which may hold a password.
            wrong = new ValidationResult($"Store:Postgres is no connection string of PostgreSQL: {problem.Message}");
        }

        return wrong is null ? [] : [wrong];
    }
}
