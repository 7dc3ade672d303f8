using System.Net;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Hosting.Overload;

/// <summary>What is far too large is refused, and the service goes on as if nothing had been: the built service, over real connections.</summary>
[Collection<Alone>]
public sealed class HugeRequestTests(HugeRequestTests.Service service) : IClassFixture<HugeRequestTests.Service>
{
    public static TheoryData<string, int> Heads => new()
    {
        { $"GET /v1/best-channel?topic={new string('a', 9_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n", 414 },
        { $"GET /v1/best-channel HTTP/1.1\r\nHost: localhost\r\nX: {new string('a', 40_000)}\r\n\r\n", 431 },
        { $"GET /v1/best-channel HTTP/1.1\r\nHost: localhost\r\n{string.Concat(Enumerable.Range(0, 200).Select(i => $"X{i}: a\r\n"))}\r\n", 431 },
    };

    [Theory]
    [MemberData(nameof(Heads))]
    public async Task A_huge_head_is_refused(string head, int status)
    {
        using var connection = await RawConnection.OpenAsync(await service.Process.AddressAsync());

        await connection.SendAsync(head);

        Assert.StartsWith($"HTTP/1.1 {status} ", await connection.ReadToEndAsync());
        await AssertAnswersAsync();
    }

    [Theory]
    [InlineData("Content-Length: 9000000000000000000")]
    [InlineData("Content-Length: 20000")]
    [InlineData("Transfer-Encoding: chunked")]
    public async Task A_huge_body_is_refused(string length)
    {
        using var connection = await RawConnection.OpenAsync(await service.Process.AddressAsync());

        await connection.SendAsync(
            $"POST /v1/corrections HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n{length}\r\n\r\n"
            + $"4E20\r\n{new string(' ', 20_000)}\r\n0\r\n\r\n");

        var answer = await connection.ReadToEndAsync();
        Assert.StartsWith("HTTP/1.1 413 ", answer);
        Assert.Contains("\"body-too-large\"", answer);
        await AssertAnswersAsync();
    }

    [Fact]
    public async Task A_body_that_nobody_asked_for_is_not_read_for_ever()
    {
        using var connection = await RawConnection.OpenAsync(await service.Process.AddressAsync());

        await connection.SendAsync("GET /health/live HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9000000000000000000\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 200 ", await connection.ReadToEndAsync());
    }

    private async Task AssertAnswersAsync()
    {
        using var client = new HttpClient { BaseAddress = await service.Process.AddressAsync() };
        Assert.Equal(HttpStatusCode.OK, (await client.AskAsync("/v1/best-channel?segment=individual")).Status);
    }

    public sealed class Service : IAsyncDisposable
    {
        private readonly TemporaryStore store = new();

        public Service() => Process = new ServiceProcess(store.Path);

        public ServiceProcess Process { get; }

        public async ValueTask DisposeAsync()
        {
            await Process.DisposeAsync();
            store.Dispose();
        }
    }
}
