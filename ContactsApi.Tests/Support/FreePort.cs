using System.Net;
using System.Net.Sockets;

namespace ContactsApi.Tests.Support;

/// <summary>
/// Ports for programs that cannot be told to take any that is free. They are none of those that the system gives away by itself, and none is given
/// twice: nobody takes a port between its choice and its use.
/// </summary>
public static class FreePort
{
    private const int First = 20_000;
    private const int Count = 10_000;

    /// <summary>Another run of the tests at the same time begins elsewhere.</summary>
    private static int last = Environment.ProcessId * 100;

    public static int Next()
    {
        while (true)
        {
            var port = First + (int)((uint)Interlocked.Increment(ref last) % Count);
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // It is taken.
            }
        }
    }
}
