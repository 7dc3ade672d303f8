using System.Runtime.Versioning;
using ContactsApi.CatalogFiles;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Storage;

/// <summary>However a store begins, it ends up with the shipped catalog as its one revision.</summary>
public sealed class FirstStartTests : IDisposable
{
    private readonly TemporaryStore store = new();

    [Fact]
    public void A_missing_file_is_created_and_filled_with_its_folder()
    {
        store.Options.Path = Path.Combine(store.Path, "folder", "contacts.db");

        AssertFilled(store.Start().Revision);
    }

    [Fact]
    public void An_empty_file_is_filled()
    {
        File.Create(store.Path).Dispose();

        AssertFilled(store.Start().Revision);
    }

    [Fact]
    public void A_store_that_was_migrated_but_not_filled_is_filled_at_the_next_start()
    {
        store.Database.Prepare();

        AssertFilled(store.Start().Revision);
    }

    [Fact]
    public void A_later_start_finds_what_the_first_one_wrote()
    {
        store.Start();
        store.Options.CreateIfMissing = false;

        AssertFilled(store.Start().Revision);
    }

    /// <summary>It holds the hashes of keys. SQLite gives its journals, which are there while it is used, the mode of the file.</summary>
    [Fact]
    public void A_file_that_is_created_is_its_owners_alone_and_so_are_its_journals()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "On Windows a file has the rights that its folder gives.");
        store.Start();
        using var used = store.Database.Open();
        using var transaction = store.Database.BeginWrite(used);

        Assert.All(["", "-wal", "-shm"], journal => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, ModeOf(store.Path + journal)));
        Assert.Empty(store.Database.OpenToOthers());
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.GroupWrite)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.OtherWrite)]
    public void A_file_that_others_may_read_or_write_is_used_and_told_of(UnixFileMode others)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "On Windows a file has the rights that its folder gives.");
        store.Start();
        SetMode(store.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | others);

        AssertFilled(store.Start().Revision);
        Assert.Equal([store.Path], store.Database.OpenToOthers());
    }

    /// <summary>SQLite removes its journals when the last connection closes, in whatever process.</summary>
    [Fact]
    public async Task A_journal_may_vanish_while_the_modes_are_looked_at()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "On Windows a file has the rights that its folder gives.");
        var journal = $"{store.Path}-wal";
        using var vanished = new CancellationTokenSource();
        var looking = Task.Run(() =>
        {
            while (!vanished.IsCancellationRequested)
                store.Database.OpenToOthers();
        }, TestContext.Current.CancellationToken);
        for (var time = 0; time < 20_000; time++)
        {
            File.WriteAllText(journal, "");
            File.Delete(journal);
        }
        await vanished.CancelAsync();
        await looking;
    }

    [Fact]
    public async Task Of_many_first_starts_at_once_one_fills_the_store()
    {
        store.Options.BusyTimeoutSeconds = TestStore.Patient;
        var revisions = await AtOnce.Run(() => store.Start().Revision);

        Assert.All(revisions, AssertFilled);
    }

    public void Dispose() => store.Dispose();

    [UnsupportedOSPlatformGuard("windows")]
    private static bool HasModes => !OperatingSystem.IsWindows();

    private static UnixFileMode ModeOf(string file) => HasModes ? File.GetUnixFileMode(file) : default;

    private static void SetMode(string file, UnixFileMode mode)
    {
        if (HasModes)
            File.SetUnixFileMode(file, mode);
    }

    private void AssertFilled(long revision)
    {
        Assert.Equal(1, revision);
        Assert.Equal(1, store.Query<long>("SELECT COUNT(*) FROM revision"));
        Assert.Equal(ShippedCatalog.Read().ToJson(), store.Revisions.ReadNewest()!.Catalog.ToJson());
    }
}
