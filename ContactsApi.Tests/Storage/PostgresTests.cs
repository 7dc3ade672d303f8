using System.Net;
using System.Text;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;
using ContactsApi.Upgrading;
using NodaTime.Extensions;
using Npgsql;

namespace ContactsApi.Tests.Storage;

/// <summary>Several replicas on one PostgreSQL server.</summary>
[Collection<Alone>]
public sealed class PostgresTests : IDisposable
{
    private const string Availability = "/v1/channels/portal-chat/availability?segment=individual";
    private const string Outage = """{ "channelId": "portal-chat", "reason": { "ru": "Сбой.", "en": "A failure." } }""";

    private readonly List<IDisposable> used = [];

    [Fact]
    public async Task What_is_written_on_one_replica_is_announced_to_the_others()
    {
        var store = Using(new PostgresStore());
        var (one, other) = (Replica(store), Replica(store));
        using var reader = other.CreateClient();
        Assert.Equal("open", (await reader.GetJsonAsync(Availability))["state"].Text());
        using var steward = one.CreateClientWith(Scope.Steward);

        await AnnounceAsync(steward);

        await Eventually.IsTrueAsync(() => other.Snapshot.Revision == 2);
        Assert.Equal("closed", (await reader.GetJsonAsync(Availability))["state"].Text());
    }

    [Fact]
    public async Task A_key_that_ends_on_one_replica_is_soon_no_key_on_the_others()
    {
        var store = Using(new PostgresStore());
        var (one, other) = (Replica(store), Replica(store));
        var key = one.KeyOf(Scope.Steward);
        using var holder = other.CreateClient().With(key.Text);
        await Eventually.IsTrueAsync(async () => (await holder.AskAsync("/v1/admin/channels")).Status == HttpStatusCode.OK);
        using var admin = one.CreateClientWith(Scope.Admin);

        Assert.Equal(HttpStatusCode.OK, (await admin.AskAsync($"/v1/admin/keys/{key.Key.Id}", method: HttpMethod.Delete)).Status);

        await Eventually.IsTrueAsync(async () => (await holder.AskAsync("/v1/admin/channels")).Status == HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Replicas_that_start_at_once_on_an_empty_server_fill_it_once()
    {
        var store = Using(new PostgresStore());

        var snapshots = await AtOnce.Run(() =>
        {
            using var replica = new PostgresStoreOfAnotherProcess(store);
            return replica.Start().Revision;
        });

        Assert.All(snapshots, revision => Assert.Equal(1, revision));
        Assert.Equal(1, store.Query<long>("SELECT COUNT(*) FROM revision"));
    }

    [Fact]
    public async Task While_the_server_is_down_readers_notice_nothing_and_writers_are_told_when_to_come_back()
    {
        var server = Using(PostgresServer.OfItsOwn());
        var replica = Replica(Using(new PostgresStore(server)));
        using var client = replica.CreateClientWith(Scope.Steward);
        Assert.Equal("ok", (await client.GetJsonAsync("/health/ready"))["status"].Text());

        server.Kill();

        Assert.Equal(HttpStatusCode.OK, (await client.AskAsync("/v1/best-channel?segment=individual")).Status);
        var write = await SendAsync(client);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, write.StatusCode);
        Assert.NotNull(write.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.AskAsync("/v1/revisions")).Status);
        Assert.Equal(HttpStatusCode.OK, (await client.AskAsync("/v1/best-channel?segment=individual")).Status);
        Assert.Equal("degraded", (await client.GetJsonAsync("/health/ready"))["status"].Text());

        server.Start();

        await Eventually.IsTrueAsync(async () => (await SendAsync(client)).StatusCode == HttpStatusCode.Created);
        Assert.Equal("closed", (await client.GetJsonAsync(Availability))["state"].Text());
        Assert.Equal("ok", (await client.GetJsonAsync("/health/ready"))["status"].Text());
    }

    [Fact]
    public async Task A_replica_whose_connections_were_cut_listens_again()
    {
        var store = Using(new PostgresStore());
        var (one, other) = (Replica(store), Replica(store));
        _ = other.Snapshot;
        using var steward = one.CreateClientWith(Scope.Steward);

        store.Execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()");
        await Eventually.IsTrueAsync(async () => (await SendAsync(steward)).StatusCode == HttpStatusCode.Created);

        await Eventually.IsTrueAsync(() => other.Snapshot.Revision == 2);
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1", "the server does not answer")]
    [InlineData("Database=nowhere", "the server has no such database")]
    public void A_server_that_cannot_be_used_is_refused_in_words(string setting, string problem)
    {
        var store = Using(new PostgresStore());
        var options = new StoreOptions
        {
            Postgres = new NpgsqlConnectionStringBuilder($"{store.ConnectionString};{setting}").ConnectionString,
            BusyTimeoutSeconds = 1,
        };
        using var database = new ContactsApi.Storage.Postgres.PostgresDatabase(Microsoft.Extensions.Options.Options.Create(options));

        var refusal = Assert.Throws<StoreUnusableException>(database.Prepare);

        Assert.Contains(problem, refusal.Explanation.En);
        Assert.DoesNotContain("Username", refusal.Explanation.En);
    }

    public void Dispose()
    {
        foreach (var one in used.AsEnumerable().Reverse())
            one.Dispose();
    }

    private static async Task AnnounceAsync(HttpClient steward) => Assert.Equal(HttpStatusCode.Created, (await SendAsync(steward)).StatusCode);

    private static async Task<HttpResponseMessage> SendAsync(HttpClient steward)
    {
        using var body = new StringContent(Outage, Encoding.UTF8, "application/json");
        return await steward.PostAsync("/v1/admin/incidents", body, TestContext.Current.CancellationToken);
    }

    /// <summary>It does not poll, so that it learns only what it is told.</summary>
    private ContactsApp Replica(PostgresStore store) => Using(new ContactsApp
    {
        Clock = TimeProvider.System,
        Settings = new Dictionary<string, string> { ["Store:Postgres"] = store.ConnectionString, ["Store:PollSeconds"] = "3600" },
    });

    private T Using<T>(T one)
        where T : IDisposable
    {
        used.Add(one);
        return one;
    }

    /// <summary>The same database, by connections of its own.</summary>
    private sealed class PostgresStoreOfAnotherProcess(PostgresStore store) : IDisposable
    {
        private readonly ContactsApi.Storage.Postgres.PostgresDatabase database = new(Microsoft.Extensions.Options.Options.Create(store.Options));

        public CatalogSnapshot Start()
        {
            var snapshots = new CatalogSnapshots(
                database, new RevisionStore(database), new StoreAccess(StoreResilience.Create(database, TimeProvider.System)), TimeProvider.System.ToClock());
            snapshots.Load(Shipped.Filling);
            return snapshots.Current;
        }

        public void Dispose() => database.Dispose();
    }
}
