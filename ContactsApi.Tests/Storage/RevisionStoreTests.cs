using System.Data;
using ContactsApi.CatalogFiles;
using ContactsApi.Core;
using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Hours;
using ContactsApi.Tests.Support;
using Dapper;
using NodaTime;

namespace ContactsApi.Tests.Storage;

/// <summary>What is written is what is read.</summary>
public abstract class RevisionStoreTests : IDisposable
{
    private static readonly Catalog Shipped = ShippedCatalog.Read();
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 22, 0, 0).PlusNanoseconds(1);

    private readonly TestStore store;

    protected RevisionStoreTests(TestStore store)
    {
        this.store = store;
        store.Database.Prepare();
    }

    [Fact]
    public void A_new_store_holds_no_revision() => Assert.Null(store.Revisions.ReadNewest());

    [Fact]
    public void The_shipped_catalog_comes_back_as_it_was_written()
    {
        Write(Shipped);

        var revision = store.Revisions.ReadNewest()!;
        Assert.Equal(1, revision.Number);
        Assert.Equal(Now, revision.CreatedAt);
        Assert.Equal(Shipped.ToJson(), revision.Catalog.ToJson());
    }

    [Fact]
    public void That_the_newest_revision_is_lost_is_noticed_by_who_knows_of_it()
    {
        Write(Shipped);

        Assert.Equal([1], store.Revisions.List(long.MaxValue, 9, known: 1).Select(entry => entry.Number));
        Assert.Throws<DataException>(() => store.Revisions.List(long.MaxValue, 9, known: 2));
        Assert.Throws<DataException>(() => store.Revisions.Read(2, known: 2));
        Assert.Null(store.Revisions.Read(2));
    }

    [Fact]
    public void That_a_revision_is_lost_among_others_is_noticed()
    {
        Write(Shipped);
        using (var connection = store.Database.Open())
            connection.Execute("INSERT INTO revision (number, created_at, author, message) SELECT 3, created_at, author, message FROM revision");

        Assert.Equal([3], store.Revisions.List(long.MaxValue, 1).Select(entry => entry.Number));
        Assert.Throws<DataException>(() => store.Revisions.List(long.MaxValue, 2));
        Assert.Throws<DataException>(() => store.Revisions.List(long.MaxValue, 9));
        Assert.Throws<DataException>(() => store.Revisions.Read(2, known: 2));
    }

    [Fact]
    public void Overrides_and_incidents_come_back_too()
    {
        var reason = new LocalizedText("Учения", "A drill");
        var date = new LocalDate(2026, 12, 1);
        var catalog = Shipped with
        {
            Overrides =
            [
                new Override("drill", "hotline", date, date.PlusDays(1), [TimeWindow.Parse("22:00-06:00")], reason),
                new Override("drills", "hotline", null, null, [], reason) { Yearly = new(12, 31), YearlyTo = new(1, 2) },
            ],
            Incidents = [new Incident("now", "hotline", Now, null, reason), new Incident("then", "email", Now, Now + Duration.Epsilon, reason)],
        };
        Write(catalog);

        Assert.Equal(catalog.ToJson(), store.Revisions.ReadNewest()!.Catalog.ToJson());
    }

    [Fact]
    public void A_second_filling_does_nothing()
    {
        Write(Shipped);
        Write(Shipped with { Channels = [] });

        Assert.Equal(1, store.Query<long>("SELECT COUNT(*) FROM revision"));
        Assert.Equal(Shipped.ToJson(), store.Revisions.ReadNewest()!.Catalog.ToJson());
    }

    [Fact]
    public async Task Of_many_fillings_at_once_one_counts()
    {
        store.Options.BusyTimeoutSeconds = TestStore.Patient;

        var faults = await AtOnce.Run(() => Record.Exception(() => Write(Shipped)));
        Assert.All(faults, Assert.Null);
        Assert.Equal(1, store.Query<long>("SELECT COUNT(*) FROM revision"));
    }

    [Fact]
    public void A_filling_that_breaks_off_leaves_nothing()
    {
        var twice = Shipped with { Regions = [.. Shipped.Regions, Shipped.Regions[0]] };

        Assert.ThrowsAny<Exception>(() => Write(twice));
        Assert.Equal(0, store.Query<long>("SELECT COUNT(*) FROM revision"));
        Assert.Equal(0, store.Query<long>("SELECT COUNT(*) FROM element"));
    }

    [Fact]
    public void Of_every_element_the_newest_version_counts()
    {
        Write(Shipped);
        store.Execute(
            """
            INSERT INTO revision VALUES (2, '2026-11-23T00:00:00.000000000Z', 'steward', 'A shorter name');
            INSERT INTO element SELECT kind, id, 2, position, REPLACE(body, '"en":"Hotline"', '"en":"Line"') FROM element WHERE id = 'hotline';
            """);

        var revision = store.Revisions.ReadNewest()!;
        Assert.Equal(2, revision.Number);
        Assert.Equal("Line", revision.Catalog.Channels[0].Name.En);
        Assert.Equal(Shipped.Channels.Skip(1).Select(channel => channel.Name), revision.Catalog.Channels.Skip(1).Select(channel => channel.Name));
    }

    [Fact]
    public void A_removed_element_is_gone_and_a_list_may_become_empty()
    {
        Write(Shipped);
        store.Execute(
            """
            INSERT INTO revision VALUES (2, '2026-11-23T00:00:00.000000000Z', 'steward', 'Out with them');
            INSERT INTO element SELECT kind, id, 2, position, NULL FROM element WHERE kind = 'years' OR id = 'hotline';
            """);

        var catalog = store.Revisions.ReadNewest()!.Catalog;
        Assert.Empty(catalog.Years);
        Assert.Equal(Shipped.Channels.Skip(1).Select(channel => channel.Id), catalog.Channels.Select(channel => channel.Id));
    }

    public void Dispose()
    {
        store.Dispose();
        GC.SuppressFinalize(this);
    }

    private void Write(Catalog catalog) => store.Revisions.Append(catalog, 0, Now, new("a test"), "A catalog to read back");
}

public sealed class SqliteRevisionStoreTests() : RevisionStoreTests(new TemporaryStore());

[Collection<Alone>]
public sealed class PostgresRevisionStoreTests() : RevisionStoreTests(new PostgresStore());
