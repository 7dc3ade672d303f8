using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace ContactsApi.Tests.Support;

/// <summary>
/// nginx with the configuration that is deployed, in which only places differ: where it listens, where the replicas are, where it may
/// write. Where nginx is not installed the tests that need it are skipped, unless <c>CONTACTS_TEST_REQUIRE_ALL=1</c> makes them mandatory.
/// </summary>
public sealed class Proxy : IDisposable
{
    private const string Program = "/usr/sbin/nginx";

    private readonly TemporaryFolder folder = new();
    private readonly Process process;

    /// <summary>In front of two replicas.</summary>
    public Proxy(Uri one, Uri other)
    {
        if (Environment.GetEnvironmentVariable(PostgresServer.RequireAll) != "1")
            Assert.SkipUnless(File.Exists(Program), $"nginx is not installed (no {Program}).");
        Address = new Uri($"http://127.0.0.1:{FreePort.Next()}");
        var configuration = new[]
        {
            ("contacts-1:5080", one.Authority), ("contacts-2:5080", other.Authority), ("listen 8080", $"listen {Address.Authority}"), ("/tmp/", $"{folder.Path}/"),
        }.Aggregate(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "nginx.conf")), Place);
        File.WriteAllText(folder.File("nginx.conf"), configuration);
        // One process, so that to kill it leaves nothing behind.
        process = Process.Start(Program, ["-p", folder.Path, "-c", folder.File("nginx.conf"), "-g", "daemon off; master_process off;"]);
    }

    public Uri Address { get; }

    public Task ListensAsync() => Eventually.IsTrueAsync(IsListeningAsync);

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
        folder.Dispose();
    }

    private async Task<bool> IsListeningAsync()
    {
        Assert.False(process.HasExited);
        using var attempt = new TcpClient();
        try
        {
            await attempt.ConnectAsync(IPAddress.Loopback, Address.Port, TestContext.Current.CancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static string Place(string configuration, (string Deployed, string Here) place)
    {
        Assert.Contains(place.Deployed, configuration);
        return configuration.Replace(place.Deployed, place.Here, StringComparison.Ordinal);
    }
}
