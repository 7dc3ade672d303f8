using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using ContactsApi.Hosting.Bodies;
using ContactsApi.Hosting.Outgoing;
using ContactsApi.Storage.Webhooks;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NodaTime;
using Polly;
using Polly.Timeout;

namespace ContactsApi.Features.Webhooks.Sending;

/// <summary>What came of one attempt.</summary>
/// <param name="IsSent">Whether it was made at all.</param>
/// <param name="Fault">Why it failed; absent if it did not.</param>
/// <param name="Status">What the receiver answered; absent if it did not.</param>
public sealed record DeliveryResult(bool IsSent, DeliveryFault? Fault, int? Status)
{
    public static DeliveryResult NotSent { get; } = new(false, null, null);

    public static DeliveryResult Failed(DeliveryFault fault) => new(true, fault, null);

    public static DeliveryResult Answered(HttpStatusCode status) => new(
        true,
        (int)status switch
        {
            >= 200 and < 300 => null,
            >= 300 and < 400 => DeliveryFault.Redirected,
            _ => DeliveryFault.BadStatus,
        },
        (int)status);
}

/// <summary>Sends one message to one receiver, once. When it is tried again is kept in the store, by <see cref="Retries"/>.</summary>
public sealed class Delivery(OutgoingHttp http, IOptions<WebhookOptions> options, IClock clock, TimeProvider time)
{
    /// <summary>So many receivers are waited for at once; the next ones wait for their turn.</summary>
    private const int AtOnce = 16;

    private static readonly string UserAgent = $"contacts-api/{typeof(Delivery).Assembly.GetName().Version?.ToString(3)}";

    private readonly ResiliencePipeline pipeline = new ResiliencePipelineBuilder { Name = "webhooks", TimeProvider = time }
        // Its metrics; what is to be logged, the sender says once.
        .ConfigureTelemetry(NullLoggerFactory.Instance)
        .AddConcurrencyLimiter(AtOnce, int.MaxValue)
        .AddTimeout(options.Value.Timeout)
        .Build();

    /// <param name="mayBegin">Is asked when its turn has come.</param>
    /// <param name="id">The same for each attempt at the same message.</param>
    public async Task<DeliveryResult> TryAsync(Webhook webhook, string id, string body, Func<bool> mayBegin, CancellationToken cancellation)
    {
        try
        {
            return await pipeline.ExecuteAsync(
                async ended =>
                {
                    if (!mayBegin())
                        return DeliveryResult.NotSent;
                    using var request = RequestOf(webhook, id, body);
                    return DeliveryResult.Answered(await http.SendAsync(request, ended));
                },
                cancellation);
        }
        catch (HttpRequestException problem)
        {
            return DeliveryResult.Failed(FaultOf(problem));
        }
        // The second: the connection itself took too long.
        catch (Exception problem) when (problem is TimeoutRejectedException || (problem is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return DeliveryResult.Failed(DeliveryFault.TimedOut);
        }
    }

    private HttpRequestMessage RequestOf(Webhook webhook, string id, string body)
    {
        var now = clock.GetCurrentInstant();
        var request = new HttpRequestMessage(HttpMethod.Post, webhook.Url) { Content = new StringContent(body, Encoding.UTF8, BodyContract.Json) };
        request.Headers.Add(MessageSigning.IdHeader, id);
        request.Headers.Add(MessageSigning.TimestampHeader, now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(MessageSigning.SignatureHeader, MessageSigning.Sign(webhook.Secret.At(now), id, now.ToDateTimeOffset(), body));
        request.Headers.Add("User-Agent", UserAgent);
        return request;
    }

    private static DeliveryFault FaultOf(HttpRequestException problem) => problem.InnerException switch
    {
        AddressRefusedException => DeliveryFault.AddressRefused,
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } => DeliveryFault.NotFound,
        _ => DeliveryFault.NotConnected,
    };
}
