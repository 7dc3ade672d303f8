using System.Data.Common;
using ContactsApi.Core;
using Dapper;
using DbUp.Builder;
using DbUp.Engine;

namespace ContactsApi.Storage;

/// <summary>
/// The database behind the store, and all in which one kind of database differs from another. What is read from it and written to it is
/// the same SQL for all of them.
/// </summary>
public abstract class Database
{
    public abstract DbConnection Open();

    /// <summary>A transaction whose reads all see the same state.</summary>
    public abstract DbTransaction BeginRead(DbConnection connection);

    /// <summary>A transaction in which nobody else can write before it ends.</summary>
    /// <exception cref="StoreUnusableException">A newer version changed the schema meanwhile.</exception>
    public DbTransaction BeginWrite(DbConnection connection)
    {
        var transaction = BeginAlone(connection);
        try
        {
            CheckSchema(connection, transaction);
            return transaction;
        }
        catch
        {
            transaction.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Whether this version may write: what a newer one means by its tables is not known here, and what it wrote there could be lost.
    /// </summary>
    /// <exception cref="StoreUnusableException">A newer version changed the schema.</exception>
    public void CheckSchema(DbConnection connection, DbTransaction? transaction = null)
    {
        var unknown = connection.Query<string>("SELECT ScriptName FROM SchemaVersions", transaction: transaction).FirstOrDefault(IsUnknown);
        if (unknown is not null)
            throw MadeByNewer(unknown);
    }

    /// <summary>Makes the database ready: checks that it is ours, and brings its schema up to date.</summary>
    /// <exception cref="StoreUnusableException">It cannot be used, and trying again will not help.</exception>
    public abstract void Prepare();

    /// <summary>Whether a fault may pass by itself.</summary>
    public abstract bool IsTransient(DbException problem);

    /// <summary>Calls back after each write of any process, until it is cancelled. A database that cannot tell never calls.</summary>
    public virtual Task WatchAsync(Action written, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>The files of the database that others on this machine may read or write, though they hold the hashes of keys.</summary>
    public virtual IReadOnlyList<string> OpenToOthers() => [];

    /// <summary>A fault of the database in words for an operator.</summary>
    public StoreUnusableException Unusable(DbException problem) => new(At(Explain(problem)), problem);

    /// <summary>For content that is whole for the database and means nothing to this program.</summary>
    public StoreUnusableException UnusableContent(long revision, LocalizedText problem) => Unusable(
        $"каталог ревизии {revision} не читается ({problem.Ru}); восстановите копию",
        $"the catalog of revision {revision} cannot be read ({problem.En}); restore a backup");

    /// <summary>The folder of the scripts for this kind of database.</summary>
    protected abstract string Scripts { get; }

    /// <summary>Begins the transaction of <see cref="BeginWrite"/>.</summary>
    protected abstract DbTransaction BeginAlone(DbConnection connection);

    /// <summary>For a database that was put in the place of the one that is answered from, as an older backup is.</summary>
    public StoreUnusableException AnotherHistory(long revision) => Unusable(
        $"в ней нет ревизии {revision}, по которой отвечает служба; верните прежнюю базу, а если так и задумано, перезапустите службу",
        $"it has not the revision {revision} that is answered from; put the former one back or, if this is meant, restart the service");

    /// <summary>Where the database is, as an operator knows it; without any password.</summary>
    protected abstract string Place { get; }

    protected abstract LocalizedText Explain(DbException problem);

    protected StoreUnusableException Unusable(string ru, string en, Exception? cause = null) => new(At(new(ru, en)), cause);

    /// <summary>Brings the schema up to date.</summary>
    /// <param name="lockOut">Is called where something has to be changed, and keeps others from writing meanwhile.</param>
    protected void Migrate(UpgradeEngineBuilder target, Action? lockOut = null)
    {
        var upgrader = target
            .WithScripts(Embedded.Texts($"{Scripts}/").Select(script => new SqlScript(script.Name, script.Text)))
            // A dollar sign is PostgreSQL's own.
            .WithVariablesDisabled()
            .WithTransaction()
            .LogToNowhere()
            .Build();
        if (upgrader.GetExecutedScripts().FirstOrDefault(IsUnknown) is { } unknown)
            throw MadeByNewer(unknown);
        if (!upgrader.IsUpgradeRequired())
            return;
        lockOut?.Invoke();
        if (upgrader.PerformUpgrade() is { Successful: false } failed)
        {
            throw failed.Error is DbException problem
                ? problem
                : Unusable($"обновить схему не удалось: {failed.Error.Message}", $"its schema cannot be migrated: {failed.Error.Message}", failed.Error);
        }
    }

    private bool IsUnknown(string script) => !Embedded.Has($"{Scripts}/{script}");

    private StoreUnusableException MadeByNewer(string script) => Unusable(
        $"её создала более новая версия программы ({script}); обновите службу",
        $"a newer version of the program made it ({script}); upgrade the service");

    private LocalizedText At(LocalizedText problem) => new($"База данных {Place}: {Line(problem.Ru)}.", $"The database {Place}: {Line(problem.En)}.");

    /// <summary>What a database says may take several lines and end with a stop of its own.</summary>
    private static string Line(string words) => words.ReplaceLineEndings(" ").TrimEnd('.');
}
