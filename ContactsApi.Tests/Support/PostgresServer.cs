using System.Diagnostics;
using System.Globalization;
using Dapper;
using Npgsql;

[assembly: AssemblyFixture(typeof(ContactsApi.Tests.Support.PostgresServer.LastTest))]

namespace ContactsApi.Tests.Support;

/// <summary>
/// A PostgreSQL server of the tests' own, on a free port, in a temporary folder. Where PostgreSQL is not installed the tests that need it
/// are skipped, unless <c>CONTACTS_TEST_REQUIRE_ALL=1</c> makes them mandatory.
/// </summary>
public sealed class PostgresServer : IDisposable
{
    /// <summary>Set where everything has to be there, as in CI.</summary>
    public const string RequireAll = "CONTACTS_TEST_REQUIRE_ALL";

    private static readonly Lazy<PostgresServer> Lazily = new(() => new PostgresServer());

    private int databases;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("contacts-postgres-");

    private PostgresServer()
    {
        // A crash of the tests must leave no server behind.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Dispose();
        if (IsRoot)
            Run("chown", "postgres", folder.FullName);
        Run("initdb", "--pgdata", Data, "--username", "contacts", "--auth", "trust", "--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync");
        Start();
    }

    /// <summary>The server that the tests share. It is started when the first of them asks for it.</summary>
    public static PostgresServer Shared
    {
        get
        {
            if (Environment.GetEnvironmentVariable(RequireAll) != "1")
                Assert.SkipUnless(Binary("initdb") is not null, "PostgreSQL is not installed (no initdb in the PATH or in /usr/lib/postgresql).");
            return Lazily.Value;
        }
    }

    public int Port { get; } = FreePort.Next();

    private string Data => Path.Combine(folder.FullName, "data");

    private static bool IsRoot => Environment.UserName == "root";

    /// <summary>A server for one test alone, which may stop and start it.</summary>
    public static PostgresServer OfItsOwn()
    {
        _ = Shared;
        return new PostgresServer();
    }

    public string ConnectionString(string database) => $"Host=127.0.0.1;Port={Port};Username=contacts;Database={database}";

    /// <summary>An empty database with a name of its own.</summary>
    public string CreateDatabase()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"t{Interlocked.Increment(ref databases)}");
        using var connection = new NpgsqlConnection($"{ConnectionString("postgres")};Pooling=false");
        connection.Open();
        connection.Execute($"CREATE DATABASE {name}");
        return name;
    }

    public void Start() => Run(
        "pg_ctl", "start", "--wait", "--pgdata", Data, "--log", Path.Combine(folder.FullName, "log"),
        "--options", $"-p {Port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off -c max_connections=200");

    /// <summary>At once, as by a power cut: connections are cut off.</summary>
    public void Kill() => Run("pg_ctl", "stop", "--wait", "--mode", "immediate", "--pgdata", Data);

    public void Dispose()
    {
        if (!Directory.Exists(folder.FullName))
            return;
        if (File.Exists(Path.Combine(Data, "postmaster.pid")))
            Kill();
        folder.Delete(recursive: true);
    }

    /// <summary>Ends the shared server after the last test: to delete its folder may take longer than an exit of the process is given.</summary>
    public sealed class LastTest : IDisposable
    {
        public void Dispose()
        {
            if (Lazily.IsValueCreated)
                Lazily.Value.Dispose();
        }
    }

    private static string? Binary(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Concat(Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")) : [])
        .Select(directory => Path.Combine(directory, name))
        .FirstOrDefault(File.Exists);

    /// <summary>PostgreSQL refuses to run as root.</summary>
    private static void Run(string command, params string[] arguments)
    {
        var program = command == "chown" ? command : Binary(command)!;
        string[] words = IsRoot && command != "chown" ? ["runuser", "-u", "postgres", "--", program, .. arguments] : [program, .. arguments];
        using var process = Process.Start(new ProcessStartInfo(words[0], words[1..]) { RedirectStandardOutput = true, WorkingDirectory = "/" })!;
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{string.Join(' ', words)} failed with {process.ExitCode}.");
    }
}
