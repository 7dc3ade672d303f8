using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace ContactsApi.Hosting.Access;

/// <summary>Whose requests are counted together: those with one key, or those without one from one address.</summary>
/// <param name="KeyId">Absent for a caller without a key.</param>
/// <param name="Address">
/// Zero for a caller with a key, and where it is not known. Of IPv6 the first 64 bits: that is what one subscriber has.
/// </param>
public readonly record struct Caller(string? KeyId, UInt128 Address)
{
    public const int AddressBytes = 16;

    public static Caller Of(HttpContext context) =>
        context.ApiKey() is { } key ? new(key.Id, 0) : At(context.Connection.RemoteIpAddress);

    /// <summary>A caller without a key.</summary>
    public static Caller At(IPAddress? address)
    {
        if (address is null)
            return default;
        Span<byte> bytes = stackalloc byte[AddressBytes];
        bytes.Clear();
        // IPv4 as IPv6 writes it, so that the two never meet.
        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            bytes[10] = bytes[11] = byte.MaxValue;
            address.TryWriteBytes(bytes[12..], out _);
        }
        else
        {
            address.TryWriteBytes(bytes, out _);
            if (!address.IsIPv4MappedToIPv6)
                bytes[8..].Clear();
        }

        return new(null, BinaryPrimitives.ReadUInt128BigEndian(bytes));
    }

    /// <param name="bytes">Receives the 16 bytes.</param>
    public void WriteAddress(Span<byte> bytes) => BinaryPrimitives.WriteUInt128BigEndian(bytes, Address);
}
