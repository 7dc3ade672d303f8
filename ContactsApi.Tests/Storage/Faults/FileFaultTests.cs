using ContactsApi.Storage;
using ContactsApi.Tests.Support;
using Dapper;
using Microsoft.Data.Sqlite;

namespace ContactsApi.Tests.Storage.Faults;

/// <summary>What can happen to the file of a SQLite database while the service runs, and be undone.</summary>
[Collection<Alone>]
public sealed class FileFaultTests : IDisposable
{
    private readonly TemporaryFolder aside = new();
    private readonly ContactsApp app = new()
    {
        Clock = TimeProvider.System,
        Polls = true,
        Settings = new Dictionary<string, string> { ["Store:BusyTimeoutSeconds"] = "1" },
    };

    private string Folder => Path.GetDirectoryName(app.StorePath)!;

    [Fact]
    public async Task It_is_removed() => await AssertSurvivedAsync(TakeAway, PutBack);

    [Fact]
    public async Task Its_folder_is_removed() => await AssertSurvivedAsync(
        () => Directory.Move(Folder, aside.File("folder")),
        () => Directory.Move(aside.File("folder"), Folder));

    [Fact]
    public async Task An_empty_file_takes_its_place() => await AssertSurvivedAsync(
        () =>
        {
            TakeAway();
            File.WriteAllText(app.StorePath, "");
        },
        PutBack);

    [Fact]
    public async Task A_folder_takes_its_place() => await AssertSurvivedAsync(
        () =>
        {
            TakeAway();
            Directory.CreateDirectory(app.StorePath);
        },
        () =>
        {
            Directory.Delete(app.StorePath, recursive: true);
            PutBack();
        });

    /// <summary>Its revisions are not those that were answered from. To go back to it takes a restart.</summary>
    [Fact]
    public async Task An_older_backup_takes_its_place()
    {
        _ = app.KeyOf(Scope.Steward);
        File.Copy(app.StorePath, aside.File("backup"));

        await AssertSurvivedAsync(
            () =>
            {
                TakeAway();
                File.Copy(aside.File("backup"), app.StorePath);
            },
            PutBack);
    }

    [Fact]
    public async Task Garbage_is_written_over_it() => await AssertSurvivedAsync(() => Spoil(0, int.MaxValue), PutBack);

    /// <summary>SQLite notices only what it comes across.</summary>
    [Fact]
    public async Task Garbage_is_written_here_and_there()
    {
        using var outage = new Outage(app);
        await outage.BeforeAsync();
        var random = Seed.Random();
        for (var i = 0; i < 25; i++)
        {
            Spoil(random.Next((int)new FileInfo(app.StorePath).Length), random.Next(1, 8192));
            await outage.AssertNothingWrongIsToldAsync();
            PutBack();
        }

        await outage.AfterAsync();
    }

    /// <summary>By the mark in its head that says so to every program, since the superuser may write to any file.</summary>
    [Fact]
    public async Task It_becomes_read_only() => await AssertSurvivedAsync(() => Overwrite(18, 3), () => Overwrite(18, 2));

    [Fact]
    public async Task Another_program_keeps_it_locked()
    {
        using var other = new SqliteConnection($"Data Source={app.StorePath};Pooling=False");
        await AssertSurvivedAsync(
            () =>
            {
                other.Open();
                other.Execute("BEGIN EXCLUSIVE");
            },
            other.Close);
    }

    [Fact]
    public async Task A_newer_version_of_the_service_takes_it_over() => await AssertSurvivedAsync(
        () => Execute("INSERT INTO SchemaVersions (ScriptName, Applied) VALUES ('9999_from_the_future.sql', '2036-01-01')"),
        () => Execute("DELETE FROM SchemaVersions WHERE ScriptName LIKE '9999%'"));

    public void Dispose()
    {
        app.Dispose();
        aside.Dispose();
    }

    private async Task AssertSurvivedAsync(Action damage, Action repair)
    {
        using var outage = new Outage(app);
        await outage.BeforeAsync();
        damage();
        await outage.DuringAsync();
        repair();
        await outage.AfterAsync();
        // What was acknowledged is in the file that is there.
        using var connection = new SqliteConnection($"Data Source={app.StorePath};Pooling=False");
        Assert.Equal(app.Snapshot.Revision, connection.ExecuteScalar<long>("SELECT MAX(number) FROM revision"));
    }

    private void TakeAway() => File.Move(app.StorePath, aside.File("taken"));

    private void PutBack() => File.Move(aside.File("taken"), app.StorePath, overwrite: true);

    private void Spoil(int from, int length)
    {
        File.Copy(app.StorePath, aside.File("taken"));
        using var file = new FileStream(app.StorePath, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        var garbage = new byte[Math.Min(length, file.Length - from)];
        Seed.Random(length).NextBytes(garbage);
        file.Position = from;
        file.Write(garbage);
    }

    private void Overwrite(int at, byte value)
    {
        using var file = new FileStream(app.StorePath, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        file.Position = at;
        file.WriteByte(value);
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={app.StorePath};Pooling=False");
        connection.Open();
        connection.Execute(sql);
    }
}
