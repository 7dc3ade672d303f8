using ContactsApi.Core;
using ContactsApi.Storage;
using Microsoft.Extensions.Options;
using NodaTime;

namespace ContactsApi.Hosting.Caching;

/// <summary>Answers that still hold, by what was asked, within the memory that they are allowed.</summary>
public sealed class ResponseCache(CatalogSnapshots snapshots, IOptions<FreshnessOptions> options)
{
    /// <summary>What a kept answer takes beside its body and the text of its question, in bytes, roughly.</summary>
    private const int Overhead = 500;

    /// <summary>All that tells one answer from another, and so all that is in the tag of an answer or in its address.</summary>
    private readonly record struct Key(string Path, string Query, Language Language, bool IsPlainText);

    private readonly BoundedCache<Key, CachedResponse> answers = new(options.Value.KeptMebibytes * 1024L * 1024);

    /// <summary>Sends an answer, and keeps it while it serves again.</summary>
    /// <param name="shown">Where the answer shows the moment of asking, if it does.</param>
    public ValueTask AnswerAsync(HttpContext context, ResponseBody body, Freshness freshness, ShownMoment? shown = null)
    {
        var answer = new CachedResponse(body, freshness, freshness.EntityTag(context.Language(), body.Variant), shown) { Endpoint = context.GetEndpoint() };
        Keep(context, answer);
        return answer.SendAsync(context, freshness.AskedAt, options.Value.MaxAgeSeconds);
    }

    /// <summary>What was answered before to the same question, if it still holds.</summary>
    public CachedResponse? Find(HttpContext context, Instant now) =>
        (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        && answers.Find(KeyOf(context)) is { } answer
        && answer.HoldsAt(now, snapshots.Current.Revision)
            ? answer
            : null;

    private void Keep(HttpContext context, CachedResponse answer)
    {
        if (!answer.CanServeAgain(snapshots.Current.Revision))
            return;
        var key = KeyOf(context);
        answers.Keep(key, answer, answer.Length + 2 * (key.Path.Length + key.Query.Length) + Overhead);
    }

    private static Key KeyOf(HttpContext context) =>
        new(context.Request.Path.Value!, context.Request.QueryString.Value!, context.Language(), context.WantsPlainText());
}
