using ContactsApi.Hosting.Coding;

namespace ContactsApi.Tests.Hosting.Coding;

public sealed class ContentCodingTests
{
    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("br", "br")]
    [InlineData("br", "BR;q=0.2")]
    [InlineData("br", "br;q=1.0, gzip;q=0.8")]
    [InlineData("gzip", "br;q=0.1, GZIP;q=0.2")]
    [InlineData("gzip", "br;q=0.1", "gzip")]
    [InlineData("gzip", "br;q=0, *")]
    [InlineData("br", "*, gzip;q=0")]
    [InlineData("gzip", "gzip;q=0.5, identity;q=0.5")]
    [InlineData("br", "br;q=0.5, gzip;q=0.4, identity;q=0.5")]
    [InlineData("gzip", "gzip;q=0.5, br;q=0.4, identity;q=0.1")]
    [InlineData(null)]
    [InlineData(null, "")]
    [InlineData(null, "identity")]
    [InlineData(null, "deflate, zstd")]
    [InlineData(null, "br;q=0")]
    [InlineData(null, "gzip;q=0")]
    [InlineData(null, "*;q=0")]
    [InlineData(null, "br;q=0, *;q=0")]
    [InlineData(null, "gzip;q=0.5, br;q=0.9, identity")]
    [InlineData(null, "br;q=x")]
    [InlineData(null, "gzip/1")]
    [InlineData(null, "gzipped, brotli")]
    public void The_coding_that_is_liked_best_is_sent(string? expected, params string[] acceptEncoding)
    {
        Assert.Equal(expected, ContentCoding.For(acceptEncoding, likesBrotli: true));
        Assert.Equal(expected, ContentCoding.For(acceptEncoding, likesBrotli: false));
    }

    [Theory]
    [InlineData("gzip, deflate, br, zstd")]
    [InlineData("br, gzip")]
    [InlineData("br;q=0.3, gzip;q=0.3")]
    [InlineData("*")]
    [InlineData("identity;q=0, *;q=0.1")]
    public void Whoever_likes_both_alike_gets_which_the_service_likes(string acceptEncoding)
    {
        Assert.Equal("br", ContentCoding.For(acceptEncoding, likesBrotli: true));
        Assert.Equal("gzip", ContentCoding.For(acceptEncoding, likesBrotli: false));
    }
}
