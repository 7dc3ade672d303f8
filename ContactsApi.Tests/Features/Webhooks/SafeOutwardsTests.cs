using System.Net;
using System.Net.Sockets;
using ContactsApi.Features.Webhooks;
using ContactsApi.Features.Webhooks.Sending;
using ContactsApi.Hosting.Outgoing;
using ContactsApi.Storage.Webhooks;
using ContactsApi.Tests.Support;
using NodaTime;
using NodaTime.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace ContactsApi.Tests.Features.Webhooks;

/// <summary>Whoever has a key may name any address; the service must not be made to reach where only it can reach.</summary>
public sealed class SafeOutwardsTests : IDisposable
{
    private readonly FakeTimeProvider time = new();
    private readonly List<IDisposable> used = [];

    /// <summary>An address in its many notations. Each is refused at once, and would not be connected to if it had got so far.</summary>
    public static TheoryData<string> Literals =>
    [
        "https://127.0.0.1/", "https://127.1/", "https://2130706433/", "https://0x7f000001/", "https://0x7f.0.0.1/", "https://0177.0.0.1/",
        "https://017700000001/", "https://127.0.0.1:8443/", "https://0.0.0.0/", "https://10.1.2.3/", "https://172.16.0.1/",
        "https://192.168.1.1/", "https://169.254.169.254/latest/meta-data/", "https://0xa9fea9fe/", "https://2852039166/",
        "https://100.64.0.1/", "https://100.100.100.200/", "https://224.0.0.1/", "https://255.255.255.255/", "https://198.18.0.1/",
        "https://[::1]/", "https://[::]/", "https://[::ffff:127.0.0.1]/", "https://[::ffff:7f00:1]/", "https://[::127.0.0.1]/",
        "https://[fe80::1]/", "https://[fd00:ec2::254]/", "https://[fc00::1]/", "https://[ff02::1]/", "https://[64:ff9b::7f00:1]/",
        "https://[64:ff9b:1::a00:1]/", "https://[2002:7f00:1::]/", "https://[2001:0:7f00:1::]/", "https://１２７.0.0.1/", "https://①②⑦.0.0.1/",
    ];

    [Theory]
    [MemberData(nameof(Literals))]
    public async Task An_address_that_is_not_public_is_refused_in_any_notation(string url)
    {
        Assert.NotNull(OutgoingAddress.FaultOf(url, new OutgoingOptions()));
        Assert.Equal(DeliveryFault.AddressRefused, (await TryAsync(url, System.Net.Dns.GetHostAddressesAsync)).Fault);
    }

    [Theory]
    [InlineData("http://example.org/")]
    [InlineData("ftp://example.org/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://example.org/")]
    [InlineData("//example.org/")]
    [InlineData("https://user:password@example.org/")]
    [InlineData("https://example.org/#part")]
    [InlineData("https://")]
    [InlineData("https://exa mple.org/")]
    public async Task Nothing_is_sent_but_by_https_to_a_plain_address(string url)
    {
        Assert.NotNull(OutgoingAddress.FaultOf(url, new OutgoingOptions()));
        if (Uri.TryCreate(url, UriKind.Absolute, out _))
            Assert.Equal(DeliveryFault.AddressRefused, (await TryAsync(url, LeadsTo("8.8.8.8"))).Fault);
    }

    /// <summary>A name is refused by where it leads, and by one bad address among good ones.</summary>
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("::1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("64:ff9b::a9fe:a9fe")]
    [InlineData("8.8.8.8 192.168.0.1")]
    [InlineData("2606:4700::1111 fe80::1")]
    [InlineData("")]
    public async Task A_name_that_leads_to_no_public_address_is_refused(string addresses) =>
        Assert.Equal(DeliveryFault.AddressRefused, (await TryAsync("https://hooks.example.org/", LeadsTo(addresses.Split(' ', StringSplitOptions.RemoveEmptyEntries)))).Fault);

    [Fact]
    public async Task A_name_that_leads_elsewhere_at_the_second_look_is_not_looked_at_twice()
    {
        // Something listens where the second answer leads; by the first, nothing does.
        using var inside = new TcpListener(IPAddress.Loopback, 0);
        inside.Start();
        var asked = 0;
        var delivery = Delivery((_, _) => Task.FromResult(new[] { IPAddress.Parse(asked++ == 0 ? "127.0.0.2" : "127.0.0.1") }), allowThisMachine: true);

        var result = await delivery.TryAsync(At($"https://hooks.example.org:{((IPEndPoint)inside.LocalEndpoint).Port}/"), "id", "{}", () => true, TestContext.Current.CancellationToken);

        Assert.Equal((1, DeliveryFault.NotConnected, false), (asked, result.Fault, inside.Pending()));
    }

    [Theory]
    [InlineData(HttpStatusCode.MovedPermanently)]
    [InlineData(HttpStatusCode.Found)]
    [InlineData(HttpStatusCode.SeeOther)]
    [InlineData(HttpStatusCode.TemporaryRedirect)]
    [InlineData(HttpStatusCode.PermanentRedirect)]
    public async Task A_redirect_is_not_followed(HttpStatusCode status)
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.Answers(status);

        var result = await TryAsync(receiver.Url, System.Net.Dns.GetHostAddressesAsync, allowThisMachine: true);

        Assert.Equal((DeliveryFault.Redirected, (int)status), (result.Fault, result.Status));
        Assert.Single(receiver.Received);
    }

    [Fact]
    public async Task A_receiver_that_takes_too_long_is_given_up()
    {
        await using var receiver = await Receiver.StartAsync();
        var end = new TaskCompletionSource<HttpStatusCode>();
        receiver.Answer = _ => end.Task;
        var trying = TryAsync(receiver.Url, System.Net.Dns.GetHostAddressesAsync, allowThisMachine: true);
        await Eventually.IsTrueAsync(() => receiver.Received.Count == 1);

        time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(DeliveryFault.TimedOut, (await Eventually.EndsAsync(trying)).Fault);
        end.SetResult(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_is_answered_besides_the_status_is_not_waited_for()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var trying = TryAsync($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/", System.Net.Dns.GetHostAddressesAsync, allowThisMachine: true);
        using var connection = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);

        await connection.GetStream().WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\na little of it"u8.ToArray(), TestContext.Current.CancellationToken);

        Assert.Equal((null, 200), (await Eventually.EndsAsync(trying) is var result ? result.Fault : null, result.Status));
    }

    [Fact]
    public async Task An_answer_without_end_is_not_read_to_the_end()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var trying = TryAsync($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/", System.Net.Dns.GetHostAddressesAsync, allowThisMachine: true);
        using var connection = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        var stream = connection.GetStream();
        await stream.WriteAsync("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"u8.ToArray(), TestContext.Current.CancellationToken);
        byte[] chunk = [.. "10000\r\n"u8, .. new byte[0x10000], .. "\r\n"u8];

        var written = 0L;
        await Assert.ThrowsAsync<IOException>(async () =>
        {
            for (; written < 1L << 30; written += chunk.Length)
                await stream.WriteAsync(chunk, TestContext.Current.CancellationToken);
        });

        Assert.Equal(200, (await Eventually.EndsAsync(trying)).Status);
        // More than what the system keeps between the two, less than what is read in a second.
        Assert.InRange(written, 0, 50 << 20);
    }

    [Theory]
    [InlineData(SocketError.HostNotFound)]
    [InlineData(SocketError.TryAgain)]
    public async Task A_name_that_is_not_known_is_told_as_such(SocketError error) => Assert.Equal(
        DeliveryFault.NotFound, (await TryAsync("https://hooks.example.org/", (_, _) => throw new SocketException((int)error))).Fault);

    [Fact]
    public void A_secret_is_in_no_log_line() => Assert.DoesNotContain("whsec_", $"{At("https://example.org/")}");

    public void Dispose() => used.ForEach(one => one.Dispose());

    private static HostResolver LeadsTo(params string[] addresses) => (_, _) => Task.FromResult(addresses.Select(IPAddress.Parse).ToArray());

    private static Webhook At(string url) => new("hook", "key", url, [], new(MessageSigning.NewSecret(), MessageSigning.NewSecret(), Instant.MaxValue), default, 0);

    private Task<DeliveryResult> TryAsync(string url, HostResolver resolve, bool allowThisMachine = false) =>
        Delivery(resolve, allowThisMachine).TryAsync(At(url), "id", "{}", () => true, TestContext.Current.CancellationToken);

    private Delivery Delivery(HostResolver resolve, bool allowThisMachine = false)
    {
        var http = new OutgoingHttp(resolve, Microsoft.Extensions.Options.Options.Create(new OutgoingOptions { AllowThisMachine = allowThisMachine }));
        used.Add(http);
        return new(http, Microsoft.Extensions.Options.Options.Create(new WebhookOptions()), time.ToClock(), time);
    }
}
