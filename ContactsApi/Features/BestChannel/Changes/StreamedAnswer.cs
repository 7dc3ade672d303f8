using System.Reflection;
using ContactsApi.Hosting.Streams;
using ContactsApi.Hosting;
using Microsoft.AspNetCore.Http.Metadata;

namespace ContactsApi.Features.BestChannel.Changes;

/// <summary>The answer to a question, now and at each change, until one side ends it.</summary>
/// <param name="place">Is freed at the end.</param>
public sealed class StreamedAnswer(StandingQuestion question, IDisposable place) : IResult, IEndpointMetadataProvider
{
    private static readonly TimeSpan ShortestRetry = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromSeconds(5);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(string), [ServerSentEvents.ContentType]));

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var taken = place;
        var response = httpContext.Response;
        response.ContentType = ServerSentEvents.ContentType;
        response.Headers.CacheControl = CacheControl.NoStore;
        // nginx would collect what it should pass on.
        response.Headers["X-Accel-Buffering"] = "no";
        if (HttpMethods.IsHead(httpContext.Request.Method))
            return;
        var feeds = httpContext.RequestServices.GetRequiredService<AnswerFeeds>();
        var feed = feeds.Join(question);
        try
        {
            await SendAsync(feed, StreamCursor.Parse(httpContext.Request.Headers[ServerSentEvents.LastEventId]), response, httpContext.RequestAborted);
        }
        catch (OperationCanceledException) when (httpContext.RequestAborted.IsCancellationRequested)
        {
            // The reader has left.
        }
        finally
        {
            feeds.Leave(question, feed);
        }
    }

    private static async Task SendAsync(AnswerFeed feed, StreamCursor? seen, HttpResponse response, CancellationToken left)
    {
        await response.BodyWriter.WriteAsync(ServerSentEvents.RetryAfter(ShortestRetry, LongestRetry), left);
        StreamCursor? sent = null;
        while (!feed.HasEnded)
        {
            var signal = feed.Signal;
            var update = feed.Latest;
            if (update.Cursor != sent)
            {
                if (sent is { } told)
                    await response.BodyWriter.WriteAsync(feed.ChangesSince(told, update), left);
                else if (seen is { } claimed)
                    await response.BodyWriter.WriteAsync(claimed == update.Since ? update.Changes : feed.ChangesSinceClaimed(claimed, update), left);
                await response.BodyWriter.WriteAsync(update.Answer, left);
                sent = update.Cursor;
                continue;
            }

            await signal.WaitAsync(left);
            if (!feed.HasEnded && feed.Latest.Cursor == sent)
                await response.BodyWriter.WriteAsync(ServerSentEvents.Heartbeat, left);
        }

        // If it failed, so does this.
        await feed.Completion;
    }
}
