using System.Net;
using System.Text.Json.Nodes;
using ContactsApi.Core;
using ContactsApi.Core.Hours;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Extensions;

namespace ContactsApi.Tests.Hosting.Caching;

/// <summary>
/// A cache that obeys the headers never shows what the service would not answer at that moment, save that a new revision may
/// come to it up to a minute late. The service is asked twice: as it is, and without any memory of its own.
/// </summary>
public sealed class CacheProperties : IDisposable
{
    private static readonly Duration Cap = Duration.FromSeconds(60);

    /// <summary>Around the moments at which shipped hours, and so answers, change.</summary>
    private static readonly Gen<Instant> Start =
        from day in Gen.Int[0, 60]
        from hour in Generators.OneOf(0, 8, 9, 10, 16, 18, 20, 24)
        from near in Gen.Bool
        from seconds in near ? Gen.Double[-2, 0.5] : Gen.Double[-90, 30]
        select Instant.FromUtc(2026, 11, 21, 21, 0) + Duration.FromHours(24 * day + hour) + Duration.FromSeconds(seconds);

    private static readonly Gen<Duration> Step =
        Generators.OneOf(0.0, 0.3, 0.4, 0.7, 1, 29, 30, 59, 60, 61, 3600, 43200).Select(Duration.FromSeconds);

    private static readonly Gen<string> Asked = Generators.OneOf(
        "/v1/best-channel?segment=individual",
        "/v1/best-channel?segment=legal-entity&timeZone=Asia/Vladivostok&explain=true",
        "/v1/best-channel?segment=abroad&timeZone=Europe/Berlin",
        "/v1/best-channel?segment=individual&need=no-login",
        "/v1/best-channel?segment=individual&view=short",
        "/v1/best-channel?segment=legal-entity&view=short&timeZone=Asia/Tokyo",
        "/v1/best-channel?segment=individual&view=full",
        "/v1/channels?view=short",
        "/v1/best-channel?segment=individual&at=2026-12-31T23:59:59%2B03:00",
        "/v1/channels/telegram/availability?segment=individual&timeZone=America/New_York",
        "/v1/channels/hotline/availability?segment=individual",
        "/v1/channels/portal-chat/schedule?segment=legal-entity&from=2026-12-28&to=2027-01-03",
        "/v1/channels/telegram",
        "/v1/channels/portal-chat/opening-hours?segment=legal-entity",
        "/v1/contact-points.jsonld",
        "/v1/quality",
        "/v1/calendar/days/2027-01-09");

    private static readonly Gen<string> Coding = Generators.OneOf("gzip", "identity", "br", "gzip, br");

    private readonly ContactsApp app = new();
    private readonly ContactsApp forgetful = new() { Settings = new Dictionary<string, string> { ["Freshness:KeptMebibytes"] = "0" } };

    [Fact]
    public async Task What_a_cache_shows_is_what_the_service_would_answer()
    {
        using var client = app.CreateClient();
        using var reference = forgetful.CreateClient();
        await Gen.Select(Start, Asked.Array[2], Gen.Select(Step, Gen.Int[0, 1], Coding, Gen.Int[0, 15]).List[1, 25]).SampleAsync(
            async (start, asked, requests) =>
            {
                var cache = new ObedientCache(client, app.Time);
                var now = start;
                var lastRevision = Instant.MinValue;
                foreach (var (step, which, coding, chance) in requests)
                {
                    var uri = asked[which];
                    now += step;
                    Set(now);
                    if (chance == 0)
                        WriteRevision(lastRevision = now);
                    var shown = await cache.AskAsync(uri, coding);
                    var answered = await BodyAsync(reference, uri);
                    if (!JsonNode.DeepEquals(WithoutMoment(shown.Body), WithoutMoment(answered)))
                        Assert.True(shown.ConfirmedAt <= lastRevision && now - shown.ConfirmedAt <= Cap, $"{now}: {uri} shows\n{shown}\nand not\n{answered}");
                }
            },
            iter: 150);
    }

    public void Dispose()
    {
        app.Dispose();
        forgetful.Dispose();
    }

    /// <summary>Both services see the same clock, which a sample may also put back.</summary>
    private void Set(Instant now)
    {
        app.Time.AdjustTime(now.ToDateTimeOffset());
        forgetful.Time.AdjustTime(now.ToDateTimeOffset());
    }

    private void WriteRevision(Instant now)
    {
        foreach (var service in new[] { app, forgetful })
        {
            var catalog = service.Snapshot.Directory.Catalog;
            var outage = new Incident("outage", "portal-chat", now, now + Duration.FromSeconds(45), new LocalizedText("Сбой.", "A failure."));
            service.Services.GetRequiredService<RevisionStore>().Append(
                catalog with { Incidents = [outage] }, service.Snapshot.Revision, now, new("an operator"), "An outage");
            service.Services.GetRequiredService<CatalogSnapshots>().Refresh();
        }
    }

    private static async Task<JsonNode> BodyAsync(HttpClient client, string uri) => (await client.AskAsync(uri)).Body;

    private static JsonNode WithoutMoment(JsonNode body)
    {
        var rest = body.DeepClone();
        rest.AsObject().Remove("moment");
        rest.AsObject().Remove("callerMoment");
        return rest;
    }

    /// <summary>
    /// A cache by RFC 9111: fresh answers are shown as they are to whom asks in the same coding, stale ones only after asking whether they hold;
    /// which of those that it has holds, the tag of the news says.
    /// </summary>
    private sealed class ObedientCache(HttpClient client, TimeProvider time)
    {
        private readonly Dictionary<(string Uri, string Coding), Kept> answers = [];

        public async Task<Shown> AskAsync(string uri, string coding)
        {
            var now = time.GetUtcNow().ToInstant();
            if (answers.TryGetValue((uri, coding), out var fresh) && now >= fresh.ConfirmedAt && now - fresh.ConfirmedAt < fresh.MaxAge)
                return new Shown(fresh.Body, fresh.ConfirmedAt);
            using var request = new HttpRequestMessage(HttpMethod.Get, uri) { Headers = { { "Accept-Encoding", coding } } };
            var kept = answers.Where(answer => answer.Key.Uri == uri).Select(answer => answer.Value).ToList();
            if (kept.Count > 0)
                request.Headers.TryAddWithoutValidation("If-None-Match", string.Join(", ", kept.Select(answer => answer.EntityTag)));
            using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
            var tag = response.Headers.ETag!.ToString();
            var body = response.StatusCode == HttpStatusCode.NotModified
                ? kept.First(answer => answer.EntityTag == tag).Body
                : Json.Parse(await response.Content.ReadUnpackedAsync());
            answers[(uri, coding)] = new Kept(body, tag, now, Duration.FromTimeSpan(response.Headers.CacheControl!.MaxAge!.Value));
            return new Shown(body, now);
        }

        private sealed record Kept(JsonNode Body, string EntityTag, Instant ConfirmedAt, Duration MaxAge);
    }

    private sealed record Shown(JsonNode Body, Instant ConfirmedAt);
}
