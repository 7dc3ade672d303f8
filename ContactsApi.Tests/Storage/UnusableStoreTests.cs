using ContactsApi.Storage;
using ContactsApi.Tests.Support;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace ContactsApi.Tests.Storage;

/// <summary>A store that cannot be used is refused at once, in one line that names it and says what to do.</summary>
public sealed class UnusableStoreTests : IDisposable
{
    private readonly TemporaryStore store = new();

    [Fact]
    public void A_folder_in_place_of_the_file_is_refused()
    {
        Directory.CreateDirectory(store.Path);

        AssertRefused("это папка, а нужен файл", "it is a folder, a file is needed");
    }

    [Fact]
    public void A_missing_file_is_refused_where_it_must_not_be_created()
    {
        store.Options.CreateIfMissing = false;

        AssertRefused("файла нет", "there is no such file");
        Assert.False(File.Exists(store.Path));
    }

    [Fact]
    public void A_folder_that_cannot_be_created_is_refused()
    {
        File.WriteAllText(store.Path, "A file where the folder should be.");
        store.Options.Path = Path.Combine(store.Path, "contacts.db");

        AssertRefused("папку создать не удалось", "its folder cannot be created");
    }

    [Fact]
    public void A_read_only_file_is_refused()
    {
        store.Start();
        File.SetAttributes(store.Path, FileAttributes.ReadOnly);

        AssertRefused("файл только для чтения", "the file is read-only");
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused()
    {
        File.WriteAllText(store.Path, "No database, whatever its name may say.");

        AssertRefused("файл повреждён или это не база SQLite", "the file is corrupt or no SQLite database");
    }

    [Fact]
    public void A_database_that_was_overwritten_in_the_middle_is_refused()
    {
        store.Start();
        SqliteConnection.ClearAllPools();
        using (var file = File.OpenWrite(store.Path))
        {
            file.Position = file.Length / 2;
            file.Write(Enumerable.Repeat((byte)0xAB, 8192).ToArray());
        }

        AssertRefused("файл повреждён (", "the file is corrupt (");
    }

    [Fact]
    public void A_database_of_another_program_is_refused_and_left_as_it_is()
    {
        store.Execute("CREATE TABLE song (title TEXT)");
        var before = File.ReadAllBytes(store.Path);

        AssertRefused("это база другой программы", "it is another program's database");
        SqliteConnection.ClearAllPools();
        Assert.Equal(before, File.ReadAllBytes(store.Path));
    }

    [Fact]
    public void A_database_of_a_newer_version_is_refused()
    {
        store.Start();
        store.Execute("INSERT INTO SchemaVersions (ScriptName, Applied) VALUES ('9999_from_the_future.sql', '2036-01-01')");

        AssertRefused("более новая версия программы (9999_from_the_future.sql)", "a newer version of the program made it (9999_from_the_future.sql)");
    }

    [Fact]
    public void A_schema_that_cannot_be_migrated_is_refused()
    {
        store.Database.Prepare();
        store.Execute("DELETE FROM SchemaVersions");

        AssertRefused("table revision already exists", "table revision already exists");
    }

    [Fact]
    public void A_store_that_becomes_unusable_after_it_was_checked_is_refused_too() => AssertRefused(
        "no such table: element", "no such table: element", new MeddlingClock(() => store.Execute("DROP TABLE element")));

    public void Dispose() => store.Dispose();

    private void AssertRefused(string ru, string en, IClock? clock = null)
    {
        var time = new HastyTime();
        var refusal = Assert.Throws<StoreUnusableException>(() => store.Start(time, clock));

        refusal.AssertSays(store.Path, ru, en);
        Assert.Empty(time.Waits);
    }

    /// <summary>Does something to a store that asks what time it is, which it does right before it fills itself.</summary>
    private sealed class MeddlingClock(Action meddle) : IClock
    {
        public Instant GetCurrentInstant()
        {
            meddle();
            return default;
        }
    }
}
