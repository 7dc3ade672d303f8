using ContactsApi.Tests.Support;
using Microsoft.AspNetCore.Mvc.Testing;

namespace ContactsApi.Tests.Hosting;

/// <summary>Where a request comes from, behind the proxies 10.0.0.5 and 10.1.0.0/16.</summary>
public sealed class TrustedProxiesTests : IDisposable
{
    private readonly ContactsApp app = new();
    private readonly WebApplicationFactory<Program> behind;

    public TrustedProxiesTests() => behind = app.WithWebHostBuilder(host => host.UseSetting("Proxies:Known", "10.0.0.5, 10.1.0.0/16"));

    [Theory]
    [InlineData("10.0.0.5", "192.0.2.1", "192.0.2.1")]
    [InlineData("::ffff:10.0.0.5", "192.0.2.1", "192.0.2.1")]
    [InlineData("10.1.2.3", "2001:db8::1", "2001:db8::1")]
    [InlineData("10.1.2.3", "192.0.2.1, 10.0.0.5", "192.0.2.1")] // two proxies in a row
    [InlineData("10.1.2.3", "198.51.100.7, 192.0.2.1", "192.0.2.1")] // what the caller itself wrote in front
    [InlineData("10.1.2.3", "nonsense", "10.1.2.3")]
    [InlineData("10.2.0.1", "192.0.2.1", "10.2.0.1")] // nobody we know
    [InlineData("127.0.0.1", "192.0.2.1", "127.0.0.1")] // nor is this machine
    public async Task The_address_is_taken_from_known_proxies_only(string peer, string forwardedFor, string expected)
    {
        var context = await behind.AskFromAsync(peer, "/v1/channels", headers: ("X-Forwarded-For", forwardedFor));

        Assert.Equal(expected, context.Connection.RemoteIpAddress!.ToString().Replace("::ffff:", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("10.0.0.5", true)]
    [InlineData("10.2.0.1", false)]
    public async Task So_is_whether_the_caller_used_https(string peer, bool isTaken)
    {
        var context = await behind.AskFromAsync(peer, "/v1/channels", "GET", ("X-Forwarded-Proto", "https"), ("Host", "contacts.example"));

        Assert.Equal(isTaken ? "https" : "http", context.Request.Scheme);
        Assert.Equal(isTaken ? "max-age=31536000" : "", context.Response.Headers.StrictTransportSecurity.ToString());
    }

    [Fact]
    public async Task Without_known_proxies_nobody_is_believed()
    {
        var context = await app.AskFromAsync("127.0.0.1", "/v1/channels", "GET", ("X-Forwarded-For", "192.0.2.1"), ("X-Forwarded-Proto", "https"));

        Assert.Equal(("127.0.0.1", "http"), (context.Connection.RemoteIpAddress!.ToString(), context.Request.Scheme));
    }

    public void Dispose()
    {
        behind.Dispose();
        app.Dispose();
    }
}
