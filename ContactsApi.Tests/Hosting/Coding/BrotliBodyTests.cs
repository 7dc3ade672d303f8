using System.Buffers;
using System.IO.Compression;
using System.Text;
using ContactsApi.Hosting.Coding;
using ContactsApi.Tests.Support;
using CsCheck;

namespace ContactsApi.Tests.Hosting.Coding;

/// <summary>Any reader of Brotli reads a body with whatever beginning it was sent.</summary>
public sealed class BrotliBodyTests
{
    /// <summary>Of few characters, so that much of it comes again and again, and refers back as far as to the beginning.</summary>
    private static readonly Gen<string> Text = Gen.Int[1, 12].SelectMany(letters => Gen.Int[0, letters].Select(i => "{\":0-Привет"[i % 11]).Array[0, 3000]).Select(string.Concat);

    private static readonly Gen<string> Words = Generators.OneOf(
        "ский", "область", "government", "2026-11-27T20:00:00.1234567+03:00", "время работы", " the ", "\"text\":\"", "Россия", "Москва").Array[0, 400].Select(string.Concat);

    [Fact]
    public void It_reads_as_the_beginning_and_the_rest() => Gen.Select(
        Gen.OneOf(Text, Words), Gen.Int[0, BrotliBody.LongestBeginning], Gen.OneOf(Gen.String[Gen.Char['a', 'c'], 150, 150], Gen.String[Gen.Char['0', '9'], 150, 150])).Sample(
        (rest, length, other) =>
        {
            var body = Encoding.UTF8.GetBytes(rest);
            var first = Beginning(string.Concat(Enumerable.Repeat("\"moment\":\"2026-11-27T20:00:00Z", 6)), length);
            var coded = new BrotliBody(first, body);
            foreach (var beginning in new[] { first, Beginning(rest + new string('0', 150), length), Beginning(other, length) })
            {
                var sent = new ArrayBufferWriter<byte>();
                coded.Write(sent, beginning);

                Assert.Equal([.. beginning, .. body], Unpacked(sent.WrittenSpan.ToArray()));
                Assert.Equal(sent.WrittenCount, coded.LengthWith(beginning.Length));
            }
        },
        iter: 2000);

    /// <summary>The last two bytes are the same in all.</summary>
    private static byte[] Beginning(string text, int length) => length < BrotliBody.Lasting ? [] : [.. Encoding.UTF8.GetBytes(text).Take(length - BrotliBody.Lasting), .. "\","u8];

    private static byte[] Unpacked(byte[] sent)
    {
        using var plain = new MemoryStream();
        using var reading = new BrotliStream(new MemoryStream(sent), CompressionMode.Decompress);
        reading.CopyTo(plain);
        return plain.ToArray();
    }
}
