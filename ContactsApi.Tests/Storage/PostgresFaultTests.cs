using ContactsApi.Storage;
using ContactsApi.Storage.Postgres;
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

    public void Dispose() => database.Dispose();

    private static PostgresException Fault(string state) => new("A fault of PostgreSQL", "ERROR", "ERROR", state);
}
