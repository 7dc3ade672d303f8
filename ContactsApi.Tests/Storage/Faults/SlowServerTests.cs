using System.Net;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;
using Npgsql;

namespace ContactsApi.Tests.Storage.Faults;

/// <summary>A PostgreSQL server that takes 10 s for every answer, and one that a newer version of the service took over.</summary>
public sealed class SlowServerTests : IDisposable
{
    private readonly PostgresStore store = new();
    private readonly SlowWire wire = new(PostgresServer.Shared.Port);
    private readonly ContactsApp app;

    public SlowServerTests() => app = new()
    {
        Clock = TimeProvider.System,
        Polls = true,
        Settings = new Dictionary<string, string>
        {
            ["Store:Postgres"] = new NpgsqlConnectionStringBuilder(store.ConnectionString) { Port = wire.Port }.ConnectionString,
            ["Store:BusyTimeoutSeconds"] = "1",
        },
    };

    [Fact]
    public async Task The_server_is_slow()
    {
        using var outage = new Outage(app);
        await outage.BeforeAsync();

        wire.Delay = TimeSpan.FromSeconds(10);
        await outage.DuringAsync();

        wire.Delay = TimeSpan.Zero;
        await outage.AfterAsync();
    }

    [Fact]
    public async Task Those_who_wait_for_a_slow_server_do_not_keep_readers_waiting()
    {
        using var client = app.CreateClient();
        await client.AskAsync("/v1/best-channel?segment=individual");
        wire.Delay = TimeSpan.FromSeconds(10);

        var waiting = Enumerable.Range(0, 60).Select(_ => client.AskAsync("/v1/revisions")).ToList();
        for (var day = 10; day < 30; day++)
            Assert.Equal(HttpStatusCode.OK, (await client.AskAsync($"/v1/best-channel?segment=individual&at=2026-11-{day}T10:00:00")).Status);

        Assert.All(waiting, request => Assert.False(request.IsCompleted));
        Assert.All(await Task.WhenAll(waiting), answer => Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status));
    }

    [Fact]
    public async Task A_newer_version_of_the_service_takes_the_database_over()
    {
        using var outage = new Outage(app);
        await outage.BeforeAsync();

        store.Execute("INSERT INTO schemaversions (scriptname, applied) VALUES ('9999_from_the_future.sql', '2036-01-01')");
        await outage.DuringAsync();

        store.Execute("DELETE FROM schemaversions WHERE scriptname LIKE '9999%'");
        await outage.AfterAsync();
    }

    [Fact]
    public void The_service_does_not_start_on_a_database_of_a_newer_version()
    {
        store.Start();
        store.Execute("INSERT INTO schemaversions (scriptname, applied) VALUES ('9999_from_the_future.sql', '2036-01-01')");

        var refusal = Assert.Throws<StoreUnusableException>(() => store.Start());

        Assert.Contains("a newer version of the program made it (9999_from_the_future.sql); upgrade the service", refusal.Explanation.En);
    }

    public void Dispose()
    {
        app.Dispose();
        wire.Dispose();
        store.Dispose();
    }
}
