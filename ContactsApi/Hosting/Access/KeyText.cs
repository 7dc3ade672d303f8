using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace ContactsApi.Hosting.Access;

/// <summary>
/// An API key as its holder has it: <c>cak_</c>, the id, <c>_</c>, 256 random bits and a checksum of all before it, in lower-case
/// hexadecimal digits. By the checksum a key that was mistyped or cut off is told apart without asking anybody.
/// </summary>
public static class KeyText
{
    private const string Prefix = "cak_";
    private const int IdLength = 10;
    private const int SecretLength = 64;
    private const int ChecksumLength = 8;
    private const int Length = 4 + IdLength + 1 + SecretLength + ChecksumLength;

    public static string NewId() => RandomNumberGenerator.GetHexString(IdLength, lowercase: true);

    /// <summary>A new key of that id.</summary>
    public static string New(string id)
    {
        var text = $"{Prefix}{id}_{RandomNumberGenerator.GetHexString(SecretLength, lowercase: true)}";
        return $"{text}{Checksum(text):x8}";
    }

    /// <summary>Whether the text is a key as we give them out. That says nothing about whether it is valid.</summary>
    public static bool IsWhole(ReadOnlySpan<char> text) =>
        text.Length == Length
        && Ascii.IsValid(text)
        && text.StartsWith(Prefix, StringComparison.Ordinal)
        && text[Prefix.Length + IdLength] == '_'
        && uint.TryParse(text[^ChecksumLength..], System.Globalization.NumberStyles.AllowHexSpecifier, null, out var checksum)
        && checksum == Checksum(text[..^ChecksumLength]);

    /// <param name="text">A whole key.</param>
    public static ReadOnlySpan<char> IdOf(ReadOnlySpan<char> text) => text.Slice(Prefix.Length, IdLength);

    /// <summary>What is kept of a key. It holds so many random bits that guessing them is hopeless however fast the hash is.</summary>
    /// <param name="text">A whole key.</param>
    /// <param name="hash">Receives the 32 bytes.</param>
    public static void Hash(ReadOnlySpan<char> text, Span<byte> hash)
    {
        Span<byte> bytes = stackalloc byte[Length];
        SHA256.HashData(bytes[..Encoding.ASCII.GetBytes(text, bytes)], hash);
    }

    public static byte[] Hash(string text)
    {
        var hash = new byte[SHA256.HashSizeInBytes];
        Hash(text, hash);
        return hash;
    }

    private static uint Checksum(ReadOnlySpan<char> text)
    {
        var sum = uint.MaxValue;
        foreach (var character in text)
            sum = BitOperations.Crc32C(sum, (byte)character);
        return ~sum;
    }
}
