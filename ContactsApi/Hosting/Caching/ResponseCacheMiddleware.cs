using ContactsApi.Hosting.Access;
using ContactsApi.Hosting.Limits;
using Microsoft.Extensions.Options;
using NodaTime;

namespace ContactsApi.Hosting.Caching;

/// <summary>Answers what was answered before and still holds, without asking again.</summary>
public sealed class ResponseCacheMiddleware(ResponseCache answers, RequestLimiter limiter, IClock clock, IOptions<FreshnessOptions> options)
{
    private readonly long maxAge = options.Value.MaxAgeSeconds;

    /// <summary>
    /// Answers a caller without a key, of whom nothing is to be known but whether the quota is used up; then the way through the
    /// whole service says so.
    /// </summary>
    public Task AnswerAnyoneAsync(HttpContext context, RequestDelegate otherwise)
    {
        var now = clock.GetCurrentInstant();
        return HttpMethods.IsGet(context.Request.Method)
            && !ApiKeyHandler.HasKey(context.Request)
            && answers.Find(context, now) is { } answer
            && limiter.AttemptAcquire(context).IsAcquired
            ? SendAsync(answer, context, now)
            : otherwise(context);
    }

    /// <summary>Answers a caller who was let in.</summary>
    public Task AnswerAsync(HttpContext context, RequestDelegate otherwise)
    {
        var now = clock.GetCurrentInstant();
        return answers.Find(context, now) is { } answer ? SendAsync(answer, context, now) : otherwise(context);
    }

    private Task SendAsync(CachedResponse answer, HttpContext context, Instant now)
    {
        context.SetEndpoint(answer.Endpoint);
        return answer.SendAsync(context, now, maxAge).AsTask();
    }
}

public static class ResponseCacheExtensions
{
    /// <summary>Goes first, where an answer costs least.</summary>
    public static void UseResponseCache(this IApplicationBuilder app) => app.Use(kept => kept.AnswerAnyoneAsync);

    /// <summary>Goes last, after those were refused who may not ask.</summary>
    public static void UseResponseCacheForKeys(this IApplicationBuilder app) => app.Use(kept => kept.AnswerAsync);

    private static void Use(this IApplicationBuilder app, Func<ResponseCacheMiddleware, Func<HttpContext, RequestDelegate, Task>> answering) =>
        app.UseAtStart(starting => starting.Use(next =>
        {
            var answer = answering(starting.ApplicationServices.GetRequiredService<ResponseCacheMiddleware>());
            return context => answer(context, next);
        }));
}
