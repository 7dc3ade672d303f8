using System.Net;
using System.Threading.RateLimiting;
using ContactsApi.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace ContactsApi.Tests.Hosting.Overload;

/// <summary>Two requests are worked on at once, and one more waits.</summary>
public sealed class CrowdTests : IDisposable
{
    private const int AtOnce = 2;
    private const int Admitted = AtOnce + 1;
    private const string Question = "/v1/best-channel?segment=individual";

    private readonly ContactsApp app = new();
    private readonly SlowRoute slow = new();
    private readonly WebApplicationFactory<Program> small;
    private readonly HttpClient client;

    public CrowdTests()
    {
        small = app.WithWebHostBuilder(host =>
        {
            host.UseSetting("Server:RequestsAtOnce", $"{AtOnce}");
            host.UseSetting("Server:RequestsWaiting", "1");
            host.ConfigureTestServices(services => services.AddSingleton<IStartupFilter>(slow));
        });
        client = small.CreateClient();
    }

    [Fact]
    public async Task What_comes_beyond_capacity_is_refused_while_the_rest_still_waits_and_that_is_answered()
    {
        var crowd = await CrowdAsync(of: 12);

        var refused = crowd.Where(request => request.IsCompleted).Select(request => request.Result).ToList();
        Assert.Equal(12 - Admitted, refused.Count);
        Assert.All(refused, answer =>
        {
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "application/problem+json"), (answer.Status, answer.MediaType));
            Assert.Equal("overloaded", answer.Body["code"].Text());
            Assert.Equal(TimeSpan.FromSeconds(1), answer.Response.Headers.RetryAfter?.Delta);
        });

        slow.GoOn.SetResult();
        var answers = await Task.WhenAll(crowd);
        Assert.Equal(Admitted, answers.Count(answer => (answer.Status, answer.Text) == (HttpStatusCode.OK, SlowRoute.Answer)));
    }

    /// <summary>Its timer would keep a service that has ended, and all that it holds, in memory.</summary>
    [Fact]
    public void Nobody_is_counted_once_the_service_has_ended()
    {
        var queues = small.Services.GetRequiredService<PartitionedRateLimiter<HttpContext>>();
        Assert.NotNull(queues.GetStatistics(new DefaultHttpContext()));

        small.Dispose();

        Assert.Throws<ObjectDisposedException>(() => queues.GetStatistics(new DefaultHttpContext()));
    }

    [Fact]
    public async Task In_a_crowd_health_and_what_is_at_hand_are_answered()
    {
        var before = await client.AskAsync(Question);
        var crowd = await CrowdAsync(of: Admitted + 1);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.AskAsync("/v1/regions")).Status);
        Assert.Equal(HttpStatusCode.OK, (await client.AskAsync("/health/live")).Status);
        Assert.Equal(HttpStatusCode.OK, (await client.AskAsync("/health/ready")).Status);
        Assert.Equal((HttpStatusCode.OK, before.Text), ((await client.AskAsync(Question)).Status, (await client.AskAsync(Question)).Text));

        slow.GoOn.SetResult();
        await Task.WhenAll(crowd);
        Assert.Equal(HttpStatusCode.OK, (await client.AskAsync("/v1/regions")).Status);
    }

    public void Dispose()
    {
        small.Dispose();
        app.Dispose();
    }

    /// <summary>So many requests at once, as soon as all that are too many have been refused.</summary>
    private async Task<List<Task<Answer>>> CrowdAsync(int of)
    {
        var crowd = Ask(AtOnce);
        // Who came before is answered, but may not have left yet.
        await Eventually.IsTrueAsync(() => slow.Begun == AtOnce);
        crowd.AddRange(Ask(of - AtOnce));
        await Eventually.IsTrueAsync(() => crowd.Count(request => request.IsCompleted) == of - Admitted);
        return crowd;

        List<Task<Answer>> Ask(int many) => [.. Enumerable.Range(0, many).Select(_ => client.AskAsync(SlowRoute.Path))];
    }

    /// <summary>A route that takes as long as the test likes.</summary>
    private sealed class SlowRoute : IStartupFilter
    {
        public const string Path = "/test/slow";
        public const string Answer = "done";

        private int begun;

        public int Begun => Volatile.Read(ref begun);

        public TaskCompletionSource GoOn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => builder =>
        {
            next(builder);
            ((IEndpointRouteBuilder)builder.Properties["__EndpointRouteBuilder"]!).MapGet(Path, async () =>
            {
                Interlocked.Increment(ref begun);
                await GoOn.Task;
                return Answer;
            });
        };
    }
}
