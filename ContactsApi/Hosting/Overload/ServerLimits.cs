using System.Threading.RateLimiting;
using ContactsApi.Hosting.Bodies;
using ContactsApi.Storage;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace ContactsApi.Hosting.Overload;

/// <summary>Keeps the server from taking on more than it can do: what is too much is refused at once, and nothing waits for ever.</summary>
public static class ServerLimits
{
    /// <summary>What is a little too long is still refused by whoever reads the body, in words that name the limit.</summary>
    private const long LongestBody = 2 * BodyContract.ElementBytes;

    /// <summary>The server reads no further ahead than this while it works on a request. No head is longer.</summary>
    private const long ReadAhead = 64 * 1024;

    /// <summary>
    /// Half of what the store is asked at once: the rest is for those who write. Each of these may hold up a thread, and the framework
    /// replaces so few almost at once.
    /// </summary>
    private const int ReadersAtOnce = StoreResilience.AtOnce / 2;

    /// <summary>Even a slow mobile network has several times as much; who sends or takes less holds memory for nothing.</summary>
    private static readonly MinDataRate Slowest = new(bytesPerSecond: 1024, gracePeriod: TimeSpan.FromSeconds(5));

    /// <summary>The whole of an orderly end. Kubernetes kills after 30 s.</summary>
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(25);

    public static void AddServerLimits(this IServiceCollection services)
    {
        services.AddOptions<ServerOptions>()
            .Configure<IHostEnvironment>((options, environment) =>
            {
                if (environment.IsDevelopment())
                    options.PauseSeconds = 0;
            })
            .BindConfiguration(ServerOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = LongestEnd);
        // Made here for the container to dispose of: a limiter looks after its partitions ten times a second as long as it lives.
        services.AddSingleton(provider => Queues(provider.GetRequiredService<IOptions<ServerOptions>>().Value));
        services.AddSingleton<StreamPlaces>();
        services.AddSingleton<ConnectionLimits>();
        // Asked only when a listener is bound: settings that are wrong are told before that.
        services.AddOptions<KestrelServerOptions>().Configure<IServiceProvider>((kestrel, provider) => kestrel.ConfigureEndpointDefaults(
            listener => listener.Use(next => provider.GetRequiredService<ConnectionLimits>().On(listener, next))));
        services.AddSingleton<GracefulShutdown>();
        services.AddHostedService(provider => provider.GetRequiredService<GracefulShutdown>());
    }

    /// <summary>
    /// Refuses with 503 what comes beyond <see cref="ServerOptions.RequestsAtOnce"/>. Who may have to wait for the store queues apart, so
    /// that a store that hangs holds up nobody else. Streams are counted by <see cref="StreamPlaces"/>. Routes without rate limiting
    /// are never refused.
    /// </summary>
    public static void UseServerLimits(this IApplicationBuilder app) => app.UseAtStart(starting =>
    {
        var options = starting.ApplicationServices.GetRequiredService<IOptions<ServerOptions>>().Value;
        // The server is made before settings are known to be right, and started after.
        Limit(starting.ApplicationServices.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits, options);
        starting.UseLimiter(starting.ApplicationServices.GetRequiredService<PartitionedRateLimiter<HttpContext>>(), (context, _) => context.RefuseOverloaded());
    });

    private static PartitionedRateLimiter<HttpContext> Queues(ServerOptions options) => PartitionedRateLimiter.Create<HttpContext, Queue>(
        context => QueueOf(context) is var queue && queue == Queue.None
            ? RateLimitPartition.GetNoLimiter(queue)
            : RateLimitPartition.GetConcurrencyLimiter(queue, _ => new ConcurrencyLimiterOptions
            {
                PermitLimit = queue == Queue.Store ? Math.Min(ReadersAtOnce, options.RequestsAtOnce) : options.RequestsAtOnce,
                QueueLimit = options.RequestsWaiting,
            }));

    private enum Queue
    {
        None,
        Memory,
        Store,
    }

    private static Queue QueueOf(HttpContext context) =>
        StreamPlaces.IsStream(context) ? Queue.None : StoreReadingExtensions.MayReadStore(context) ? Queue.Store : Queue.Memory;

    private static void Limit(KestrelServerLimits limits, ServerOptions options)
    {
        // Connections are bounded listener by listener.
        limits.MaxConcurrentConnections = null;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(options.HeadSeconds);
        limits.KeepAliveTimeout = TimeSpan.FromSeconds(options.IdleSeconds);
        limits.MinRequestBodyDataRate = Slowest;
        limits.MinResponseDataRate = Slowest;
        limits.MaxRequestBodySize = LongestBody;
        limits.MaxRequestBufferSize = ReadAhead;
    }
}
