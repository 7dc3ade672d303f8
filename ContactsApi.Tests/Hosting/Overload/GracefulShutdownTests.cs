using System.Net;
using System.Net.Sockets;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Hosting.Overload;

/// <summary>The end of the built service, told to end while it has work to do.</summary>
[Collection<Alone>]
public sealed class GracefulShutdownTests : IDisposable
{
    /// <summary>Who sends so much beforehand may take a long rest before the last byte.</summary>
    private static readonly string Correction =
        $$"""{{{new string(' ', 15_000)}} "channelId": "hotline", "element": "name", "because": "It has another name" }""";

    /// <summary>All that a test looks at before the door closes, it looks at within that time.</summary>
    private static readonly (string, string) LongPause = ("Server__PauseSeconds", "20");

    private readonly TemporaryStore store = new();

    [Fact]
    public async Task Readiness_turns_first_while_requests_are_still_answered()
    {
        await using var service = new ServiceProcess(store.Path, LongPause);
        using var client = new HttpClient { BaseAddress = await service.AddressAsync() };

        await service.TellToEndAsync();

        await Eventually.IsTrueAsync(async () => (await client.AskAsync("/health/ready")).Status == HttpStatusCode.ServiceUnavailable);
        Assert.Equal("stopping", (await client.AskAsync("/health/ready")).Body["status"].Text());
        Assert.Equal(HttpStatusCode.OK, (await client.AskAsync("/health/live")).Status);
        Assert.Equal(HttpStatusCode.OK, (await client.AskAsync("/v1/best-channel?segment=individual")).Status);
    }

    [Fact]
    public async Task Then_the_door_closes_and_what_was_begun_is_finished()
    {
        await using var service = new ServiceProcess(store.Path, ("Server__PauseSeconds", "1"));
        var address = await service.AddressAsync();
        var begun = new List<RawConnection>();
        for (var i = 0; i < 10; i++)
        {
            begun.Add(await RawConnection.OpenAsync(address));
            await begun[i].SendAsync(
                $"POST /v1/corrections HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: {Correction.Length}\r\n\r\n"
                + Correction[..^1]);
        }

        await service.TellToEndAsync();
        await Eventually.IsTrueAsync(() => RefusesAsync(address));
        Assert.False(service.HasEnded);
        foreach (var connection in begun)
        {
            await connection.SendAsync(Correction[^1..]);
            Assert.Matches("^HTTP/1.1 20[01] ", await connection.ReadToEndAsync());
            connection.Dispose();
        }

        Assert.Equal(0, (await service.EndAsync()).ExitCode);
        Assert.Equal(10, store.Query<long>("SELECT reports FROM correction"));
    }

    [Fact]
    public async Task Streams_end_at_once_while_requests_are_still_answered()
    {
        await using var service = new ServiceProcess(store.Path, LongPause);
        using var client = new HttpClient { BaseAddress = await service.AddressAsync() };
        var streams = new List<EventReader>();
        for (var i = 0; i < 5; i++)
            streams.Add(await EventReader.OpenAsync(client, "/v1/stream?segment=individual"));

        await service.TellToEndAsync();
        foreach (var stream in streams)
        {
            await stream.ReadToEndAsync();
            stream.Dispose();
        }

        Assert.False(service.HasEnded);
        Assert.Equal("stopping", (await client.AskAsync("/health/ready")).Body["status"].Text());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.AskAsync("/v1/stream?segment=individual")).Status);
        Assert.Equal(HttpStatusCode.OK, (await client.AskAsync("/v1/best-channel?segment=individual")).Status);
    }

    public void Dispose() => store.Dispose();

    private static async Task<bool> RefusesAsync(Uri address)
    {
        try
        {
            using var connection = await RawConnection.OpenAsync(address);
            return false;
        }
        catch (SocketException)
        {
            return true;
        }
    }
}
