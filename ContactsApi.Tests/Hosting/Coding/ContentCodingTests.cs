using ContactsApi.Hosting.Coding;

namespace ContactsApi.Tests.Hosting.Coding;

public sealed class ContentCodingTests
{
    [Theory]
    [InlineData(true, "gzip")]
    [InlineData(true, "gzip, deflate, br, zstd")]
    [InlineData(true, "br;q=1.0, GZIP;q=0.2")]
    [InlineData(true, "br", "gzip")]
    [InlineData(true, "*")]
    [InlineData(true, "gzip;q=0.5, identity;q=0.5")]
    [InlineData(true, "identity;q=0, *;q=0.1")]
    [InlineData(false)]
    [InlineData(false, "")]
    [InlineData(false, "identity")]
    [InlineData(false, "br")]
    [InlineData(false, "gzip;q=0")]
    [InlineData(false, "*, gzip;q=0")]
    [InlineData(false, "*;q=0")]
    [InlineData(false, "gzip;q=0.5, identity")]
    [InlineData(false, "gzip;q=x")]
    [InlineData(false, "gzip/1")]
    [InlineData(false, "gzipped")]
    public void Gzip_is_sent_to_whom_takes_it_and_likes_nothing_better(bool expected, params string[] acceptEncoding) =>
        Assert.Equal(expected, ContentCoding.TakesGzip(acceptEncoding));
}
