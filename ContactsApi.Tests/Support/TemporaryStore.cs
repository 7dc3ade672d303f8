using ContactsApi.Storage;
using Dapper;
using Microsoft.Data.Sqlite;
using NodaTime;
using NodaTime.Extensions;

namespace ContactsApi.Tests.Support;

/// <summary>A store in a temporary folder, used as the service uses it.</summary>
public sealed class TemporaryStore : IDisposable
{
    private readonly TemporaryFolder folder = new();

    static TemporaryStore() => InstantHandler.Register();

    public TemporaryStore() => Options = new StoreOptions { Path = folder.File("contacts.db"), BusyTimeoutSeconds = 1 };

    public StoreOptions Options { get; }

    public string Path => Options.Path;

    public SqliteDatabase Database => new(Microsoft.Extensions.Options.Options.Create(Options));

    public SqliteStore Revisions => new(Database);

    /// <summary>Makes the store ready as a start of the service does.</summary>
    /// <param name="time">By what the store waits between its tries.</param>
    /// <param name="clock">By what it dates what it writes; the same time when absent.</param>
    public CatalogSnapshot Start(TimeProvider? time = null, IClock? clock = null)
    {
        time ??= new HastyTime();
        var snapshots = new CatalogSnapshots(Database, Revisions, StoreResilience.Create(time), clock ?? time.ToClock());
        snapshots.Load();
        return snapshots.Current;
    }

    /// <summary>The file as another program opens it, which knows none of our settings.</summary>
    public SqliteConnection OpenAsAnother()
    {
        var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        return connection;
    }

    public void Execute(string sql)
    {
        using var connection = OpenAsAnother();
        connection.Execute(sql);
    }

    public T Query<T>(string sql)
    {
        using var connection = OpenAsAnother();
        return connection.ExecuteScalar<T>(sql)!;
    }

    public void Dispose() => folder.Dispose();
}
