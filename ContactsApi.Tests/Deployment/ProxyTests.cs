using System.Net;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Deployment;

/// <summary>Two replicas of the built service on one PostgreSQL server, behind the proxy as it is deployed.</summary>
[Collection<Alone>]
public sealed class ProxyTests : IAsyncLifetime
{
    private const string Question = "/v1/best-channel?segment=individual";

    private readonly PostgresStore store = new();
    private readonly TemporaryFolder folder = new();
    private readonly List<ServiceProcess> replicas = [];
    private readonly HttpClient client = new();
    private Proxy? proxy;

    public async ValueTask InitializeAsync()
    {
        replicas.AddRange([Replica(), Replica()]);
        proxy = new Proxy(await replicas[0].AddressAsync(), await replicas[1].AddressAsync());
        client.BaseAddress = proxy.Address;
        await proxy.ListensAsync();
    }

    [Fact]
    public async Task A_replica_that_is_killed_costs_no_reader_an_answer()
    {
        var (asked, isKilled) = (0, false);
        var readers = Enumerable.Range(0, 4).Select(async _ =>
        {
            List<HttpStatusCode> statuses = [];
            for (var left = 50; left > 0; left -= Volatile.Read(ref isKilled) ? 1 : 0)
            {
                var number = Interlocked.Increment(ref asked);
                // Every other question is a new one, which no cache knows the answer to.
                statuses.Add((await client.AskAsync(number % 2 == 0 ? Question : $"{Question}&at=2026-11-23T12:00:00.{number:000000}Z")).Status);
            }

            return statuses;
        }).ToList();
        await Eventually.IsTrueAsync(() => Volatile.Read(ref asked) > 100);
        var killing = replicas[0].KillAsync();
        Volatile.Write(ref isKilled, true);
        await killing;

        Assert.All((await Task.WhenAll(readers)).SelectMany(statuses => statuses), status => Assert.Equal(HttpStatusCode.OK, status));
    }

    [Fact]
    public async Task Nobody_takes_the_address_of_somebody_else()
    {
        List<string> left = [];
        foreach (var claimed in new[] { "192.0.2.1", "192.0.2.2", "192.0.2.3" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, Question);
            request.Headers.Add("X-Forwarded-For", claimed);
            using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            left.Add(answer.Headers.GetValues("RateLimit").Single());
        }

        // Each replica counts what it gets: of three requests to two of them, not all can be the first of an address.
        Assert.Contains(left, one => !one.Contains("r=1199", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_stream_is_passed_on_as_it_comes()
    {
        using var stream = await EventReader.OpenAsync(client, "/v1/stream?segment=individual");

        Assert.Equal("best-channel", (await stream.NextAsync()).Type);
        Assert.Equal(StreamEvent.Heartbeat, (await stream.NextOfAnyKindAsync()).Type);
    }

    public async ValueTask DisposeAsync()
    {
        proxy?.Dispose();
        client.Dispose();
        foreach (var replica in replicas)
            await replica.DisposeAsync();
        store.Dispose();
        folder.Dispose();
    }

    private ServiceProcess Replica() =>
        new(folder.File("unused.db"), ("Store__Postgres", store.ConnectionString), ("Proxies__Known", "127.0.0.1"), ("Server__HeartbeatSeconds", "1"));
}
