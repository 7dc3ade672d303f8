using ContactsApi.Storage;
using ContactsApi.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace ContactsApi.Tests.Support;

/// <summary>A SQLite file in a temporary folder.</summary>
public sealed class TemporaryStore : TestStore
{
    private readonly TemporaryFolder folder = new();

    public TemporaryStore() => Options = new StoreOptions { Path = folder.File("contacts.db"), BusyTimeoutSeconds = 1 };

    public override StoreOptions Options { get; }

    public string Path => Options.Path;

    public override SqliteDatabase Database => new(Microsoft.Extensions.Options.Options.Create(Options));

    public override SqliteDatabase Impatient => new(
        Microsoft.Extensions.Options.Options.Create(new StoreOptions { Path = Path, BusyTimeoutSeconds = 1 }));

    public override void Dispose() => folder.Dispose();

    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        return connection;
    }

    protected override SqliteConnection OpenAsAnother() => Connect();
}
