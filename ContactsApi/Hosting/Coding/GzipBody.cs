using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace ContactsApi.Hosting.Coding;

/// <summary>
/// A body in gzip (RFC 1952) whose beginning may be another each time: that goes in a block that is stored as it is (RFC 1951, section
/// 3.2.4), so that the rest is compressed once. It is one member: browsers read no further than the first.
/// </summary>
/// <param name="rest">What follows the beginning and stays the same.</param>
public sealed class GzipBody(ReadOnlyMemory<byte> rest) : ICodedBody
{
    /// <summary>Up to here the best that can be done takes no longer, in bytes. Of the long it takes twice as long, and saves a fiftieth.</summary>
    private const int Short = 4096;

    private const int BlockHeader = 5;
    private const int Trailer = 8;

    /// <summary>By deflate, with neither time nor name, from a system that is not said.</summary>
    private static readonly byte[] Header = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff];

    private readonly byte[] deflated = Deflated(rest.Span);

    public int LengthWith(int beginning) => Header.Length + (beginning == 0 ? 0 : BlockHeader + beginning) + deflated.Length + Trailer;

    public void Write(IBufferWriter<byte> writer, ReadOnlySpan<byte> beginning)
    {
        writer.Write(Header);
        if (beginning.Length > 0)
            WriteStored(writer, beginning);
        writer.Write(deflated);
        WriteTrailer(writer, beginning);
    }

    private static void WriteStored(IBufferWriter<byte> writer, ReadOnlySpan<byte> bytes)
    {
        Span<byte> header = stackalloc byte[BlockHeader];
        header[0] = 0; // stored, and not the last
        BinaryPrimitives.WriteUInt16LittleEndian(header[1..], (ushort)bytes.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(header[3..], (ushort)~bytes.Length);
        writer.Write(header);
        writer.Write(bytes);
    }

    private void WriteTrailer(IBufferWriter<byte> writer, ReadOnlySpan<byte> beginning)
    {
        var sum = new Crc32();
        sum.Append(beginning);
        sum.Append(rest.Span);
        Span<byte> trailer = stackalloc byte[Trailer];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, sum.GetCurrentHashAsUInt32());
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], (uint)(beginning.Length + rest.Length));
        writer.Write(trailer);
    }

    private static byte[] Deflated(ReadOnlySpan<byte> bytes)
    {
        using var result = new MemoryStream();
        using (var deflating = new DeflateStream(result, bytes.Length <= Short ? CompressionLevel.SmallestSize : CompressionLevel.Optimal))
            deflating.Write(bytes);
        return result.ToArray();
    }
}
