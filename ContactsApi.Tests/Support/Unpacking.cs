using System.IO.Compression;

namespace ContactsApi.Tests.Support;

public static class Unpacking
{
    /// <summary>The text of an answer, whether it came in gzip or as it is.</summary>
    public static async Task<string> ReadUnpackedAsync(this HttpContent content)
    {
        var sent = await content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await using var plain = content.Headers.ContentEncoding.Contains("gzip") ? new GZipStream(sent, CompressionMode.Decompress) : sent;
        return await new StreamReader(plain).ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
