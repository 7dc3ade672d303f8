using ContactsApi.Core;
using Dapper;
using DbUp;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace ContactsApi.Storage;

/// <summary>The SQLite file itself: opening it, and bringing its schema up to date.</summary>
public sealed class SqliteDatabase(IOptions<StoreOptions> options)
{
    /// <summary>Marks a file as ours (<c>PRAGMA application_id</c>), so that another program's database is not migrated.</summary>
    private const int ApplicationId = 0x436F_4150;

    private readonly StoreOptions options = options.Value;

    private string Path => System.IO.Path.GetFullPath(options.Path);

    private string ConnectionString => new SqliteConnectionStringBuilder
    {
        DataSource = Path,
        ForeignKeys = true,
        DefaultTimeout = options.BusyTimeoutSeconds,
    }.ToString();

    public SqliteConnection Open()
    {
        var connection = Connect();
        // Write-ahead log: readers go on while one writes. Full: a write that was acknowledged survives a power cut.
        connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
        return connection;
    }

    /// <summary>Creates the file if that is allowed, checks it and migrates its schema.</summary>
    /// <exception cref="StoreUnusableException">The file is missing, read-only, corrupt, another program's, locked, or too new.</exception>
    public void Prepare()
    {
        CheckFile();
        try
        {
            CheckContent();
            Migrate();
        }
        catch (SqliteException problem)
        {
            throw Unusable(problem);
        }
    }

    /// <summary>A fault of SQLite in words for an operator.</summary>
    public StoreUnusableException Unusable(SqliteException problem) => new(Explain(problem), problem);

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(ConnectionString);
        connection.Open();
        return connection;
    }

    private void CheckFile()
    {
        if (System.IO.Directory.Exists(Path))
            throw Unusable("это папка, а нужен файл", "it is a folder, a file is needed");
        var exists = File.Exists(Path);
        if (!exists && !options.CreateIfMissing)
        {
            throw Unusable(
                "файла нет, а Store__CreateIfMissing=false; проверьте путь и подключён ли том",
                "there is no such file, and Store__CreateIfMissing=false; check the path and whether the volume is mounted");
        }

        if (exists && File.GetAttributes(Path).HasFlag(FileAttributes.ReadOnly))
            throw Unusable("файл только для чтения; дайте службе право записи", "the file is read-only; let the service write to it");
        try
        {
            System.IO.Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnusableException(At("папку создать не удалось", "its folder cannot be created"), problem);
        }
    }

    private void CheckContent()
    {
        // Not Open: its settings stay in the file, and nothing may change in a file that turns out to be another program's.
        using var connection = Connect();
        var health = connection.ExecuteScalar<string>("PRAGMA quick_check(1)");
        if (health != "ok")
            throw Unusable($"файл повреждён ({health}); восстановите копию", $"the file is corrupt ({health}); restore a backup");
        var isEmpty = connection.ExecuteScalar<long>("SELECT COUNT(*) FROM sqlite_schema") == 0;
        if (!isEmpty && connection.ExecuteScalar<int>("PRAGMA application_id") != ApplicationId)
            throw Unusable("это база другой программы", "it is another program's database");
        if (isEmpty)
            connection.Execute($"PRAGMA application_id = {ApplicationId}");
    }

    private void Migrate()
    {
        var upgrader = DeployChanges.To
            .SqliteDatabase(ConnectionString)
            .WithScriptsEmbeddedInAssembly(typeof(SqliteDatabase).Assembly, name => name.EndsWith(".sql", StringComparison.Ordinal))
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
            throw failed.Error is SqliteException problem
                ? problem
                : new StoreUnusableException(
                    At($"обновить схему не удалось: {failed.Error.Message}", $"its schema cannot be migrated: {failed.Error.Message}"), failed.Error);
        }
    }

    private Text Explain(SqliteException problem) => problem.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_CORRUPT =>
            At("файл повреждён или это не база SQLite; восстановите копию", "the file is corrupt or no SQLite database; restore a backup"),
        SQLitePCL.raw.SQLITE_READONLY =>
            At("файл только для чтения; дайте службе право записи", "the file is read-only; let the service write to it"),
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED =>
            At("файл занят другим процессом; остановите его", "another process keeps the file locked; stop it"),
        SQLitePCL.raw.SQLITE_FULL => At("на диске нет места", "the disk is full"),
        _ => At($"использовать её нельзя: {problem.Message}", $"it cannot be used: {problem.Message}"),
    };

    /// <summary>For content that is whole for SQLite and means nothing to this program.</summary>
    public StoreUnusableException UnusableContent(long revision, Text problem) => Unusable(
        $"каталог ревизии {revision} не читается ({problem.Ru}); восстановите копию",
        $"the catalog of revision {revision} cannot be read ({problem.En}); restore a backup");

    private StoreUnusableException Unusable(string ru, string en) => new(At(ru, en));

    private Text At(string ru, string en) => new($"База данных {Path}: {Line(ru)}.", $"The database {Path}: {Line(en)}.");

    /// <summary>What SQLite says may take several lines and end with a stop of its own.</summary>
    private static string Line(string words) => words.ReplaceLineEndings(" ").TrimEnd('.');
}
