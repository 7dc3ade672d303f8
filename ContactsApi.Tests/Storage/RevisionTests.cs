using System.Data.Common;
using ContactsApi.CatalogFiles;
using ContactsApi.Core;
using ContactsApi.Core.Catalogs;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;
using Dapper;
using NodaTime;

namespace ContactsApi.Tests.Storage;

/// <summary>Every change makes a new revision, and every revision can be read again.</summary>
public abstract class RevisionTests : IDisposable
{
    private static readonly Catalog First = ShippedCatalog.Read();
    private static readonly Catalog Second = Renamed(First, "hotline", "Line");
    private static readonly Catalog Third = Second with { Years = [], Topics = [.. Second.Topics, new("parking", new("Парковка", "Parking"))] };
    private static readonly Instant Day = Instant.FromUtc(2026, 11, 22, 0, 0);

    private readonly TestStore store;

    protected RevisionTests(TestStore store)
    {
        this.store = store;
        store.Database.Prepare();
        Assert.Equal(1, Append(First, 0, Day));
        Assert.Equal(2, Append(Second, 1, Day + Duration.FromDays(1)));
        Assert.Equal(3, Append(Third, 2, Day + Duration.FromDays(2)));
    }

    [Fact]
    public void Every_revision_is_read_as_it_was_written()
    {
        Assert.Equal(First.ToJson(), store.Revisions.Read(1)!.Catalog.ToJson());
        Assert.Equal(Second.ToJson(), store.Revisions.Read(2)!.Catalog.ToJson());
        Assert.Equal(Third.ToJson(), store.Revisions.Read(3)!.Catalog.ToJson());
        Assert.Equal(3, store.Revisions.ReadNewest()!.Number);
        Assert.Null(store.Revisions.Read(0));
        Assert.Null(store.Revisions.Read(4));
    }

    [Fact]
    public void Only_what_changed_is_written_again()
    {
        Assert.Equal(1, store.Query<long>("SELECT COUNT(*) FROM element WHERE revision = 2"));
        Assert.Equal(First.Years.Count + 1, store.Query<long>("SELECT COUNT(*) FROM element WHERE revision = 3"));
    }

    [Fact]
    public void What_an_earlier_release_wrote_in_its_own_form_is_not_written_again_for_that()
    {
        store.Execute("UPDATE element SET body = REPLACE(body, ',\"steps\":[]', '')");
        store.Execute("UPDATE element SET body = REPLACE(body, ',\"cost\":null', '')");

        Assert.Equal(4, Append(Renamed(Third, "email", "Mail"), 3, Day));

        Assert.Equal(["email"], store.Revisions.ChangesOf(4).Select(change => change.Id));
        Assert.Equal(Renamed(Third, "email", "Mail").ToJson(), store.Revisions.ReadNewest()!.Catalog.ToJson());
        Assert.Equal(4, Append(Renamed(Third, "email", "Mail"), 3, Day)); // an earlier try made it
    }

    [Fact]
    public void A_change_made_on_an_older_revision_is_not_written()
    {
        Assert.Null(Append(First, 2, Day));
        Assert.Null(Append(First, 4, Day));
        Assert.Equal(3, store.Revisions.ReadNewest()!.Number);
    }

    [Fact]
    public void Of_many_changes_made_at_once_on_one_revision_one_is_written()
    {
        store.Options.BusyTimeoutSeconds = TestStore.Patient;
        var written = Enumerable.Range(0, 8).AsParallel().WithDegreeOfParallelism(8)
            .Select(i => Append(Renamed(Third, "email", $"Mail {i}"), 3, Day)).ToList();

        Assert.Equal([4L], written.OfType<long>());
    }

    [Fact]
    public void A_reading_sees_one_state_whatever_is_written_meanwhile()
    {
        using var connection = store.Database.Open();
        using var reading = store.Database.BeginRead(connection);
        long Newest() => connection.ExecuteScalar<long>("SELECT MAX(number) FROM revision", transaction: reading);

        Assert.Equal(3, Newest());
        Assert.Equal(4, Append(First, 3, Day));
        Assert.Equal(3, Newest());
    }

    [Fact]
    public void A_write_that_another_holds_up_gives_up_as_one_that_may_be_tried_again()
    {
        using var connection = store.Database.Open();
        using (store.Database.BeginWrite(connection))
        {
            var fault = Assert.ThrowsAny<DbException>(() => new RevisionStore(store.Impatient).Append(First, 3, Day, new("a steward"), "why"));
            Assert.True(store.Database.IsTransient(fault), $"{fault}");
        }

        Assert.Equal(4, Append(First, 3, Day));
    }

    [Theory]
    [InlineData(-1, null)]
    [InlineData(0, 1L)]
    [InlineData(1, 1L)]
    [InlineData(24, 2L)]
    [InlineData(47, 2L)]
    [InlineData(48, 3L)]
    [InlineData(9999, 3L)]
    public void What_was_known_at_an_instant_can_be_told(int hours, long? number) =>
        Assert.Equal(number, store.Revisions.NumberAt(Day + Duration.FromHours(hours)));

    [Fact]
    public void Time_never_goes_back_from_one_revision_to_the_next()
    {
        Append(First, 3, Day - Duration.FromDays(9));

        Assert.Equal(Day + Duration.FromDays(2), store.Revisions.ReadNewest()!.CreatedAt);
    }

    [Fact]
    public void Changes_tell_what_was_before_and_after()
    {
        var renamed = Assert.Single(store.Revisions.ChangesOf(2));
        Assert.Equal(("channels", "hotline"), (renamed.Kind, renamed.Id));
        Assert.Contains("\"Hotline\"", renamed.Before);
        Assert.Contains("\"Line\"", renamed.After);

        var changes = store.Revisions.ChangesOf(3);
        Assert.Equal([("topics", "parking")], changes.Where(change => change.Before is null).Select(change => (change.Kind, change.Id)));
        Assert.Equal(First.Years.Count, changes.Count(change => change.Kind == "years" && change.Before is not null && change.After is null));
    }

    [Theory]
    [InlineData("UPDATE element SET body = '{}' WHERE id = 'hotline'", "required")]
    [InlineData("UPDATE element SET body = REPLACE(body, 'live', 'deaf') WHERE id = 'hotline'", "mode")]
    [InlineData("DELETE FROM element WHERE id = 'H-GRAPH'", "$.callCentreSchedule: the catalog has no 'H-GRAPH'")]
    public void Content_that_means_nothing_is_refused_in_words(string mutilation, string problem)
    {
        store.Execute(mutilation);

        var refusal = Assert.Throws<StoreUnusableException>(() => store.Start());
        Assert.Contains("the catalog of revision 3 cannot be read", refusal.Explanation.En);
        Assert.Contains(problem, refusal.Explanation.En);
    }

    [Fact]
    public void The_list_goes_back_in_time_page_by_page()
    {
        Assert.Equal([3L, 2L], store.Revisions.List(long.MaxValue, 2).Select(entry => entry.Number));
        Assert.Equal([1L], store.Revisions.List(2, 2).Select(entry => entry.Number));
        Assert.Equal(("a steward", "why"), (store.Revisions.List(2, 1)[0].Author, store.Revisions.List(2, 1)[0].Message));
    }

    public void Dispose()
    {
        store.Dispose();
        GC.SuppressFinalize(this);
    }

    private long? Append(Catalog catalog, long newest, Instant now) => store.Revisions.Append(catalog, newest, now, new("a steward"), "why")?.Number;

    private static Catalog Renamed(Catalog catalog, string id, string name) => catalog with
    {
        Channels = [.. catalog.Channels.Select(channel => channel.Id == id ? channel with { Name = new LocalizedText(channel.Name.Ru, name) } : channel)],
    };
}

public sealed class SqliteRevisionTests() : RevisionTests(new TemporaryStore());

[Collection<Alone>]
public sealed class PostgresRevisionTests() : RevisionTests(new PostgresStore());
