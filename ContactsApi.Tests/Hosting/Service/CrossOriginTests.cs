using ContactsApi.Storage;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Hosting.Service;

/// <summary>What pages of other sites get to see.</summary>
public sealed class CrossOriginTests : IDisposable
{
    private const string Listed = "https://a.example, https://b.example:8443";

    private readonly ContactsApp app = new();

    [Theory]
    [InlineData(Listed, "https://a.example", "https://a.example")]
    [InlineData(Listed, "https://b.example:8443", "https://b.example:8443")]
    [InlineData(Listed, "https://b.example", null)]
    [InlineData("https://a.example", "https://a.example.evil.example", null)]
    [InlineData("*", "https://a.example", "*")]
    [InlineData("", "https://a.example", null)]
    public async Task A_page_may_read_the_answer_if_its_site_is_listed(string origins, string origin, string? allowed)
    {
        var headers = (await AskAsync(origins, "/v1/channels", HttpMethod.Get, origin)).Response.Headers;

        Assert.Equal(allowed, Value(headers, "Access-Control-Allow-Origin"));
        Assert.Equal(
            allowed is null ? null : "ETag,Content-Language,Retry-After,RateLimit-Policy,RateLimit,X-Request-Id",
            Value(headers, "Access-Control-Expose-Headers"));
        Assert.Null(Value(headers, "Access-Control-Allow-Credentials"));
        Assert.Equal(origins.Length == 0 ? "same-origin" : "cross-origin", Value(headers, "Cross-Origin-Resource-Policy"));
    }

    [Theory]
    [InlineData(Listed, "https://a.example")]
    [InlineData(Listed, "https://c.example")]
    [InlineData(Listed, null)]
    [InlineData("https://a.example", "https://a.example")]
    [InlineData("*", "https://a.example")]
    [InlineData("*", null)]
    public async Task A_cache_keeps_the_answers_to_different_sites_apart(string origins, string? origin) =>
        Assert.Equal(
            ["Accept-Encoding", "Accept-Language", "Origin"], (await AskAsync(origins, "/v1/channels", HttpMethod.Get, origin)).Response.Headers.Vary.Order());

    [Fact]
    public async Task A_page_is_told_beforehand_what_it_may_send_and_keeps_that()
    {
        var answer = await AskAsync(Listed, "/v1/channels", HttpMethod.Options, "https://a.example", ("Access-Control-Request-Method", "GET"));

        Assert.Equal(204, (int)answer.Status);
        Assert.Equal("GET,HEAD,POST", Value(answer.Response.Headers, "Access-Control-Allow-Methods"));
        Assert.Equal("Content-Type,If-None-Match,traceparent,X-Request-Id,Last-Event-ID", Value(answer.Response.Headers, "Access-Control-Allow-Headers"));
        Assert.Equal("7200", Value(answer.Response.Headers, "Access-Control-Max-Age"));
    }

    [Theory]
    [InlineData(Listed)]
    [InlineData("*")]
    public async Task What_needs_a_key_is_out_of_their_reach(string origins)
    {
        var preflight = await AskAsync(origins, "/v1/admin/keys", HttpMethod.Options, "https://a.example", ("Access-Control-Request-Method", "GET"));
        var answer = await AskAsync(
            origins, "/v1/admin/keys", HttpMethod.Get, "https://a.example", ("Authorization", $"Bearer {app.KeyOf(Scope.Admin).Text}"));

        Assert.Equal(200, (int)answer.Status);
        Assert.Equal("same-origin", Value(answer.Response.Headers, "Cross-Origin-Resource-Policy"));
        Assert.All([preflight, answer], one => Assert.Null(Value(one.Response.Headers, "Access-Control-Allow-Origin")));
    }

    public void Dispose() => app.Dispose();

    private async Task<Answer> AskAsync(
        string origins, string uri, HttpMethod method, string? origin, params (string Name, string Value)[] headers)
    {
        await using var widened = app.WithWebHostBuilder(host => host.UseSetting("Cors:Origins", origins));
        using var client = widened.CreateClient();
        if (origin is not null)
            client.DefaultRequestHeaders.Add("Origin", origin);
        foreach (var (name, value) in headers)
            client.DefaultRequestHeaders.Add(name, value);
        return await client.AskAsync(uri, method: method);
    }

    private static string? Value(System.Net.Http.Headers.HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
}
