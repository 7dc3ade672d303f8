using ContactsApi.Hosting.Access;
using ContactsApi.Hosting.Limits;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace ContactsApi.Tests.Hosting.Limits;

/// <summary>Three requests a minute for an address, five for a key, one open write an hour.</summary>
public sealed class LimitTests : IDisposable
{
    private readonly ContactsApp app = new();
    private readonly WebApplicationFactory<Program> limited;

    public LimitTests() => limited = app.WithWebHostBuilder(host =>
    {
        host.UseSetting("Limits:AddressPerMinute", "3");
        host.UseSetting("Limits:KeyPerMinute", "5");
        host.UseSetting("Limits:OpenWritesPerHour", "1");
        host.ConfigureTestServices(services => services.AddSingleton<IStartupFilter, OpenWriteRoute>());
    });

    [Fact]
    public async Task Every_answer_says_what_is_left_until_nothing_is()
    {
        Assert.Equal(("\"address\";q=3;w=60", "\"address\";r=2;t=60"), Told(await AskAsync("192.0.2.1")));
        app.Time.Advance(TimeSpan.FromSeconds(20.5));
        Assert.Equal(("\"address\";q=3;w=60", "\"address\";r=1;t=40"), Told(await AskAsync("192.0.2.1", "/v1/nothing")));
        Assert.Equal(("\"address\";q=3;w=60", "\"address\";r=0;t=40"), Told(await AskAsync("192.0.2.1")));

        var refused = await AskAsync("192.0.2.1");
        Assert.Equal(("\"address\";q=3;w=60", "\"address\";r=0;t=40"), Told(refused));
        Assert.Equal((429, "40"), (refused.Response.StatusCode, refused.Response.Headers.RetryAfter.ToString()));

        app.Time.Advance(TimeSpan.FromSeconds(39.5));
        Assert.Equal(("\"address\";q=3;w=60", "\"address\";r=2;t=60"), Told(await AskAsync("192.0.2.1")));
    }

    [Fact]
    public async Task A_refusal_is_a_problem_as_the_draft_has_it()
    {
        await ExhaustAsync("192.0.2.1");
        var refused = await AskAsync("192.0.2.1");

        var problem = Json.Parse(await new StreamReader(refused.Response.Body).ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.Equal("https://iana.org/assignments/http-problem-types#quota-exceeded", problem["type"].Text());
        Assert.Equal("too-many-requests", problem["code"].Text());
        Assert.Equal(["address"], problem["violated-policies"]!.AsArray().Select(name => name.Text()));
    }

    [Theory]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", true)]
    [InlineData("2001:db8:0:1::1", "2001:db8:0:1:ffff::2", true)]
    [InlineData("2001:db8:0:1::1", "2001:db8:0:2::1", false)]
    public async Task Requests_of_one_address_are_counted_together(string one, string other, bool isSame)
    {
        await ExhaustAsync(one);

        Assert.Equal(isSame ? 429 : 200, (await AskAsync(other)).Response.StatusCode);
    }

    [Fact]
    public async Task A_key_has_a_limit_of_its_own_wherever_it_is_used()
    {
        await ExhaustAsync("192.0.2.1");
        var (key, other) = (Bearer(), Bearer());

        for (var i = 4; i >= 0; i--)
            Assert.Equal(("\"key\";q=5;w=60", $"\"key\";r={i};t=60"), Told(await AskAsync($"192.0.2.{i}", headers: key)));
        Assert.Equal(429, (await AskAsync("192.0.2.9", headers: key)).Response.StatusCode);
        Assert.Equal(200, (await AskAsync("192.0.2.9", headers: other)).Response.StatusCode);
    }

    [Fact]
    public async Task Whoever_tries_keys_is_counted_by_address()
    {
        for (var i = 0; i < 3; i++)
            Assert.Equal(401, (await AskAsync("192.0.2.1", headers: ("Authorization", $"Bearer {KeyText.New(KeyText.NewId())}"))).Response.StatusCode);
        Assert.Equal(429, (await AskAsync("192.0.2.1", headers: ("Authorization", $"Bearer {KeyText.New(KeyText.NewId())}"))).Response.StatusCode);
    }

    [Fact]
    public async Task Health_is_never_limited_and_tells_of_no_limit()
    {
        await ExhaustAsync("192.0.2.1");

        Assert.Equal(("", ""), Told(await AskAsync("192.0.2.1", "/health/live")));
        Assert.Equal(200, (await AskAsync("192.0.2.1", "/health/ready")).Response.StatusCode);
    }

    [Fact]
    public async Task Open_writes_have_a_stricter_limit_for_those_without_a_key()
    {
        var first = await AskAsync("192.0.2.1", OpenWriteRoute.Path, "POST");
        var second = await AskAsync("192.0.2.1", OpenWriteRoute.Path, "POST");

        Assert.Equal(200, first.Response.StatusCode);
        Assert.Equal(("\"address\";q=3;w=60, \"open-writes\";q=1;w=3600", "\"address\";r=2;t=60, \"open-writes\";r=0;t=3600"), Told(first));
        Assert.Equal((429, "3600"), (second.Response.StatusCode, second.Response.Headers.RetryAfter.ToString()));
        // Refused once, counted once.
        Assert.Equal(200, (await AskAsync("192.0.2.1")).Response.StatusCode);
        Assert.Equal(200, (await AskAsync("192.0.2.1", OpenWriteRoute.Path, "POST", Bearer())).Response.StatusCode);
    }

    [Fact]
    public async Task Without_limits_nobody_is_told_of_any()
    {
        for (var i = 0; i < 10; i++)
            Assert.Equal(("", ""), Told(await app.AskFromAsync("192.0.2.1", "/v1/channels")));
    }

    public void Dispose()
    {
        limited.Dispose();
        app.Dispose();
    }

    private (string, string) Bearer() => ("Authorization", $"Bearer {limited.Services.GetRequiredService<ApiKeys>().Create("Anna", Scope.Read, null, new("a test")).Text}");

    private Task<HttpContext> AskAsync(string address, string path = "/v1/channels", string method = "GET", params (string, string)[] headers) =>
        limited.AskFromAsync(address, path, method, headers);

    private async Task ExhaustAsync(string address)
    {
        for (var i = 0; i < 3; i++)
            Assert.Equal(200, (await AskAsync(address)).Response.StatusCode);
    }

    private static (string Policy, string Left) Told(HttpContext context) =>
        (context.Response.Headers["RateLimit-Policy"].ToString(), context.Response.Headers["RateLimit"].ToString());

    /// <summary>A route at which anyone may write.</summary>
    private sealed class OpenWriteRoute : IStartupFilter
    {
        public const string Path = "/test/open-write";

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            next(app);
            ((IEndpointRouteBuilder)app.Properties["__EndpointRouteBuilder"]!).MapPost(Path, () => "written").WithOpenWriteLimit();
        };
    }
}
