using System.IO.Compression;
using System.Text;
using ContactsApi.Hosting.Coding;
using Microsoft.AspNetCore.Http;

namespace ContactsApi.Tests.Hosting.Coding;

public sealed class KeptBodyTests
{
    /// <summary>Brotli knows these words by heart, and finds them by how much was said before them.</summary>
    private static readonly byte[] Text = Encoding.UTF8.GetBytes(
        "00\" " + string.Concat(Enumerable.Range(0, 40).Select(i => $"{i} government information available international environment development ")));

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    [InlineData("identity")]
    public async Task It_reads_as_what_was_sent_whatever_the_length_of_the_beginning(string coding)
    {
        var body = new KeptBody("text/plain", Text, rest: 4);
        foreach (var moment in new[] { "20:00:00", "20:00:00.5", "20:00:00.123", "20:00:00.5", "20:00:01" })
        {
            var context = new DefaultHttpContext { Request = { Headers = { AcceptEncoding = coding } }, Response = { Body = new MemoryStream() } };
            await body.SendAsync(context, Encoding.UTF8.GetBytes($"{moment}\" "));

            Assert.Equal($"{moment}\" {Encoding.UTF8.GetString(Text)[4..]}", await UnpackedAsync(context.Response));
            Assert.Equal(context.Response.Body.Length, context.Response.ContentLength);
        }
    }

    private static async Task<string> UnpackedAsync(HttpResponse response)
    {
        response.Body.Position = 0;
        var plain = response.Headers.ContentEncoding.ToString() switch
        {
            "br" => new BrotliStream(response.Body, CompressionMode.Decompress, leaveOpen: true),
            "gzip" => new GZipStream(response.Body, CompressionMode.Decompress, leaveOpen: true),
            _ => response.Body,
        };
        return await new StreamReader(plain).ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
