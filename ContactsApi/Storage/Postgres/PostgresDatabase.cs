using System.Data;
using System.Data.Common;
using ContactsApi.Core;
using Dapper;
using DbUp;
using Microsoft.Extensions.Options;
using Npgsql;

namespace ContactsApi.Storage.Postgres;

/// <summary>A PostgreSQL database: for several replicas of the service.</summary>
public sealed class PostgresDatabase : Database, IDisposable
{
    /// <summary>Whoever holds this lock writes; also the name under which a write is announced.</summary>
    private const string Writing = "contacts";

    private static readonly TimeSpan RestBeforeListeningAgain = TimeSpan.FromSeconds(1);

    private readonly NpgsqlDataSource source;
    private readonly NpgsqlConnectionStringBuilder connection;
    private readonly int lockTimeoutSeconds;

    public PostgresDatabase(IOptions<StoreOptions> options)
    {
        connection = new NpgsqlConnectionStringBuilder(options.Value.Postgres)
        {
            ApplicationName = "contacts-api",
            // To connect, and then for each statement: a server that does not answer must not hold up whoever asks for history.
            Timeout = options.Value.BusyTimeoutSeconds,
            CommandTimeout = options.Value.BusyTimeoutSeconds,
            // Of a connection that was cut without a word a listener would never learn.
            KeepAlive = 10,
            IncludeErrorDetail = false,
        };
        lockTimeoutSeconds = options.Value.BusyTimeoutSeconds;
        source = NpgsqlDataSource.Create(connection);
    }

    protected override string Scripts => "Postgres";

    protected override string Place => $"{connection.Host}:{connection.Port}/{connection.Database}";

    /// <remarks>
    /// Opened asynchronously, so that it can be given up: of synchronous tries at a server that takes the connection and never says whether
    /// it encrypts, Npgsql 10.0.3 lets many wait without end, whatever the timeout.
    /// </remarks>
    public override DbConnection Open()
    {
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(connection.Timeout));
        try
        {
            return source.OpenConnectionAsync(end.Token).AsTask().GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            throw new NpgsqlException("The server did not answer in time.", new TimeoutException());
        }
    }

    public override DbTransaction BeginRead(DbConnection connection) => connection.BeginTransaction(IsolationLevel.RepeatableRead);

    protected override DbTransaction BeginAlone(DbConnection connection)
    {
        var transaction = connection.BeginTransaction();
        connection.Execute(
            $"SET LOCAL lock_timeout = '{lockTimeoutSeconds}s'; SELECT pg_advisory_xact_lock(hashtext('{Writing}'));", transaction: transaction);
        return transaction;
    }

    /// <exception cref="StoreUnusableException">The server refuses us, or the schema is too new.</exception>
    public override void Prepare()
    {
        try
        {
            using var guard = Open();
            // Several replicas may start at once; the first one migrates.
            guard.Execute($"SELECT pg_advisory_lock(hashtext('{Writing}-schema'))");
            Migrate(
                DeployChanges.To.PostgresqlDatabase(connection.ConnectionString),
                lockOut: () => guard.Execute($"SELECT pg_advisory_lock(hashtext('{Writing}'))"));
            guard.Execute("SELECT pg_advisory_unlock_all()");
        }
        catch (NpgsqlException problem)
        {
            throw Unusable(problem);
        }
    }

    public override bool IsTransient(DbException problem) => problem.IsTransient || problem is PostgresException
    {
        SqlState: PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.AdminShutdown,
    };

    /// <summary>By <c>LISTEN</c>; a trigger on the log of writes announces each. Where the connection breaks, it listens on another.</summary>
    public override async Task WatchAsync(Action written, CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(written, cancellation);
            }
            catch (Exception problem) when (problem is NpgsqlException or TimeoutException or IOException)
            {
                await Task.Delay(RestBeforeListeningAgain, cancellation);
            }
        }
    }

    public void Dispose() => source.Dispose();

    protected override LocalizedText Explain(DbException problem) => problem switch
    {
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } =>
            new("сервер не принимает имя или пароль", "the server does not accept the name or the password"),
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } =>
            new("такой базы на сервере нет; создайте её", "the server has no such database; create it"),
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } =>
            new($"не хватает прав: {problem.Message}", $"the user may not do that: {problem.Message}"),
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => new("на диске сервера нет места", "the server's disk is full"),
        PostgresException => new($"использовать её нельзя: {problem.Message}", $"it cannot be used: {problem.Message}"),
        _ => new($"сервер не отвечает: {problem.Message}", $"the server does not answer: {problem.Message}"),
    };

    private async Task ListenAsync(Action written, CancellationToken cancellation)
    {
        await using var listener = await source.OpenConnectionAsync(cancellation);
        listener.Notification += (_, _) => written();
        await listener.ExecuteAsync($"LISTEN {Writing}");
        // What was written before this connection listened.
        written();
        while (true)
            await listener.WaitAsync(cancellation);
    }
}
