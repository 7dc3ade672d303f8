using System.Data.Common;
using ContactsApi.Storage;
using ContactsApi.Storage.Postgres;
using Npgsql;

namespace ContactsApi.Tests.Support;

/// <summary>A database of its own on a PostgreSQL server.</summary>
public sealed class PostgresStore : TestStore
{
    private PostgresDatabase? database;
    private PostgresDatabase? impatient;

    public PostgresStore()
        : this(PostgresServer.Shared)
    {
    }

    public PostgresStore(PostgresServer server)
    {
        ConnectionString = server.ConnectionString(server.CreateDatabase());
        Options = new StoreOptions { Postgres = ConnectionString, BusyTimeoutSeconds = Patient };
    }

    public string ConnectionString { get; }

    public override StoreOptions Options { get; }

    /// <summary>Takes the options as they are when it is first asked for.</summary>
    public override PostgresDatabase Database => database ??= new(Microsoft.Extensions.Options.Options.Create(Options));

    public override PostgresDatabase Impatient => impatient ??= new(
        Microsoft.Extensions.Options.Options.Create(new StoreOptions { Postgres = ConnectionString, BusyTimeoutSeconds = 1 }));

    public override void Dispose()
    {
        database?.Dispose();
        impatient?.Dispose();
    }

    protected override DbConnection OpenAsAnother()
    {
        var connection = new NpgsqlConnection($"{ConnectionString};Pooling=false");
        connection.Open();
        return connection;
    }
}
