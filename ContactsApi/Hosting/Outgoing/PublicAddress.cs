using System.Net;
using System.Net.Sockets;

namespace ContactsApi.Hosting.Outgoing;

/// <summary>Which network addresses belong to the public Internet, by IANA's registries of special-purpose addresses.</summary>
public static class PublicAddress
{
    /// <summary>RFC 6890 and the registry that it founded. What is not listed here is public.</summary>
    private static readonly IPNetwork[] Special4 =
    [
        IPNetwork.Parse("0.0.0.0/8"), // this network
        IPNetwork.Parse("10.0.0.0/8"), // private
        IPNetwork.Parse("100.64.0.0/10"), // behind a carrier's NAT
        IPNetwork.Parse("127.0.0.0/8"), // this machine
        IPNetwork.Parse("169.254.0.0/16"), // this link, and what clouds tell their machines
        IPNetwork.Parse("172.16.0.0/12"), // private
        IPNetwork.Parse("192.0.0.0/24"), // protocols
        IPNetwork.Parse("192.0.2.0/24"), // documentation
        IPNetwork.Parse("192.88.99.0/24"), // relays to IPv6
        IPNetwork.Parse("192.168.0.0/16"), // private
        IPNetwork.Parse("198.18.0.0/15"), // benchmarks
        IPNetwork.Parse("198.51.100.0/24"), // documentation
        IPNetwork.Parse("203.0.113.0/24"), // documentation
        IPNetwork.Parse("224.0.0.0/3"), // multicast, reserved, broadcast
    ];

    /// <summary>All that is public in IPv6 today. So what embeds an address of IPv4 elsewhere, as NAT64 does, is not.</summary>
    private static readonly IPNetwork Global6 = IPNetwork.Parse("2000::/3");

    /// <summary>Of these, what is not.</summary>
    private static readonly IPNetwork[] Special6 =
    [
        IPNetwork.Parse("2001::/23"), // protocols, among them Teredo
        IPNetwork.Parse("2001:db8::/32"), // documentation
        IPNetwork.Parse("2002::/16"), // 6to4, which embeds an address of IPv4
        IPNetwork.Parse("3fff::/20"), // documentation
    ];

    public static bool Is(IPAddress address)
    {
        var real = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return real.AddressFamily == AddressFamily.InterNetwork
            ? !Special4.Any(network => network.Contains(real))
            : Global6.Contains(real) && !Special6.Any(network => network.Contains(real));
    }
}
