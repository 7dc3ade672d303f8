using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace ContactsApi.Hosting.Outgoing;

/// <summary>The network addresses of a name, or of an address in any notation.</summary>
public delegate Task<IPAddress[]> HostResolver(string host, CancellationToken cancellation);

/// <summary>Nothing may be sent to where a name leads.</summary>
public sealed class AddressRefusedException() : IOException("The address is not public.");

/// <summary>
/// Sends to addresses that others gave us. A name is looked up once, what it leads to is checked, and the connection goes there: who
/// answers another address at a second look is not asked a second time. No proxy, no redirects, no cookies, no tracing headers; of an
/// answer no more than its head is read.
/// </summary>
public sealed class OutgoingHttp(HostResolver resolve, IOptions<OutgoingOptions> options) : IDisposable
{
    private const int HeadKiB = 16;
    private const int DrainBytes = 16 * 1024;

    private static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan DrainPatience = TimeSpan.FromSeconds(1);

    /// <summary>Names may lead elsewhere by then.</summary>
    private static readonly TimeSpan ConnectionLife = TimeSpan.FromMinutes(1);

    private readonly HttpClient client = new(new SocketsHttpHandler
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        ActivityHeadersPropagator = null,
        ConnectTimeout = ConnectPatience,
        PooledConnectionLifetime = ConnectionLife,
        MaxResponseHeadersLength = HeadKiB,
        MaxResponseDrainSize = DrainBytes,
        ResponseDrainTimeout = DrainPatience,
        ConnectCallback = (context, cancellation) => ConnectAsync(context.DnsEndPoint, resolve, options.Value, cancellation),
    })
    {
        // Whoever sends bounds it.
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <exception cref="HttpRequestException">No answer came; an <see cref="AddressRefusedException"/> inside says that it was not asked for.</exception>
    public async Task<HttpStatusCode> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        if (OutgoingAddress.FaultOf(request.RequestUri!.OriginalString, options.Value) is not null)
            throw new HttpRequestException(null, new AddressRefusedException());
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        return answer.StatusCode;
    }

    public void Dispose() => client.Dispose();

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint asked, HostResolver resolve, OutgoingOptions options, CancellationToken cancellation)
    {
        var addresses = await resolve(asked.Host, cancellation);
        // One that is not public among others shows what the name is meant for.
        if (addresses.Length == 0 || !addresses.All(address => OutgoingAddress.Allows(address, options)))
            throw new AddressRefusedException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, asked.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

public static class OutgoingExtensions
{
    public static void AddOutgoing(this IServiceCollection services)
    {
        services.AddOptions<OutgoingOptions>().BindConfiguration(OutgoingOptions.Section).ValidateOnStart();
        services.AddSingleton<HostResolver>(Dns.GetHostAddressesAsync);
        services.AddSingleton<OutgoingHttp>();
    }
}
