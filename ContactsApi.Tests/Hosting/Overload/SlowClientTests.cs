using System.Net;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Hosting.Overload;

/// <summary>Clients that open connections and then take their time: the built service, over real connections.</summary>
[Collection<Alone>]
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
        await using var service = new ServiceProcess(store.Path, ("Server__HeadSeconds", "1"));
        var address = await service.AddressAsync();

        var ends = await Task.WhenAll(EndOfAsync(await OpenAsync(address, HalfAHead)), EndOfAsync(await OpenAsync(address, HalfABody)));

        Assert.All(ends, end => Assert.StartsWith("HTTP/1.1 408 ", end));
        Assert.Contains("\"body-too-slow\"", ends[1]);
    }

    [Fact]
    public async Task Who_says_nothing_is_cut_off_and_makes_room()
    {
        await using var service = new ServiceProcess(store.Path, ("Server__IdleSeconds", "1"), ("Server__Connections", "1"));
        var address = await service.AddressAsync();
        using var client = new HttpClient { BaseAddress = address };

        Assert.Empty(await EndOfAsync(await OpenAsync(address, "")));

        await Eventually.IsTrueAsync(() => IsLiveAsync(client));
    }

    [Fact]
    public async Task A_connection_too_many_is_closed_at_once_and_one_that_ends_makes_room()
    {
        await using var service = new ServiceProcess(store.Path, ("Server__Connections", "20"), ("Server__ConnectionsPerAddress", "20"));
        var address = await service.AddressAsync();
        using var client = new HttpClient { BaseAddress = address };
        // One that was answered has its place; those that say nothing might be taken in after others that came later.
        for (var i = 0; i < 20; i++)
            Assert.StartsWith("HTTP/1.1 200 ", await (await OpenAsync(address, "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n")).ReadAsync());

        Assert.False(await IsLiveAsync(client));
        Assert.Empty(await EndOfAsync(await OpenAsync(address, "")));

        connections[0].Dispose();
        await Eventually.IsTrueAsync(() => IsLiveAsync(client));
    }

    public void Dispose()
    {
        foreach (var connection in connections)
            connection.Dispose();
        store.Dispose();
    }

    private static Task<string> EndOfAsync(RawConnection connection) => Eventually.EndsAsync(connection.ReadToEndAsync());

    private static async Task<bool> IsLiveAsync(HttpClient client)
    {
        try
        {
            return (await client.AskAsync("/health/live")).Status == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private async Task<RawConnection> OpenAsync(Uri address, string words)
    {
        var connection = await RawConnection.OpenAsync(address);
        connections.Add(connection);
        await connection.SendAsync(words);
        return connection;
    }
}
