using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace ContactsApi.Hosting;

/// <summary>
/// Lets a request on if a limiter has a place for it, which it keeps until it is answered. So does the framework's middleware, which besides makes
/// a limiter of its own: nobody disposes of that, and its timer keeps a service that has ended in memory.
/// </summary>
public static class LimiterMiddleware
{
    /// <summary>Routes with <see cref="DisableRateLimitingAttribute"/> are let on whatever the limiter says.</summary>
    public static void UseLimiter(
        this IApplicationBuilder app, PartitionedRateLimiter<HttpContext> limiter, Func<HttpContext, RateLimitLease, IResult> refuse) => app.Use(next => async context =>
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<DisableRateLimitingAttribute>() is not null)
        {
            await next(context);
            return;
        }

        RateLimitLease lease;
        try
        {
            lease = await limiter.AcquireAsync(context, 1, context.RequestAborted);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for the answer any more.
            return;
        }

        using (lease)
            await (lease.IsAcquired ? next(context) : refuse(context, lease).ExecuteAsync(context));
    });
}
