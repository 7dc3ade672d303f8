using System.Buffers;
using ContactsApi.Hosting.Access;
using Microsoft.Net.Http.Headers;

namespace ContactsApi.Hosting.Coding;

/// <summary>
/// A body that is sent again and again, of which the beginning may be another each time. Whoever can take it gets it compressed, and it is
/// compressed once.
/// </summary>
/// <param name="contentType">With its charset, where it is text.</param>
/// <param name="body">All of it, with one of its beginnings.</param>
/// <param name="rest">Where all that changes has been said: what stands from here on is always the same, as are the two bytes before.</param>
/// <param name="wasSent">Whether it was sent before it was kept.</param>
public sealed class KeptBody(string contentType, ReadOnlyMemory<byte> body, int rest, bool wasSent = false)
{
    private readonly bool isCompressed = Compression.IsWorthIt(contentType, body.Length) && rest <= BrotliBody.LongestBeginning;

    /// <summary>One for each length of a beginning: the fraction of a second is written in more digits or in fewer.</summary>
    private BrotliBody[] brotli = [];

    private GzipBody? gzip;

    /// <summary>What it takes in memory, in bytes, roughly: in both codings, once the second asks, not more than three quarters as much again.</summary>
    public int Size => isCompressed ? body.Length + body.Length * 3 / 4 : body.Length;

    public void SetVary(IHeaderDictionary headers)
    {
        if (isCompressed)
            headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
    }

    /// <param name="beginning">What stands before the rest this time.</param>
    public async ValueTask SendAsync(HttpContext context, ReadOnlyMemory<byte> beginning)
    {
        var coding = isCompressed ? CodingFor(context.Request) : null;
        ICodedBody? coded = coding switch
        {
            ContentCoding.Brotli => BrotliFor(beginning.Span),
            ContentCoding.Gzip => gzip ??= new GzipBody(body[rest..]),
            _ => null,
        };
        wasSent = true;
        var response = context.Response;
        response.ContentType = contentType;
        if (coding is not null)
            response.Headers.ContentEncoding = coding;
        response.ContentLength = coded?.LengthWith(beginning.Length) ?? beginning.Length + body.Length - rest;
        // What is written before the headers are would be copied once more.
        await response.StartAsync();
        var writer = response.BodyWriter;
        if (coded is not null)
        {
            coded.Write(writer, beginning.Span);
        }
        else
        {
            writer.Write(beginning.Span);
            writer.Write(body.Span[rest..]);
        }

        await writer.FlushAsync();
    }

    /// <summary>
    /// From the length of what is compressed may be guessed what is in it, so nothing is that comes with a key. Brotli takes twice as long to save a
    /// tenth more: whoever takes both gets it of what is asked for again.
    /// </summary>
    private string? CodingFor(HttpRequest request) => ApiKeyHandler.HasKey(request) ? null : ContentCoding.For(request.Headers.AcceptEncoding, likesBrotli: wasSent);

    private BrotliBody BrotliFor(ReadOnlySpan<byte> beginning)
    {
        foreach (var made in brotli)
        {
            if (made.Takes(beginning.Length))
                return made;
        }

        var coded = new BrotliBody(beginning, body[rest..]);
        brotli = [.. brotli, coded];
        return coded;
    }
}
