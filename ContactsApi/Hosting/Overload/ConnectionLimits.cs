using System.Net;
using ContactsApi.Hosting.Access;
using ContactsApi.Hosting.Limits;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace ContactsApi.Hosting.Overload;

/// <summary>
/// Bounds the connections at once, and those of one address, so that nobody alone can keep all others out. A known proxy speaks for many
/// and is not bounded by itself. What asks for health on a listener of its own has a few places that no crowd can take.
/// </summary>
public sealed class ConnectionLimits(IOptions<ServerOptions> options, IOptions<ProxyOptions> proxies, IOptions<HealthOptions> health)
{
    /// <summary>Probes come one at a time, from a few places.</summary>
    public const int ForHealth = 100;

    private readonly Places callers = new(options.Value.Connections, options.Value.ConnectionsOfOneAddress);
    private readonly Places probes = new(ForHealth, ForHealth);

    /// <summary>Closes at once, unanswered, what is too much for the listener.</summary>
    public ConnectionDelegate On(ListenOptions listener, ConnectionDelegate next)
    {
        var isForHealth = listener.IPEndPoint is { } endPoint && health.Value.ReadPorts().Contains(endPoint.Port);
        return async connection =>
        {
            var address = (connection.RemoteEndPoint as IPEndPoint)?.Address;
            using var place = (isForHealth ? probes : callers).Take(Caller.At(address), out _, speaksForMany: proxies.Value.Knows(address));
            if (place is null)
                connection.Abort();
            else
                await next(connection);
        };
    }
}
