using System.Data.Common;
using ContactsApi.Core;
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
    public abstract DbTransaction BeginWrite(DbConnection connection);

    /// <summary>Makes the database ready: checks that it is ours, and brings its schema up to date.</summary>
    /// <exception cref="StoreUnusableException">It cannot be used, and trying again will not help.</exception>
    public abstract void Prepare();

    /// <summary>Whether a fault may pass by itself.</summary>
    public abstract bool IsTransient(DbException problem);

    /// <summary>Calls back after each write of any process, until it is cancelled. A database that cannot tell never calls.</summary>
    public virtual Task WatchAsync(Action written, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>A fault of the database in words for an operator.</summary>
    public StoreUnusableException Unusable(DbException problem) => new(At(Explain(problem)), problem);

    /// <summary>For content that is whole for the database and means nothing to this program.</summary>
    public StoreUnusableException UnusableContent(long revision, Text problem) => Unusable(
        $"каталог ревизии {revision} не читается ({problem.Ru}); восстановите копию",
        $"the catalog of revision {revision} cannot be read ({problem.En}); restore a backup");

    /// <summary>Where the database is, as an operator knows it; without any password.</summary>
    protected abstract string Place { get; }

    protected abstract Text Explain(DbException problem);

    protected StoreUnusableException Unusable(string ru, string en, Exception? cause = null) => new(At(new(ru, en)), cause);

    /// <summary>Brings the schema up to date.</summary>
    /// <param name="folder">Whose scripts are for this kind of database.</param>
    protected void Migrate(UpgradeEngineBuilder target, string folder)
    {
        var upgrader = target
            .WithScripts(Embedded.Texts($"{folder}/").Select(script => new SqlScript(script.Name, script.Text)))
            // A dollar sign is PostgreSQL's own.
            .WithVariablesDisabled()
            .WithTransaction()
            .LogToNowhere()
            .Build();
        var known = upgrader.GetDiscoveredScripts().Select(script => script.Name).ToHashSet();
        var unknown = upgrader.GetExecutedScripts().FirstOrDefault(name => !known.Contains(name));
        if (unknown is not null)
        {
            throw Unusable(
                $"её создала более новая версия программы ({unknown}); обновите службу",
                $"a newer version of the program made it ({unknown}); upgrade the service");
        }

        if (upgrader.PerformUpgrade() is { Successful: false } failed)
        {
            throw failed.Error is DbException problem
                ? problem
                : Unusable($"обновить схему не удалось: {failed.Error.Message}", $"its schema cannot be migrated: {failed.Error.Message}", failed.Error);
        }
    }

    private Text At(Text problem) => new($"База данных {Place}: {Line(problem.Ru)}.", $"The database {Place}: {Line(problem.En)}.");

    /// <summary>What a database says may take several lines and end with a stop of its own.</summary>
    private static string Line(string words) => words.ReplaceLineEndings(" ").TrimEnd('.');
}
