using System.Buffers;
using System.IO.Compression;

namespace ContactsApi.Hosting.Coding;

/// <summary>
/// A body in Brotli (RFC 7932) whose beginning may be another each time, though of one length: that goes in a block that is stored as it is (section 9.2),
/// so that the rest is compressed once. What the rest refers to is counted back from where it stands, across the beginning; so while it is
/// compressed there stand bytes in its place that no text holds, and that nothing can refer to.
/// </summary>
/// <param name="beginning">One of those that there will be: all are as long, and have the same last two bytes, by which the first of the rest are coded.</param>
/// <param name="rest">What follows the beginning and stays the same; text in UTF-8.</param>
public sealed class BrotliBody(ReadOnlySpan<byte> beginning, ReadOnlyMemory<byte> rest) : ICodedBody
{
    /// <summary>The longest beginning, in bytes: for more there are no bytes that could stand in its place, each pair of them only once.</summary>
    public const int LongestBeginning = 150;

    /// <summary>How many bytes before the rest have to stay the same.</summary>
    public const int Lasting = 2;

    /// <summary>Less takes as many bytes as gzip, and longer; more saves a fiftieth.</summary>
    private const int Quality = 5;

    /// <summary>The only window whose size is said in one bit.</summary>
    private const int WindowBits = 16;

    private const int BlockHeader = 3;

    private readonly int beginningLength = beginning.Length;
    private readonly byte[] compressed = Compressed(beginning, rest.Span);

    public bool Takes(int beginning) => beginning == beginningLength;

    public int LengthWith(int beginning) => (beginning == 0 ? 0 : BlockHeader + beginning) + compressed.Length;

    public void Write(IBufferWriter<byte> writer, ReadOnlySpan<byte> beginning)
    {
        if (beginning.Length > 0)
            WriteStored(writer, beginning);
        writer.Write(compressed);
    }

    /// <summary>From the lowest bit: the window (1), not the last block (1), four digits of length (2), the length less 1 (16), stored (1).</summary>
    private static void WriteStored(IBufferWriter<byte> writer, ReadOnlySpan<byte> bytes)
    {
        var header = (bytes.Length - 1) << 4 | 1 << 20;
        writer.Write([(byte)header, (byte)(header >> 8), (byte)(header >> 16)]);
        writer.Write(bytes);
    }

    private static byte[] Compressed(ReadOnlySpan<byte> beginning, ReadOnlySpan<byte> rest)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(beginning.Length + rest.Length) + 2 * LongestBeginning);
        var encoder = new BrotliEncoder(Quality, WindowBits);
        try
        {
            if (beginning.Length > 0)
            {
                encoder.Compress(InPlaceOf(beginning), buffer, out _, out _, isFinalBlock: false);
                encoder.Flush(buffer, out _);
            }

            encoder.Compress(rest, buffer, out _, out var length, isFinalBlock: true);
            return buffer[..length];
        }
        finally
        {
            encoder.Dispose();
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>By turns in steps of 1, 2, 3…: so no pair of neighbours comes twice.</summary>
    private static byte[] InPlaceOf(ReadOnlySpan<byte> beginning)
    {
        ReadOnlySpan<byte> inNoText = [0xc0, 0xc1, 0xf5, 0xf6, 0xf7, 0xf8, 0xf9, 0xfa, 0xfb, 0xfc, 0xfd, 0xfe, 0xff];
        var bytes = beginning.ToArray();
        for (var i = 0; i < bytes.Length - Lasting; i++)
            bytes[i] = inNoText[i * (i / inNoText.Length + 1) % inNoText.Length];
        return bytes;
    }
}
