using System.Net;
using System.Net.Sockets;
using System.Text;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Hosting.Bodies;

/// <summary>Bodies that are refused as such, by the service as it really listens.</summary>
[Collection<Alone>]
public sealed class BodyReceptionTests : IAsyncLifetime
{
    private const string Report = """{ "channelId": "hotline", "element": "name", "because": "It is called otherwise" }""";

    private readonly TemporaryStore store = new();
    private readonly ServiceProcess service;

    public BodyReceptionTests() => service = new ServiceProcess(store.Path);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_body_is_taken_whole_or_refused_as_a_problem()
    {
        var right = $"Content-Type: application/json\r\nContent-Length: {Report.Length}\r\n\r\n{Report}";
        Assert.StartsWith("HTTP/1.1 201 ", await Send(right));
        Assert.StartsWith("HTTP/1.1 200 ", await Send(right.Replace("application/json", "Application/JSON; charset=UTF-8")));
        Assert.StartsWith("HTTP/1.1 200 ", await Send($"Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n{Report.Length:x}\r\n{Report}\r\n0\r\n\r\n"));

        // Another type, or none.
        foreach (var type in new[] { "Content-Type: text/json\r\n", "Content-Type: application/json; charset=utf-16\r\n", "Content-Type: ???\r\n", "" })
            AssertProblem("415", "unsupported-media-type", await Send(right.Replace("Content-Type: application/json\r\n", type)), "Accept: application/json\r\n");

        // Too long: said so beforehand, found out on the way, or beyond what the server itself takes.
        AssertProblem("413", "body-too-large", await Send("Content-Type: application/json\r\nContent-Length: 16385\r\n\r\n"), "16384");
        AssertProblem("413", "body-too-large", await Send("Content-Type: application/json\r\nContent-Length: 999999999999\r\n\r\n"), "16384");
        AssertProblem("413", "body-too-large", await Send($"Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n4001\r\n{new string(' ', 0x4001)}\r\n0\r\n\r\n"), "16384");

        // Badly framed, or cut short.
        AssertProblem("400", "bad-request", await Send("Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n"), "");
        AssertProblem("400", "invalid-parameters", await Send("Content-Type: application/json\r\nContent-Length: 0\r\n\r\n"), "\"body\"");
    }

    public async ValueTask DisposeAsync()
    {
        await service.DisposeAsync();
        store.Dispose();
    }

    private static void AssertProblem(string status, string code, string answer, string words)
    {
        Assert.StartsWith($"HTTP/1.1 {status} ", answer);
        Assert.Contains("Content-Type: application/problem+json", answer);
        Assert.Contains($"\"code\":\"{code}\"", answer);
        Assert.Contains(words, answer);
    }

    /// <summary>Byte for byte, as no client would let us.</summary>
    private async Task<string> Send(string rest)
    {
        var address = await service.AddressAsync();
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, address.Port, TestContext.Current.CancellationToken);
        await socket.GetStream().WriteAsync(
            Encoding.ASCII.GetBytes($"POST /v1/corrections HTTP/1.1\r\nHost: localhost\r\n{rest}"), TestContext.Current.CancellationToken);
        return await Eventually.EndsAsync(ReadAsync(socket.GetStream()));
    }

    /// <summary>The answer as far as its last chunk: what the service does with the connection afterwards is its own affair.</summary>
    private static async Task<string> ReadAsync(NetworkStream stream)
    {
        var answer = "";
        var buffer = new byte[4096];
        while (!answer.EndsWith("\r\n0\r\n\r\n", StringComparison.Ordinal))
        {
            var length = await stream.ReadAsync(buffer, TestContext.Current.CancellationToken);
            Assert.True(length > 0, $"The connection ended after: {answer}");
            answer += Encoding.UTF8.GetString(buffer, 0, length);
        }

        return answer;
    }
}
