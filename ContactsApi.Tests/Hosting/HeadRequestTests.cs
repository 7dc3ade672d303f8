using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Hosting;

public sealed class HeadRequestTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    [Theory]
    [InlineData("/v1/best-channel?segment=individual")]
    [InlineData("/v1/best-channel?segment=nobody")]
    [InlineData("/v1/channels/pigeon")]
    [InlineData("/v1/channels/hotline/schedule.ics?segment=individual")]
    [InlineData("/v1/channels/hotline/qr.png?of=tel")]
    [InlineData("/openapi.yaml")]
    [InlineData("/openapi.admin.json")]
    [InlineData("/health/ready")]
    public async Task Head_answers_as_get_does_without_a_body(string uri)
    {
        using var client = app.CreateClient();
        using var get = await client.GetAsync(uri, TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Head, uri);

        using var head = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Equal(get.Headers.CacheControl, head.Headers.CacheControl);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }
}
