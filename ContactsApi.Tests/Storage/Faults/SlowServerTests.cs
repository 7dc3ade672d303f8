using System.Net;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;
using Npgsql;

namespace ContactsApi.Tests.Storage.Faults;

/// <summary>A PostgreSQL server whose answers do not come until the test has seen enough, and one that a newer version of the service took over.</summary>
[Collection<Alone>]
public sealed class SlowServerTests : IDisposable
{
    private readonly PostgresStore store = new();
    private readonly SlowWire wire = new(PostgresServer.Shared.Port);
    private readonly ContactsApp app;

    public SlowServerTests() => app = new()
    {
        Clock = TimeProvider.System,
        Polls = true,
        Settings = SettingsOf(busyTimeoutSeconds: 1),
    };

    [Fact]
    public async Task The_server_is_slow()
    {
        using var outage = new Outage(app);
        await outage.BeforeAsync();

        wire.MakeSlow();
        await outage.DuringAsync();

        wire.MakeFast();
        await outage.AfterAsync();
    }

    [Fact]
    public async Task Those_who_wait_for_a_slow_server_do_not_keep_readers_waiting()
    {
        await using var patient = new ContactsApp { Settings = SettingsOf(busyTimeoutSeconds: 60) };
        using var client = patient.CreateClient();
        await client.AskAsync("/v1/best-channel?segment=individual");
        wire.MakeSlow();

        var waiting = Enumerable.Range(0, 60).Select(_ => client.AskAsync("/v1/revisions")).ToList();
        for (var day = 10; day < 30; day++)
            Assert.Equal(HttpStatusCode.OK, (await client.AskAsync($"/v1/best-channel?segment=individual&at=2026-11-{day}T10:00:00")).Status);

        Assert.All(waiting, request => Assert.False(request.IsCompleted));
        wire.MakeFast();
        Assert.All(await Task.WhenAll(waiting), answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
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

    private Dictionary<string, string> SettingsOf(int busyTimeoutSeconds) => new()
    {
        ["Store:Postgres"] = new NpgsqlConnectionStringBuilder(store.ConnectionString) { Port = wire.Port }.ConnectionString,
        ["Store:BusyTimeoutSeconds"] = $"{busyTimeoutSeconds}",
    };
}
