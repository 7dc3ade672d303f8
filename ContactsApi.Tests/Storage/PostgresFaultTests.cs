using System.Net;
using System.Net.Sockets;
using ContactsApi.Storage;
using ContactsApi.Storage.Postgres;
using ContactsApi.Tests.Support;
using Npgsql;
using static Npgsql.PostgresErrorCodes;

namespace ContactsApi.Tests.Storage;

/// <summary>Which faults of a PostgreSQL server may pass by themselves. No server is needed to tell.</summary>
public sealed class PostgresFaultTests : IDisposable
{
    private readonly PostgresDatabase database = new(
        Microsoft.Extensions.Options.Options.Create(new StoreOptions { Postgres = "Host=127.0.0.1;Port=1;Username=contacts", BusyTimeoutSeconds = 1 }));

    [Theory]
    [InlineData(LockNotAvailable)]
    [InlineData(QueryCanceled)]
    [InlineData(AdminShutdown)]
    [InlineData(CannotConnectNow)]
    [InlineData(TooManyConnections)]
    [InlineData(SerializationFailure)]
    [InlineData(DeadlockDetected)]
    public void A_fault_that_may_pass_is_tried_again(string state) => Assert.True(database.IsTransient(Fault(state)));

    [Theory]
    [InlineData(UniqueViolation)]
    [InlineData(UndefinedTable)]
    [InlineData(InvalidPassword)]
    [InlineData(InvalidCatalogName)]
    [InlineData(InsufficientPrivilege)]
    public void A_fault_that_lasts_is_not(string state) => Assert.False(database.IsTransient(Fault(state)));

    [Fact]
    public void A_server_that_is_not_there_may_come_back() =>
        Assert.True(database.IsTransient(Assert.ThrowsAny<NpgsqlException>(database.Open)));

    /// <summary>As one that hangs, or a proxy before one that is down.</summary>
    [Fact]
    public async Task A_server_that_takes_connections_and_says_nothing_is_given_up_and_may_come_back()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var port = ((IPEndPoint)silent.LocalEndpoint).Port;
        using var waiting = new PostgresDatabase(
            Microsoft.Extensions.Options.Options.Create(new StoreOptions { Postgres = $"Host=127.0.0.1;Port={port};Username=contacts", BusyTimeoutSeconds = 1 }));

        // A few tries could end by chance.
        var problems = await Eventually.EndsAsync(Task.WhenAll(Enumerable.Range(0, 60).Select(_ => Task.Factory.StartNew(
            () => Assert.ThrowsAny<NpgsqlException>(waiting.Open),
            TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default))));

        Assert.All(problems, problem => Assert.True(waiting.IsTransient(problem)));
    }

    public void Dispose() => database.Dispose();

    private static PostgresException Fault(string state) => new("A fault of PostgreSQL", "ERROR", "ERROR", state);
}
