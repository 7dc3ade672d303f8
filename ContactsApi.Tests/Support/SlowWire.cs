using System.Net;
using System.Net.Sockets;

namespace ContactsApi.Tests.Support;

/// <summary>A way to a server that can be made slow: then every answer of the server is held back until it is made fast again.</summary>
public sealed class SlowWire : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly int server;
    private volatile TaskCompletionSource isFast = new();

    public SlowWire(int server)
    {
        this.server = server;
        MakeFast();
        listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public void MakeSlow() => isFast = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What was held back comes now.</summary>
    public void MakeFast() => isFast.TrySetResult();

    public void Dispose()
    {
        end.Cancel();
        listener.Dispose();
        end.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!end.IsCancellationRequested)
            _ = ServeAsync(await listener.AcceptTcpClientAsync(end.Token));
    }

    private async Task ServeAsync(TcpClient accepted)
    {
        using var client = accepted;
        using var far = new TcpClient();
        await far.ConnectAsync(IPAddress.Loopback, server, end.Token);
        await Task.WhenAny(
            PassAsync(client.GetStream(), far.GetStream(), () => Task.CompletedTask),
            PassAsync(far.GetStream(), client.GetStream(), () => isFast.Task));
    }

    private async Task PassAsync(NetworkStream from, NetworkStream to, Func<Task> mayPass)
    {
        var bytes = new byte[64 * 1024];
        while (await from.ReadAsync(bytes, end.Token) is > 0 and var count)
        {
            await mayPass().WaitAsync(end.Token);
            await to.WriteAsync(bytes.AsMemory(0, count), end.Token);
        }
    }
}
