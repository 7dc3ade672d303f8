using System.Net;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Hosting.Coding;

/// <summary>A phone on a bad line gets few bytes, and the very same answer.</summary>
public sealed class CompressedAnswerTests : IDisposable
{
    private const string Best = "/v1/best-channel?segment=individual&timeZone=Asia/Vladivostok";

    private readonly ContactsApp app = new();

    private readonly HttpClient client;

    public CompressedAnswerTests() => client = app.CreateClient();

    [Theory]
    [InlineData(Best)]
    [InlineData("/v1/best-channel?segment=abroad&at=2026-12-31T23:59:59Z")]
    [InlineData("/v1/channels")]
    [InlineData("/v1/channels/telegram")]
    [InlineData("/v1/channels/hotline/availability?segment=individual")]
    [InlineData("/v1/channels/hotline/schedule?segment=individual&from=2026-11-23&to=2026-11-29")]
    [InlineData("/v1/channels/hotline/schedule.ics?segment=individual")]
    [InlineData("/v1/channels/hotline/qr.svg?of=tel")]
    [InlineData("/v1/contact-points.jsonld")]
    [InlineData("/v1/regions")]
    [InlineData("/v1/channels/hotline/contact.vcf")]
    [InlineData("/v1/quality")]
    [InlineData("/v1/calendar/2026")]
    [InlineData("/v1/revisions/1")]
    [InlineData("/v1/best-channel?segment=individual&view=short")]
    [InlineData("/v1/channels?view=short")]
    [InlineData("/openapi.yaml")]
    public async Task An_answer_is_the_same_in_fewer_bytes(string uri)
    {
        // The first time, then from memory, then with a moment that is written in more characters, and in fewer again.
        foreach (var later in new[] { 0, 0, 0.1234567, 0.0000003, 0.000009, 0.1234567 })
        {
            app.Time.AdjustTime(app.Time.GetUtcNow().AddSeconds(later));
            using var plain = await AskAsync(uri);
            Assert.Empty(plain.Content.Headers.ContentEncoding);
            foreach (var coding in new[] { "gzip", "br" })
            {
                using var packed = await AskAsync(uri, coding);

                Assert.Equal([coding], packed.Content.Headers.ContentEncoding);
                Assert.Equal(await TextAsync(plain), await TextAsync(packed));
                Assert.InRange(await LengthAsync(packed), 1, await LengthAsync(plain) - 1);
                Assert.Contains("Accept-Encoding", packed.Headers.Vary);
                Assert.Equal(plain.Headers.ETag, packed.Headers.ETag);
            }
        }
    }

    /// <summary>Brotli saves a tenth more in twice the time, so it is for what is asked for again.</summary>
    [Theory]
    [InlineData(Best)]
    [InlineData("/v1/channels")]
    [InlineData("/v1/best-channel?segment=individual&view=short")]
    public async Task Whoever_takes_both_codings_gets_in_Brotli_what_was_asked_for_before(string uri)
    {
        using var first = await AskAsync(uri, "gzip, deflate, br, zstd");
        using var second = await AskAsync(uri, "gzip, deflate, br, zstd");

        Assert.Equal(["gzip"], first.Content.Headers.ContentEncoding);
        Assert.Equal(["br"], second.Content.Headers.ContentEncoding);
        Assert.InRange(await LengthAsync(second), 1, await LengthAsync(first) * 0.95);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Many_answers_at_once_are_compressed(string coding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/best-channel/batch")
        {
            Content = new StringContent("""{"questions":[{"segment":"individual"},{"segment":"abroad"}]}""", System.Text.Encoding.UTF8, "application/json"),
            Headers = { { "Accept-Encoding", coding } },
        };
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal([coding], response.Content.Headers.ContentEncoding);
        Assert.Equal(2, Json.Parse(await response.Content.ReadUnpackedAsync())["answers"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("/v1/channels/hotline/qr.png?of=tel")]
    [InlineData("/v1/regions/RU-PRI")]
    [InlineData("/v1/channels/hotline/opening-hours?segment=individual")]
    [InlineData("/v1/calendar/days/2027-01-09")]
    [InlineData("/v1/channels/pigeon")]
    public async Task What_is_short_or_a_picture_goes_as_it_is(string uri)
    {
        using var answer = await AskAsync(uri, "gzip, br");

        Assert.Empty(answer.Content.Headers.ContentEncoding);
        Assert.DoesNotContain("Accept-Encoding", answer.Headers.Vary);
    }

    /// <summary>From the length of what is compressed may be guessed what is in it.</summary>
    [Theory]
    [InlineData(Best)]
    [InlineData("/v1/channels")]
    [InlineData("/v1/revisions")]
    [InlineData("/v1/admin/audit")]
    [InlineData("/v1/admin/keys")]
    [InlineData("/v1/admin/channels")]
    [InlineData("/")]
    public async Task Nothing_that_comes_with_a_key_is_compressed(string uri)
    {
        (await AskAsync(uri, "gzip, br")).Dispose();
        client.With(app.KeyOf(Scope.Admin).Text);

        using var answer = await AskAsync(uri, "gzip, br");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(answer.Content.Headers.ContentEncoding);
    }

    [Theory]
    [InlineData(null, "gzip")]
    [InlineData("gzip", null)]
    [InlineData("gzip", "gzip")]
    [InlineData("br", "gzip")]
    [InlineData("gzip", "br")]
    public async Task That_an_answer_still_holds_is_known_by_its_tag_in_any_coding(string? had, string? asked)
    {
        using var first = await AskAsync(Best, had);
        client.DefaultRequestHeaders.TryAddWithoutValidation("If-None-Match", first.Headers.ETag!.ToString());

        using var news = await AskAsync(Best, asked);

        Assert.Equal(HttpStatusCode.NotModified, news.StatusCode);
        Assert.Empty(news.Content.Headers.ContentEncoding);
        Assert.Equal(first.Headers.Vary, news.Headers.Vary);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task The_head_of_an_answer_is_that_of_the_answer_itself(string coding)
    {
        using var answer = await AskAsync(Best, coding);
        using var request = new HttpRequestMessage(HttpMethod.Head, Best) { Headers = { { "Accept-Encoding", coding } } };
        using var head = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(answer.Content.Headers.ContentEncoding, head.Content.Headers.ContentEncoding);
        Assert.Equal(answer.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
    }

    public void Dispose()
    {
        client.Dispose();
        app.Dispose();
    }

    private async Task<HttpResponseMessage> AskAsync(string uri, string? coding = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, uri);
        if (coding is not null)
            request.Headers.AcceptEncoding.ParseAdd(coding);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static Task<string> TextAsync(HttpResponseMessage answer) => answer.Content.ReadUnpackedAsync();

    private static async Task<int> LengthAsync(HttpResponseMessage answer) => (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length;
}
