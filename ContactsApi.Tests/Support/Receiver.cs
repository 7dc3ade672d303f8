using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using StandardWebhooks;
using StandardWebhooks.Diagnostics;

namespace ContactsApi.Tests.Support;

/// <summary>A message as a receiver got it.</summary>
public sealed record ReceivedMessage(IHeaderDictionary Headers, string Body)
{
    public string Id => Headers["webhook-id"].ToString();

    public string Type => Content["type"].Text()!;

    public long Sequence => Content["sequence"]!.GetValue<long>();

    public JsonNode Data => Content["data"]!;

    public JsonNode Content => Json.Parse(Body);

    /// <summary>Whether the library that others use takes one of the signatures for that of this secret, now by the clock of this machine.</summary>
    public bool IsSignedBy(string secret) => SignaturesIn(Headers["webhook-signature"].ToString()).Any(signature => IsSignedBy(secret, signature));

    /// <summary>One by one: of several, version 1.1.2 of the library looks at the first alone.</summary>
    private static string[] SignaturesIn(string header) => header.Split(' ');

    private bool IsSignedBy(string secret, string signature)
    {
        try
        {
            new StandardWebhook(secret).Verify(Body, new HeaderDictionary(Headers.ToDictionary()) { ["webhook-signature"] = signature });
            return true;
        }
        catch (WebhookVerificationException)
        {
            return false;
        }
    }
}

/// <summary>Somebody's server that is told of what happens, and keeps all that it is told.</summary>
public sealed class Receiver : IAsyncDisposable
{
    private readonly ConcurrentQueue<ReceivedMessage> received = new();
    private readonly WebApplication server;

    private Receiver(WebApplication server) => this.server = server;

    public string Url => $"{server.Urls.Single()}/hooks";

    /// <summary>What it answers; 204 unless a test says otherwise.</summary>
    public Func<ReceivedMessage, Task<HttpStatusCode>> Answer { get; set; } = _ => Task.FromResult(HttpStatusCode.NoContent);

    /// <summary>In the order in which they came, those that it refused too.</summary>
    public IReadOnlyList<ReceivedMessage> Received => [.. received];

    public IEnumerable<string> Types => Received.Select(message => message.Type);

    public static async Task<Receiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new Receiver(builder.Build());
        receiver.server.Run(receiver.ReceiveAsync);
        await receiver.server.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    public void Answers(HttpStatusCode status) => Answer = _ => Task.FromResult(status);

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task ReceiveAsync(HttpContext context)
    {
        using var body = new StreamReader(context.Request.Body);
        var message = new ReceivedMessage(new HeaderDictionary(context.Request.Headers.ToDictionary()), await body.ReadToEndAsync(context.RequestAborted));
        received.Enqueue(message);
        context.Response.StatusCode = (int)await Answer(message);
        context.Response.Headers.Location = Url;
    }
}
