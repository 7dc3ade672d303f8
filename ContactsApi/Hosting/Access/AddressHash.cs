using System.Net;
using System.Security.Cryptography;

namespace ContactsApi.Hosting.Access;

/// <summary>
/// Tells whether two requests came from one place, and not from where: a hash of the address under a secret of the store. Without the
/// secret nobody can try all addresses.
/// </summary>
public sealed class AddressHash(ApiKeys keys)
{
    private const int Bytes = 16;

    /// <summary>32 hexadecimal digits; nothing if the address is not known.</summary>
    public string? Of(IPAddress? address)
    {
        if (address is null)
            return null;
        Span<byte> place = stackalloc byte[Caller.AddressBytes];
        Caller.At(address).WriteAddress(place);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(keys.AddressSecret, place, hash);
        return Convert.ToHexStringLower(hash[..Bytes]);
    }
}
