using System.Diagnostics.Metrics;
using System.Net;
using ContactsApi.Hosting.Limits;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace ContactsApi.Tests.Hosting.Caching;

/// <summary>An answer that is at hand goes out first of all. Nothing that a request has to pass is passed by it.</summary>
public sealed class ResponseCacheTests : IDisposable
{
    private const string Question = "/v1/best-channel?segment=individual";

    private readonly ContactsApp app = new()
    {
        Settings = new Dictionary<string, string> { ["Limits:AddressPerMinute"] = "3", ["Limits:KeyPerMinute"] = "5" },
    };

    [Fact]
    public async Task A_bad_key_is_refused()
    {
        await AskAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, (await app.CreateClient().With("cak_wrong").AskAsync(Question)).Status);
    }

    [Fact]
    public async Task It_is_counted_and_refused_like_any_other()
    {
        Assert.Equal(["2", "1", "0"], [await LeftAsync(), await LeftAsync(), await LeftAsync()]);

        var refused = await AskAsync();

        Assert.Equal((HttpStatusCode.TooManyRequests, "0"), (refused.Status, Left(refused)));
    }

    [Fact]
    public async Task With_a_key_it_is_counted_for_the_key()
    {
        using var client = app.CreateClientWith(Scope.Steward);
        await client.AskAsync(Question);

        var answer = await client.AskAsync(Question);

        Assert.Equal("3", Left(answer));
    }

    [Fact]
    public async Task It_is_counted_under_the_route_that_gave_it()
    {
        using var client = app.CreateClient();
        var meters = app.Services.GetRequiredService<IMeterFactory>();
        using var measurements = new Measurements(meter => meter.Scope == meters);

        await client.AskAsync(Question);
        await client.AskAsync(Question);

        // A request is measured after its answer was sent.
        await Eventually.IsTrueAsync(() => measurements.Of("http.server.request.duration").Count == 2);
        Assert.Equal(
            ["/v1/best-channel", "/v1/best-channel"], measurements.Of("http.server.request.duration").Select(request => request.Tags["http.route"]));
    }

    public void Dispose() => app.Dispose();

    private Task<Answer> AskAsync() => app.CreateClient().AskAsync(Question);

    private async Task<string> LeftAsync() => Left(await AskAsync());

    private static string Left(Answer answer) =>
        Assert.Single(answer.Response.Headers.GetValues(RequestLimiter.LeftHeader)).Split("r=")[1].Split(';')[0];
}
