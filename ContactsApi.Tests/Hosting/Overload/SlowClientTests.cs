using System.Net;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Hosting.Overload;

/// <summary>Clients that open connections and then take their time: the built service, over real connections.</summary>
public sealed class SlowClientTests : IDisposable
{
    private const string HalfAHead = "GET /v1/best-channel?segment=individual HTTP/1.1\r\nHost: localhost\r\nAccept-Lang";

    private const string HalfABody =
        "POST /v1/corrections HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 9000\r\n\r\n{";

    private readonly TemporaryStore store = new();
    private readonly List<RawConnection> connections = [];

    [Fact]
    public async Task Hundreds_that_send_half_a_head_or_nothing_keep_nobody_from_an_answer()
    {
        await using var service = new ServiceProcess(store.Path);
        var address = await service.AddressAsync();
        for (var i = 0; i < 400; i++)
            await OpenAsync(address, i % 2 == 0 ? HalfAHead : "");
        using var client = new HttpClient { BaseAddress = address };

        foreach (var _ in Enumerable.Range(0, 50))
        {
            var answer = await client.GetJsonAsync("/v1/best-channel?segment=individual&at=2026-11-22T03:00:00%2B03:00");
            Assert.Equal("portal-chat", answer["best"]!["channelId"].Text());
        }
    }

    [Fact]
    public async Task Who_is_too_slow_is_cut_off()
    {
        await using var service = new ServiceProcess(store.Path, ("Server__HeadSeconds", "1"), ("Server__IdleSeconds", "1"));
        var address = await service.AddressAsync();

        var ends = await Task.WhenAll(
            EndOfAsync(await OpenAsync(address, HalfAHead)), EndOfAsync(await OpenAsync(address, HalfABody)), EndOfAsync(await OpenAsync(address, "")));

        Assert.StartsWith("HTTP/1.1 408 ", ends[0]);
        Assert.StartsWith("HTTP/1.1 408 ", ends[1]);
        Assert.Contains("\"body-too-slow\"", ends[1]);
        Assert.Empty(ends[2]);
    }

    [Fact]
    public async Task A_connection_too_many_is_closed_at_once_and_slow_ones_make_room_again()
    {
        await using var service = new ServiceProcess(store.Path, ("Server__Connections", "20"), ("Server__ConnectionsPerAddress", "20"), ("Server__HeadSeconds", "3"));
        var address = await service.AddressAsync();
        using var client = new HttpClient { BaseAddress = address };
        for (var i = 0; i < 20; i++)
            await OpenAsync(address, HalfAHead);

        await Assert.ThrowsAsync<HttpRequestException>(() => client.AskAsync("/health/live"));

        await Task.WhenAll(connections.Select(EndOfAsync));
        Assert.Equal(HttpStatusCode.OK, (await client.AskAsync("/health/live")).Status);
    }

    public void Dispose()
    {
        foreach (var connection in connections)
            connection.Dispose();
        store.Dispose();
    }

    private static Task<string> EndOfAsync(RawConnection connection) =>
        connection.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

    private async Task<RawConnection> OpenAsync(Uri address, string words)
    {
        var connection = await RawConnection.OpenAsync(address);
        connections.Add(connection);
        await connection.SendAsync(words);
        return connection;
    }
}
