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

    [Fact]
    public async Task Of_many_first_starts_at_once_one_fills_the_store()
    {
        store.Options.BusyTimeoutSeconds = TestStore.Patient;
        var revisions = await AtOnce.Run(() => store.Start().Revision);

        Assert.All(revisions, AssertFilled);
    }

    public void Dispose() => store.Dispose();

    private void AssertFilled(long revision)
    {
        Assert.Equal(1, revision);
        Assert.Equal(1, store.Query<long>("SELECT COUNT(*) FROM revision"));
        Assert.Equal(ShippedCatalog.Read().ToJson(), store.Revisions.ReadNewest()!.Catalog.ToJson());
    }
}
