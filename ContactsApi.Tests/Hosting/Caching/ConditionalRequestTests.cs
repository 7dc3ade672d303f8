using System.Net;
using ContactsApi.Core;
using ContactsApi.Core.Hours;
using ContactsApi.Hosting.Caching;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Extensions;

namespace ContactsApi.Tests.Hosting.Caching;

/// <summary>A caller who has an answer already asks only whether it still holds.</summary>
public sealed class ConditionalRequestTests : IDisposable
{
    private const string Best = "/v1/best-channel?segment=individual";
    private const string Directory = "/v1/channels";

    private readonly ContactsApp app = new();

    public ConditionalRequestTests() => _ = app.Snapshot; // filled at 03:00:00

    // On Sunday 22 November 2026 at 08:00 in Moscow the answer for individuals changes.
    [Theory]
    [InlineData("03:00:00", "03:00:00", true)]
    [InlineData("03:00:00", "07:59:59.999", true)]
    [InlineData("03:00:00", "08:00:00", false)]
    [InlineData("07:59:59.999", "08:00:00", false)]
    [InlineData("08:00:00", "08:30:00", true)]
    public async Task A_tag_holds_as_long_as_the_answer(string had, string asked, bool holds)
    {
        var tag = (await AskAtAsync(had, Best)).Headers.ETag!;

        var again = await AskAtAsync(asked, Best, ("If-None-Match", tag.ToString()));

        Assert.True(tag.IsWeak);
        Assert.Equal(holds ? HttpStatusCode.NotModified : HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(holds, tag.Equals(again.Headers.ETag));
    }

    [Theory]
    [InlineData("{0}", HttpStatusCode.NotModified)]
    [InlineData("*", HttpStatusCode.NotModified)]
    [InlineData("\"other\", {0}", HttpStatusCode.NotModified)]
    [InlineData("\"other\",{0},W/\"third\"", HttpStatusCode.NotModified)]
    [InlineData("\"other\"", HttpStatusCode.OK)]
    [InlineData("other", HttpStatusCode.OK)]
    [InlineData("\"*\"", HttpStatusCode.OK)]
    [InlineData(",,", HttpStatusCode.OK)]
    public async Task Tags_are_compared_as_rfc_9110_says(string header, HttpStatusCode status)
    {
        var tag = (await AskAtAsync("03:00:00", Best)).Headers.ETag!.ToString();

        Assert.Equal(status, (await AskAtAsync("03:00:01", Best, ("If-None-Match", string.Format(null, header, tag)))).StatusCode);
    }

    [Fact]
    public void A_revision_of_the_same_number_written_at_another_time_has_another_tag()
    {
        var now = app.Time.GetUtcNow().ToInstant();
        string TagOf(CatalogSnapshot snapshot) => new Freshness(snapshot, now).EntityTag(Language.Ru);

        Assert.NotEqual(TagOf(app.Snapshot), TagOf(app.Snapshot with { CreatedAt = app.Snapshot.CreatedAt + Duration.FromMilliseconds(1) }));
        Assert.NotEqual(TagOf(app.Snapshot), TagOf(app.Snapshot with { Revision = 2 }));
    }

    [Fact]
    public async Task That_nothing_has_changed_comes_with_all_that_a_cache_needs()
    {
        var answer = await AskAtAsync("07:59:00", Best);

        var news = await AskAtAsync("07:59:50", Best, ("If-None-Match", answer.Headers.ETag!.ToString()));

        Assert.Equal(10, news.Headers.CacheControl!.MaxAge!.Value.TotalSeconds);
        Assert.Equal(answer.Headers.ETag, news.Headers.ETag);
        Assert.Equal(answer.Headers.Vary, news.Headers.Vary);
        Assert.Empty(await news.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Each_language_has_a_tag_of_its_own()
    {
        var russian = (await AskAtAsync("03:00:00", Directory)).Headers.ETag!;
        var english = await AskAtAsync("03:00:00", Directory, ("Accept-Language", "en"), ("If-None-Match", russian.ToString()));

        Assert.Equal(HttpStatusCode.OK, english.StatusCode);
        Assert.NotEqual(russian, english.Headers.ETag);
    }

    [Theory]
    [InlineData(Best)]
    [InlineData(Directory)]
    public async Task A_new_revision_changes_the_tag(string uri)
    {
        var tag = (await AskAtAsync("03:00:00", uri)).Headers.ETag!;
        Announce("An outage");

        var after = await AskAtAsync("03:00:01", uri, ("If-None-Match", tag.ToString()));

        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.NotEqual(tag, after.Headers.ETag);
    }

    [Fact]
    public async Task The_directory_is_as_old_as_its_revision()
    {
        Announce("At 03:00:00.4");
        var answer = await AskAtAsync("04:00:00", Directory);
        var modified = answer.Content.Headers.LastModified!.Value;

        Assert.Equal(DateTimeOffset.Parse("2026-11-22T03:00:00+03:00", null), modified);
        Assert.Equal(HttpStatusCode.NotModified, (await AskAtAsync("04:00:01", Directory, ("If-Modified-Since", modified.ToString("r")))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await AskAtAsync("04:00:01", Directory, ("If-Modified-Since", modified.AddSeconds(-1).ToString("r")))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await AskAtAsync("04:00:01", Directory, ("If-Modified-Since", "yesterday"))).StatusCode);
    }

    [Fact]
    public async Task In_the_second_of_a_revision_a_further_one_could_go_unnoticed()
    {
        Announce("At 03:00:00.4");

        Assert.Null((await AskAtAsync("03:00:00.9", Directory)).Content.Headers.LastModified);
        Assert.NotNull((await AskAtAsync("03:00:01", Directory)).Content.Headers.LastModified);
    }

    [Fact]
    public async Task The_tag_goes_before_the_time()
    {
        var modified = (await AskAtAsync("04:00:00", Directory)).Content.Headers.LastModified!.Value;

        var answer = await AskAtAsync("04:00:00", Directory, ("If-Modified-Since", modified.ToString("r")), ("If-None-Match", "\"other\""));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    public void Dispose() => app.Dispose();

    /// <summary>Writes a revision at 03:00:00.4 of that Sunday.</summary>
    private void Announce(string message)
    {
        var outage = new Incident("outage", "portal-chat", Instant.FromUtc(2026, 11, 1, 0, 0), null, new LocalizedText("Сбой.", "A failure."));
        app.Services.GetRequiredService<RevisionStore>().Append(
            app.Snapshot.Directory.Catalog with { Incidents = [outage] },
            app.Snapshot.Revision,
            Instant.FromUtc(2026, 11, 22, 0, 0) + Duration.FromMilliseconds(400),
            new("an operator"),
            message);
        app.Services.GetRequiredService<CatalogSnapshots>().Refresh();
    }

    private async Task<HttpResponseMessage> AskAtAsync(string time, string uri, params (string Name, string Value)[] headers)
    {
        app.Time.AdjustTime(DateTimeOffset.Parse($"2026-11-22T{time}+03:00", null));
        using var client = app.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, uri);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
