using System.Net;
using System.Net.Sockets;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Hosting.Overload;

/// <summary>What one address can keep from the others: nothing.</summary>
[Collection<Alone>]
public sealed class ConnectionLimitTests : IDisposable
{
    private const string Live = "GET /health/live HTTP/1.1\r\nHost: x\r\n";

    private static readonly IPAddress One = IPAddress.Parse("127.0.0.2");
    private static readonly IPAddress Other = IPAddress.Parse("127.0.0.3");

    private readonly TemporaryStore store = new();
    private readonly List<RawConnection> connections = [];

    [Theory]
    [InlineData("5", "", 5)]
    [InlineData("0", "", 2)] // A tenth of all.
    [InlineData("5", "127.0.0.2", 20)] // A proxy speaks for many.
    [InlineData("5", "127.0.0.0/24", 20)]
    public async Task An_address_has_its_share(string share, string proxies, int places)
    {
        await using var service = new ServiceProcess(
            store.Path, ("Server__Connections", "20"), ("Server__ConnectionsPerAddress", share), ("Server__HeadSeconds", "300"), ("Proxies__Known", proxies));
        var address = await service.AddressAsync();

        for (var i = 0; i < places; i++)
            await HoldAsync(address, One);

        Assert.False(await IsAnsweredAsync(address, One));
        Assert.Equal(places < 20, await IsAnsweredAsync(address, Other));
    }

    [Fact]
    public async Task A_place_that_was_left_is_free_again()
    {
        await using var service = new ServiceProcess(store.Path, ("Server__ConnectionsPerAddress", "1"));
        var address = await service.AddressAsync();

        for (var i = 0; i < 5; i++)
            await Eventually.IsTrueAsync(() => IsAnsweredAsync(address, One));
    }

    [Fact]
    public async Task Health_has_a_listener_that_no_crowd_reaches()
    {
        var port = FreePort();
        await using var service = new ServiceProcess(
            store.Path, ("Server__Connections", "4"), ("Server__ConnectionsPerAddress", "4"), ("Server__HeadSeconds", "300"), ("Health__Urls", $"http://127.0.0.1:{port}"));
        var address = await service.AddressAsync();
        for (var i = 0; i < 4; i++)
            await HoldAsync(address, One);

        using var probe = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };

        Assert.False(await IsAnsweredAsync(address, One));
        Assert.Equal(HttpStatusCode.OK, (await probe.AskAsync("/health/live")).Status);
        Assert.Equal(HttpStatusCode.OK, (await probe.AskAsync("/health/ready")).Status);
        Assert.Equal((HttpStatusCode.NotFound, "route-not-found"), ((await probe.AskAsync("/v1/best-channel?segment=individual")) is var other ? (other.Status, other.Body["code"].Text()) : default));
        await using var command = new ServiceProcess(store.Path, ["health"], ("Health__Urls", $"http://127.0.0.1:{port}"));
        Assert.Equal(0, (await command.EndAsync()).ExitCode);
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("https://+:5081")]
    [InlineData("http://+:5081;:")]
    public async Task A_wrong_address_is_told_in_a_line(string urls)
    {
        await using var service = new ServiceProcess(store.Path, ("Health__Urls", urls));
        var end = await service.EndAsync();

        Assert.Equal(78, end.ExitCode);
        Assert.Contains("Health:Urls", Assert.Single(end.ErrorLines));
    }

    public void Dispose()
    {
        foreach (var connection in connections)
            connection.Dispose();
        store.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<bool> IsAnsweredAsync(Uri address, IPAddress from)
    {
        try
        {
            using var connection = await RawConnection.OpenAsync(address, from);
            await connection.SendAsync($"{Live}Connection: close\r\n\r\n");
            return (await connection.ReadToEndAsync()).StartsWith("HTTP/1.1 200 ", StringComparison.Ordinal);
        }
        catch (Exception closed) when (closed is IOException or SocketException)
        {
            return false;
        }
    }

    /// <summary>Once it was answered it has its place, and it keeps that with half of the next head.</summary>
    private async Task HoldAsync(Uri address, IPAddress from)
    {
        var connection = await RawConnection.OpenAsync(address, from);
        connections.Add(connection);
        await connection.SendAsync($"{Live}\r\n");
        Assert.StartsWith("HTTP/1.1 200 ", await connection.ReadAsync(), StringComparison.Ordinal);
        await connection.SendAsync(Live);
    }
}
