using System.Data.Common;
using ContactsApi.Editing;
using ContactsApi.Storage;
using ContactsApi.Upgrading;
using Dapper;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using NodaTime.Extensions;

namespace ContactsApi.Tests.Support;

/// <summary>A store of its own for one test, used as the service uses it. What holds for every kind of database is tested on each.</summary>
public abstract class TestStore : IDisposable
{
    /// <summary>In seconds, for those who wait for each other: nobody gives up.</summary>
    public const int Patient = 300;

    static TestStore() => InstantHandler.Register();

    public abstract StoreOptions Options { get; }

    public abstract Database Database { get; }

    /// <summary>The same database, by connections of its own, for somebody who waits a second for another's lock.</summary>
    public abstract Database Impatient { get; }

    public RevisionStore Revisions => new(Database);

    /// <summary>Makes the store ready as a start of the service does.</summary>
    /// <param name="time">By what the store waits between its tries.</param>
    /// <param name="clock">By what it dates what it writes; the same time when absent.</param>
    /// <param name="log">Of what the start takes from the shipped catalog.</param>
    public CatalogSnapshot Start(TimeProvider? time = null, IClock? clock = null, ILogger<StartUpgrade>? log = null)
    {
        time ??= new HastyTime();
        clock ??= time.ToClock();
        var access = new StoreAccess(StoreResilience.Create(Database, time));
        var snapshots = new CatalogSnapshots(Database, Revisions, access, clock);
        snapshots.Load(Shipped.Filling);
        using var writer = new CatalogWriter(snapshots, Revisions, clock);
        new StartUpgrade(writer, Revisions, access, snapshots, log ?? NullLogger<StartUpgrade>.Instance).RunAsync().GetAwaiter().GetResult();
        return snapshots.Current;
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

    public abstract void Dispose();

    /// <summary>The database as another program opens it, which knows none of our settings.</summary>
    protected abstract DbConnection OpenAsAnother();
}
