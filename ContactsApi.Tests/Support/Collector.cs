using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ContactsApi.Tests.Support;

/// <summary>A collector of OpenTelemetry that keeps what it is sent by OTLP over HTTP.</summary>
public sealed class Collector : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Path, string Body)> received = new();
    private readonly WebApplication server;

    private Collector(WebApplication server) => this.server = server;

    public string Address => server.Urls.Single();

    /// <summary>All metrics received. The texts in the binary form are as they are: names, values of attributes.</summary>
    public string Metrics => BodiesAt("/v1/metrics");

    /// <inheritdoc cref="Metrics"/>
    public string Traces => BodiesAt("/v1/traces");

    public static async Task<Collector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var collector = new Collector(builder.Build());
        collector.server.Run(collector.ReceiveAsync);
        await collector.server.StartAsync(TestContext.Current.CancellationToken);
        return collector;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task ReceiveAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        received.Enqueue((context.Request.Path, Encoding.UTF8.GetString(body.ToArray())));
    }

    private string BodiesAt(string path) => string.Concat(received.Where(one => one.Path == path).Select(one => one.Body));
}
