using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ContactsApi.Tests.Support;

/// <summary>A connection over which a test sends what it likes, as slowly as it likes.</summary>
public sealed class RawConnection : IDisposable
{
    private readonly TcpClient client;
    private bool wasCutOff;

    private RawConnection(IPAddress from) => client = new TcpClient(new IPEndPoint(from, 0));

    /// <param name="from">The address that it comes from; this machine's usual one when absent.</param>
    public static async Task<RawConnection> OpenAsync(Uri address, IPAddress? from = null)
    {
        var connection = new RawConnection(from ?? IPAddress.Loopback);
        try
        {
            await connection.client.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
        }
        catch (SocketException problem) when (problem.SocketErrorCode == SocketError.ConnectionReset)
        {
            // Closed so soon that it was never seen open.
            connection.wasCutOff = true;
        }

        return connection;
    }

    public async Task SendAsync(string text)
    {
        if (!wasCutOff)
            await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(text), TestContext.Current.CancellationToken);
    }

    /// <summary>What comes next, as far as it has come.</summary>
    public async Task<string> ReadAsync()
    {
        var bytes = new byte[4096];
        return Encoding.UTF8.GetString(bytes, 0, await client.GetStream().ReadAsync(bytes, TestContext.Current.CancellationToken));
    }

    /// <summary>All that comes until the server closes the connection; what it cuts off counts as closed.</summary>
    public async Task<string> ReadToEndAsync()
    {
        var received = new StringBuilder();
        var bytes = new byte[4096];
        try
        {
            while (!wasCutOff && await client.GetStream().ReadAsync(bytes, TestContext.Current.CancellationToken) is > 0 and var count)
                received.Append(Encoding.UTF8.GetString(bytes, 0, count));
        }
        catch (IOException)
        {
            // Cut off.
        }

        return received.ToString();
    }

    public void Dispose() => client.Dispose();
}
