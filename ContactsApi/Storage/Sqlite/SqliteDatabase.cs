using System.Data.Common;
using ContactsApi.Core;
using Dapper;
using DbUp;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace ContactsApi.Storage.Sqlite;

/// <summary>A SQLite file: for one machine, and all that is needed to try the service.</summary>
public sealed class SqliteDatabase(IOptions<StoreOptions> options) : Database
{
    /// <summary>Marks a file as ours (<c>PRAGMA application_id</c>), so that another program's database is not migrated.</summary>
    private const int ApplicationId = 0x436F_4150;

    /// <summary>It holds the hashes of keys. SQLite gives its journals the mode of the file.</summary>
    private const UnixFileMode OwnerAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly StoreOptions options = options.Value;

    protected override string Scripts => "Sqlite";

    protected override string Place => System.IO.Path.GetFullPath(options.Path);

    public override SqliteConnection Open()
    {
        // A file that is gone is not made anew: what is written there would not be in the one that comes back.
        var connection = Connect(SqliteOpenMode.ReadWrite);
        // A write that was acknowledged survives a power cut.
        connection.Execute("PRAGMA synchronous = FULL");
        return connection;
    }

    public override DbTransaction BeginRead(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(deferred: true);

    /// <summary>Immediate: takes the write lock before it looks.</summary>
    protected override DbTransaction BeginAlone(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(deferred: false);

    /// <exception cref="StoreUnusableException">The file is missing, read-only, corrupt, another program's, locked, or too new.</exception>
    public override void Prepare()
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

    public override bool IsTransient(DbException problem) => problem is SqliteException
    {
        SqliteErrorCode: SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED or SQLitePCL.raw.SQLITE_IOERR,
    };

    /// <summary>On Windows nothing: there a file has the rights that its folder gives.</summary>
    public override IReadOnlyList<string> OpenToOthers() => [.. new[] { Place, $"{Place}-wal", $"{Place}-shm" }.Where(IsOpenToOthers)];

    protected override LocalizedText Explain(DbException problem) => (problem as SqliteException)?.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_CORRUPT =>
            new("файл повреждён или это не база SQLite; восстановите копию", "the file is corrupt or no SQLite database; restore a backup"),
        SQLitePCL.raw.SQLITE_READONLY =>
            new("файл только для чтения; дайте службе право записи", "the file is read-only; let the service write to it"),
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED =>
            new("файл занят другим процессом; остановите его", "another process keeps the file locked; stop it"),
        SQLitePCL.raw.SQLITE_FULL => new("на диске нет места", "the disk is full"),
        _ => new($"использовать её нельзя: {problem.Message}", $"it cannot be used: {problem.Message}"),
    };

    /// <summary>Looks once: a log of SQLite may be gone between one look and the next.</summary>
    private static bool IsOpenToOthers(string file) =>
        !OperatingSystem.IsWindows() && new FileInfo(file) is { Exists: true } found && (found.UnixFileMode & ~(OwnerAlone | UnixFileMode.UserExecute)) != 0;

    private string ConnectionString(SqliteOpenMode mode) => new SqliteConnectionStringBuilder
    {
        DataSource = Place,
        Mode = mode,
        ForeignKeys = true,
        // A connection kept open would go on with a file that was removed or replaced, and what it writes there would be lost.
        Pooling = false,
        DefaultTimeout = options.BusyTimeoutSeconds,
    }.ToString();

    private SqliteConnection Connect(SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(ConnectionString(mode));
        connection.Open();
        return connection;
    }

    private void CheckFile()
    {
        if (System.IO.Directory.Exists(Place))
            throw Unusable("это папка, а нужен файл", "it is a folder, a file is needed");
        var exists = File.Exists(Place);
        if (!exists && !options.CreateIfMissing)
        {
            throw Unusable(
                "файла нет, а Store__CreateIfMissing=false; проверьте путь и подключён ли том",
                "there is no such file, and Store__CreateIfMissing=false; check the path and whether the volume is mounted");
        }

        if (exists && File.GetAttributes(Place).HasFlag(FileAttributes.ReadOnly))
            throw Unusable("файл только для чтения; дайте службе право записи", "the file is read-only; let the service write to it");
        try
        {
            System.IO.Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Place)!);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw Unusable("папку создать не удалось", "its folder cannot be created", problem);
        }

        if (!exists)
            Create();
    }

    /// <summary>SQLite itself would let everybody read it whom the umask lets.</summary>
    private void Create()
    {
        var creation = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows())
            creation.UnixCreateMode = OwnerAlone;
        try
        {
            // Another process may start at the same time.
            new FileStream(Place, creation).Dispose();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw Unusable("файл создать не удалось", "the file cannot be created", problem);
        }
    }

    private void CheckContent()
    {
        // Nothing may change in a file that turns out to be another program's.
        using var connection = Connect(SqliteOpenMode.ReadWriteCreate);
        var health = connection.ExecuteScalar<string>("PRAGMA quick_check(1)");
        if (health != "ok")
            throw Unusable($"файл повреждён ({health}); восстановите копию", $"the file is corrupt ({health}); restore a backup");
        var isEmpty = connection.ExecuteScalar<long>("SELECT COUNT(*) FROM sqlite_schema") == 0;
        if (!isEmpty && connection.ExecuteScalar<int>("PRAGMA application_id") != ApplicationId)
            throw Unusable("это база другой программы", "it is another program's database");
        if (isEmpty)
            connection.Execute($"PRAGMA application_id = {ApplicationId}");
        // Write-ahead log: readers go on while one writes. The file itself remembers it.
        connection.Execute("PRAGMA journal_mode = WAL");
    }

    private void Migrate() => Migrate(DeployChanges.To.SqliteDatabase(ConnectionString(SqliteOpenMode.ReadWrite)));
}
