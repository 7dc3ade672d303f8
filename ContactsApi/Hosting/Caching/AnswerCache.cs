using System.Collections.Concurrent;
using ContactsApi.Core;
using ContactsApi.Storage;
using Microsoft.Extensions.Options;
using NodaTime;

namespace ContactsApi.Hosting.Caching;

/// <summary>
/// Answers that still hold, by what was asked. When they take more memory than allowed, all are dropped at once: what is asked
/// often is soon back, and nothing has to be kept in order of use.
/// </summary>
public sealed class AnswerCache(CatalogSnapshots snapshots, IClock clock, IOptions<FreshnessOptions> options)
{
    /// <summary>What a kept answer takes beside its body and the text of its question, in bytes, roughly.</summary>
    private const int Overhead = 500;

    private readonly record struct Key(string Path, string Query, Language Language);

    private readonly long limit = options.Value.KeptMebibytes * 1024L * 1024;
    private readonly long maxAge = options.Value.MaxAgeSeconds;
    private volatile ConcurrentDictionary<Key, CachedAnswer> answers = new();
    private long size;

    public void Keep(HttpContext context, CachedAnswer answer)
    {
        if (!answer.CanServeAgain)
            return;
        var key = KeyOf(context);
        var taken = answer.Length + 2 * (key.Path.Length + key.Query.Length) + Overhead;
        if (taken > limit / 16)
            return;
        if (Interlocked.Add(ref size, taken) > limit)
        {
            answers = new();
            Interlocked.Exchange(ref size, taken);
        }

        answers[key] = answer;
    }

    /// <summary>Answers what was answered before and still holds, without asking again.</summary>
    public Task AnswerAsync(HttpContext context, RequestDelegate otherwise)
    {
        if (!HttpMethods.IsGet(context.Request.Method) || !answers.TryGetValue(KeyOf(context), out var answer))
            return otherwise(context);
        var now = clock.GetCurrentInstant();
        return answer.HoldsAt(now, snapshots.Current.Revision) ? answer.SendAsync(context, now, maxAge).AsTask() : otherwise(context);
    }

    private static Key KeyOf(HttpContext context) =>
        new(context.Request.Path.Value!, context.Request.QueryString.Value!, context.Language());
}

public static class AnswerCacheExtensions
{
    public static void UseAnswerCache(this IApplicationBuilder app) => app.Use(next =>
    {
        // Not before the first request: commands build the same application without its settings being right.
        AnswerCache? cache = null;
        return context => (cache ??= context.RequestServices.GetRequiredService<AnswerCache>()).AnswerAsync(context, next);
    });
}
