using System.Net;
using ContactsApi.Core;
using ContactsApi.Core.Statements;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace ContactsApi.Tests.Features.Revisions;

/// <summary>
/// The service on three revisions: the shipped one of 22 November 2026, 03:00 in Moscow; a day later the hours of section 3.1
/// preferred for the hotline; another day later another name for it.
/// </summary>
public sealed class HistoryTests : IDisposable
{
    private readonly ContactsApp app = new();
    private readonly HttpClient client;

    public HistoryTests()
    {
        client = app.CreateClient();
        client.DefaultRequestHeaders.Add("Accept-Language", "en");
        var first = app.Snapshot.Directory.Catalog;
        var second = first with
        {
            Channels = [.. first.Channels.Select(channel => channel.Id != "hotline" ? channel : channel with
            {
                Hours = [.. channel.Hours.Select(one => one.Reference == "3.1" ? one with { Rank = Rank.Preferred } : one)],
            })],
        };
        var third = second with
        {
            Channels = [.. second.Channels.Select(channel => channel.Id != "hotline" ? channel : channel with { Name = new LocalizedText("Линия", "Line") })],
        };
        var store = app.Services.GetRequiredService<RevisionStore>();
        store.Append(second, 1, Instant.FromUtc(2026, 11, 23, 0, 0), new("a steward"), "3.1 is right");
        store.Append(third, 2, Instant.FromUtc(2026, 11, 24, 0, 0), new("another steward"), "A shorter name");
        app.Services.GetRequiredService<CatalogSnapshots>().Refresh();
    }

    // On a Monday at 03:00 section 3.1 has the hotline closed, and six others have it open.
    [Theory]
    [InlineData("", "closed", 3)]
    [InlineData("&revision=1", "disputed", 1)]
    [InlineData("&revision=2", "closed", 2)]
    [InlineData("&revision=3", "closed", 3)]
    [InlineData("&asOf=2026-11-22T12:00:00Z", "disputed", 1)]
    [InlineData("&asOf=2026-11-23T02:59:59.9%2B03:00", "disputed", 1)]
    [InlineData("&asOf=2026-11-23T03:00:00%2B03:00", "closed", 2)]
    [InlineData("&asOf=2099-01-01T00:00:00Z", "closed", 3)]
    public async Task The_same_question_is_answered_from_what_was_known_then(string knowledge, string state, int revision)
    {
        var answer = await client.GetJsonAsync(
            $"/v1/channels/hotline/availability?segment=individual&at=2026-11-23T03:00:00%2B03:00{knowledge}");

        Assert.Equal(state, answer["state"].Text());
        Assert.Equal(revision, answer["catalogRevision"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("/v1/best-channel?segment=individual&")]
    [InlineData("/v1/channels?")]
    [InlineData("/v1/channels/hotline?")]
    [InlineData("/v1/channels/hotline/availability?segment=individual&")]
    [InlineData("/v1/channels/hotline/schedule?segment=individual&from=2026-11-23&to=2026-11-23&")]
    [InlineData("/v1/topics?")]
    [InlineData("/v1/topics/sms-code?")]
    [InlineData("/v1/regions?")]
    [InlineData("/v1/regions/RU-SPE?")]
    [InlineData("/v1/calendar/2026?")]
    [InlineData("/v1/calendar/days/2026-11-23?")]
    public async Task Every_reading_route_knows_its_history(string uri)
    {
        Assert.Equal(HttpStatusCode.OK, (await GetAsync($"{uri}revision=1")).StatusCode);
        Assert.Equal(["revision"], await BlamedAsync($"{uri}revision=4"));
        Assert.Equal(["revision"], await BlamedAsync($"{uri}revision=0"));
        Assert.Equal(["asOf"], await BlamedAsync($"{uri}asOf=2026-11-21T00:00:00Z"));
        Assert.Equal(["asOf"], await BlamedAsync($"{uri}asOf=2026-11-23T00:00:00")); // whose time?
        Assert.Equal(["asOf"], await BlamedAsync($"{uri}revision=1&asOf=2026-11-23T00:00:00Z"));
    }

    [Fact]
    public async Task The_list_tells_who_changed_what_when_and_why()
    {
        var list = await client.GetJsonAsync("/v1/revisions?limit=2");

        Assert.Equal([3, 2], list["revisions"]!.AsArray().Select(one => one!["number"]!.GetValue<int>()));
        Assert.Equal("another steward", list["revisions"]![0]!["author"].Text());
        Assert.Equal("A shorter name", list["revisions"]![0]!["message"].Text());
        Assert.Equal("2026-11-24T03:00:00+03:00", list["revisions"]![0]!["createdAt"].Text());

        var rest = await client.GetJsonAsync($"/v1/revisions?limit=2&cursor={list["next"].Text()}");
        Assert.Equal([1], rest["revisions"]!.AsArray().Select(one => one!["number"]!.GetValue<int>()));
        Assert.Null(rest["next"]);
    }

    [Fact]
    public async Task A_revision_tells_what_it_changed()
    {
        var revision = await client.GetJsonAsync("/v1/revisions/2");

        var change = Assert.Single(revision["changes"]!.AsArray())!;
        Assert.Equal(("channels", "hotline", "changed"), (change["kind"].Text(), change["id"].Text(), change["change"].Text()));
        var field = Assert.Single(change["fields"]!.AsArray())!;
        Assert.Equal(("hours[hours-3.1].rank", "normal", "preferred"), (field["path"].Text(), field["before"].Text(), field["after"].Text()));
    }

    [Theory]
    [InlineData("4")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("last")]
    [InlineData("9223372036854775807")]
    [InlineData("99999999999999999999")]
    public async Task An_unknown_revision_is_not_found(string number) =>
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync($"/v1/revisions/{number}")).StatusCode);

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=101", "limit")]
    [InlineData("cursor=x", "cursor")]
    public async Task A_wrong_page_is_refused(string query, string parameter) => Assert.Equal([parameter], await BlamedAsync($"/v1/revisions?{query}"));

    [Fact]
    public void The_snapshot_never_goes_back()
    {
        var snapshots = app.Services.GetRequiredService<CatalogSnapshots>();
        snapshots.Refresh();

        Assert.Equal(3, snapshots.Current.Revision);
        Assert.Same(snapshots.Of(1), snapshots.Of(1)); // kept, not read again
    }

    public void Dispose()
    {
        client.Dispose();
        app.Dispose();
    }

    private Task<HttpResponseMessage> GetAsync(string uri) => client.GetAsync(uri, TestContext.Current.CancellationToken);

    private async Task<IEnumerable<string>> BlamedAsync(string uri)
    {
        var response = await GetAsync(uri);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        return Json.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))["errors"]!.AsObject().Select(error => error.Key);
    }
}
