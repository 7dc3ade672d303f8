using System.Net;
using System.Net.Sockets;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Deployment;

/// <summary>The proxy before replicas that take a request and die of it.</summary>
[Collection<Alone>]
public sealed class RepeatedRequestTests : IDisposable
{
    private readonly TcpListener[] replicas = [new(IPAddress.Loopback, 0), new(IPAddress.Loopback, 0)];
    private int requests;

    [Theory]
    [InlineData("GET", 2)]
    [InlineData("HEAD", 2)]
    [InlineData("POST", 1)]
    [InlineData("PUT", 1)]
    [InlineData("PATCH", 1)]
    [InlineData("DELETE", 1)]
    public async Task What_reads_is_asked_of_another_and_what_may_have_written_is_not(string method, int times)
    {
        foreach (var replica in replicas)
        {
            replica.Start();
            _ = DieOfRequestsAsync(replica);
        }

        using var proxy = new Proxy(AddressOf(replicas[0]), AddressOf(replicas[1]));
        using var client = new HttpClient { BaseAddress = proxy.Address };
        await proxy.ListensAsync();

        var answer = await client.AskAsync("/v1/admin/topics/a-topic", method: new HttpMethod(method));

        Assert.Equal((HttpStatusCode.BadGateway, times), (answer.Status, requests));
    }

    public void Dispose() => Array.ForEach(replicas, replica => replica.Dispose());

    private static Uri AddressOf(TcpListener listener) => new($"http://{listener.LocalEndpoint}");

    private async Task DieOfRequestsAsync(TcpListener replica)
    {
        while (true)
        {
            using var connection = await replica.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
            await connection.GetStream().ReadAtLeastAsync(new byte[4096], 1, cancellationToken: TestContext.Current.CancellationToken);
            Interlocked.Increment(ref requests);
        }
    }
}
