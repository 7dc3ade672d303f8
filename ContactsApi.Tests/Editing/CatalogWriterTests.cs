using ContactsApi.Core;
using ContactsApi.Core.Catalogs;
using ContactsApi.Editing;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;
using ContactsApi.Upgrading;
using Microsoft.Data.Sqlite;
using NodaTime;
using NodaTime.Extensions;
using Polly;
using Polly.Retry;

namespace ContactsApi.Tests.Editing;

/// <summary>Writing where other processes and the store itself interfere.</summary>
public sealed class CatalogWriterTests : IDisposable
{
    private static readonly Origin Anna = new("Anna") { RequestId = "request-1" };

    private readonly TemporaryStore store = new();
    private readonly Unreliable unreliable = new();
    private readonly CatalogSnapshots snapshots;
    private readonly CatalogWriter writer;

    public CatalogWriterTests()
    {
        var time = new HastyTime();
        var pipeline = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions { ShouldHandle = new PredicateBuilder().Handle<SqliteException>(), MaxRetryAttempts = 3 })
            .AddStrategy(_ => unreliable, new RetryStrategyOptions())
            .Build();
        snapshots = new CatalogSnapshots(store.Database, store.Revisions, new StoreAccess(pipeline), time.ToClock());
        snapshots.Load(Shipped.Filling);
        writer = new CatalogWriter(snapshots, store.Revisions, time.ToClock());
    }

    [Fact]
    public async Task What_was_written_is_answered_from_at_once()
    {
        var writing = await WriteAsync(WithTopic("parking"));

        Assert.Equal(2, writing.After.Revision);
        Assert.Same(writing.After, snapshots.Current);
        Assert.Equal("Added topics/parking", store.Revisions.List(long.MaxValue, 1)[0].Message);
    }

    [Fact]
    public async Task Who_writes_in_between_loses_nothing()
    {
        var interrupted = false;
        var writing = await WriteAsync(snapshot =>
        {
            if (!interrupted)
                Assert.NotNull(store.Revisions.Append(Added(snapshot, "camping"), 1, default, new("another"), "in between"));
            interrupted = true;
            return WithTopic("parking")(snapshot);
        });

        Assert.Equal(3, writing.After.Revision);
        Assert.Equal(["camping", "parking"], store.Revisions.ReadNewest()!.Catalog.Topics.TakeLast(2).Select(topic => topic.Id));
        Assert.Equal(["camping", "parking"], snapshots.Current.Directory.Catalog.Topics.TakeLast(2).Select(topic => topic.Id));
    }

    [Fact]
    public async Task Who_writes_in_between_all_the_time_makes_the_store_unavailable()
    {
        var count = 0;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => WriteAsync(snapshot =>
        {
            Assert.NotNull(store.Revisions.Append(Added(snapshot, $"camping-{count++}"), snapshot.Revision, default, new("another"), "in between"));
            return WithTopic("parking")(snapshot);
        }));

        Assert.DoesNotContain(store.Revisions.ReadNewest()!.Catalog.Topics, topic => topic.Id == "parking");
    }

    // A commit may reach the disk and yet be reported as failed.
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_commit_that_only_seemed_to_fail_is_our_own_success(int times)
    {
        var writing = await WriteAsync(snapshot =>
        {
            unreliable.Forgets = times;
            return WithTopic("parking")(snapshot);
        });

        Assert.Equal(2, writing.After.Revision);
        Assert.Equal([2L, 1L], store.Revisions.List(long.MaxValue, 9).Select(entry => entry.Number));
        Assert.Equal(2, snapshots.Current.Revision);
        Assert.Equal(2, new ElementPath(CatalogPart.Named("topics"), "parking").VersionIn(snapshots.Current));
    }

    [Fact]
    public async Task A_store_that_stays_broken_is_unavailable_and_the_old_answers_stand()
    {
        await Assert.ThrowsAsync<StoreUnavailableException>(() => WriteAsync(snapshot =>
        {
            unreliable.Fails = true;
            return WithTopic("parking")(snapshot);
        }));

        Assert.Equal(1, snapshots.Current.Revision);
        Assert.Equal(1, store.Revisions.ReadNewest()!.Number);
    }

    [Fact]
    public void The_same_by_somebody_else_is_no_success_of_ours()
    {
        var catalog = Added(snapshots.Current, "parking");
        Assert.NotNull(store.Revisions.Append(catalog, 1, default, Anna, "why"));

        Assert.Equal(2, store.Revisions.Append(catalog, 1, default, Anna, "why")?.Number);
        Assert.Null(store.Revisions.Append(catalog, 1, default, Anna with { RequestId = "request-2" }, "why"));
        Assert.Null(store.Revisions.Append(catalog, 1, default, Anna, "another why"));
        Assert.Null(store.Revisions.Append(Added(snapshots.Current, "camping"), 1, default, Anna, "why"));
        Assert.Null(store.Revisions.Append(catalog, 1, NodaConstants.UnixEpoch + Duration.Epsilon, Anna, "why"));
        Assert.Equal(2, store.Revisions.ReadNewest()!.Number);
    }

    [Fact]
    public async Task What_is_removed_before_it_leaves_the_version_of_an_element_as_it_was()
    {
        await WriteAsync(snapshot => new EditedCatalog(snapshot, null).Of(Without(snapshot, "registration")));
        snapshots.Refresh();

        Assert.Equal(1, store.Query<long>("SELECT COUNT(*) FROM element WHERE revision = 2"));
        Assert.All(snapshots.Current.Directory.Catalog.Topics, topic =>
            Assert.Equal(1, new ElementPath(CatalogPart.Named("topics"), topic.Id).VersionIn(snapshots.Current)));
        Assert.Equal(snapshots.Current.ChangedIn, store.Revisions.ReadNewest()!.ChangedIn);
    }

    public void Dispose()
    {
        writer.Dispose();
        store.Dispose();
    }

    private Task<Writing> WriteAsync(Func<CatalogSnapshot, EditedCatalog> change) =>
        writer.WriteAsync(change, Anna, null, TestContext.Current.CancellationToken);

    private static Func<CatalogSnapshot, EditedCatalog> WithTopic(string id) =>
        snapshot => new EditedCatalog(snapshot, new(CatalogPart.Named("topics"), id)).Of(Added(snapshot, id));

    private static Catalog Added(CatalogSnapshot snapshot, string id) =>
        snapshot.Directory.Catalog with { Topics = [.. snapshot.Directory.Catalog.Topics, new(id, new LocalizedText(id, id))] };

    private static Catalog Without(CatalogSnapshot snapshot, string id) =>
        snapshot.Directory.Catalog with { Topics = [.. snapshot.Directory.Catalog.Topics.Where(topic => topic.Id != id)] };

    /// <summary>A store that does what it is told and then says that it failed, or does not do it at all.</summary>
    private sealed class Unreliable : ResilienceStrategy
    {
        public int Forgets { get; set; }

        public bool Fails { get; set; }

        protected override async ValueTask<Outcome<TResult>> ExecuteCore<TResult, TState>(
            Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback, ResilienceContext context, TState state)
        {
            var outcome = Fails ? default : await callback(context, state);
            return Fails || Forgets-- > 0
                ? Outcome.FromException<TResult>(new SqliteException("disk I/O error", SQLitePCL.raw.SQLITE_IOERR))
                : outcome;
        }
    }
}
