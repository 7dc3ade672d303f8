using System.IO.Compression;

namespace ContactsApi.Tests.Support;

public static class Unpacking
{
    /// <summary>The text of an answer, in whatever coding it came.</summary>
    public static async Task<string> ReadUnpackedAsync(this HttpContent content)
    {
        var sent = new MemoryStream(await content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        await using Stream plain = content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "br" => new BrotliStream(sent, CompressionMode.Decompress),
            "gzip" => new GZipStream(sent, CompressionMode.Decompress),
            _ => sent,
        };
        return await new StreamReader(plain).ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
