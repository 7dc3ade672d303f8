using System.Net;
using ContactsApi.Core.Catalogs;
using ContactsApi.Tests.Contract;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Features.Copies;

/// <summary>Others keep a copy of the directory by the client that the documents show: whatever happens, it becomes what the directory is.</summary>
public sealed class CopyTests : IDisposable
{
    private readonly ContactsApp app = new();
    private readonly HttpClient client;

    public CopyTests() => client = app.CreateClient();

    /// <summary>What an answer shows may hang on elements other than its own, as on a schedule.</summary>
    private static Func<Catalog, Catalog>[] Happenings { get; } =
    [
        catalog => catalog with { Offices = [SmallCatalog.Office("one"), SmallCatalog.Office("two")], Schedules = [.. catalog.Schedules, SmallCatalog.Schedule("always", Domain.Always)] },
        catalog => catalog with { Channels = [.. catalog.Channels.Where(channel => channel.Id != "legal-fax")] },
        catalog => catalog.With("H-GRAPH", Domain.Always),
        catalog => catalog.With("always", Domain.Never),
        catalog => catalog with { Years = [.. catalog.Years.Skip(1)] },
        catalog => catalog with { Channels = [.. catalog.Channels.Reverse()] },
        catalog => catalog with { Offices = [.. catalog.Offices.Skip(1).Select(office => office with { Name = new("Другое имя", "Another name") })] },
        catalog => catalog with { Channels = [.. catalog.Channels.Select(channel => channel.Id == "hotline" ? channel with { Name = new("Линия", "Line") } : channel)] },
        catalog => catalog with { Years = [.. Domain.Shipped.Years] },
        catalog => catalog with { Offices = [], Channels = [.. Domain.Shipped.Channels] },
    ];

    [Fact]
    public async Task A_copy_is_what_the_directory_is_whenever_it_is_refreshed()
    {
        var random = Seed.Random();
        var (often, seldom) = (new ContactsCopy(client), new ContactsCopy(client));
        await often.RefreshAsync();
        await seldom.RefreshAsync();
        foreach (var happening in Happenings)
        {
            app.Change(happening);
            await often.RefreshAsync();
            await AssertIsWholeAsync(often);
            if (random.Next(3) > 0)
                continue;
            await seldom.RefreshAsync();
            await AssertIsWholeAsync(seldom);
        }

        await seldom.RefreshAsync();
        await AssertIsWholeAsync(seldom);
    }

    [Fact]
    public async Task From_nothing_all_comes_in_one_request()
    {
        var all = await client.ReadAsync("/v1/copy");

        Assert.Equal(Domain.Shipped.Channels.Select(channel => channel.Id), all["channels"]!.AsArray().Select(channel => channel!["id"].Text()));
        Assert.Equal(Domain.Shipped.Years.Select(year => year.Year), all["years"]!.AsArray().Select(year => (int)year!["year"]!));
        Assert.Equal((await client.ReadAsync("/v1/channels/hotline")).ToJsonString(), all["channels"]![0]!.ToJsonString());
        Assert.Equal((await client.ReadAsync("/v1/calendar/2026")).ToJsonString(), all["years"]!.AsArray().Single(year => (int)year!["year"]! == 2026)!.ToJsonString());
        Assert.Equal(1, (long)all["catalogRevision"]!);
    }

    [Fact]
    public async Task What_was_removed_is_named_and_what_is_as_it_was_is_not_sent()
    {
        app.Change(Happenings[1]);
        app.Change(Happenings[4]);

        var changes = await client.ReadAsync("/v1/copy?since=1");

        Assert.Equal("""{"catalogRevision":3,"channels":[],"offices":[],"years":[],"removed":{"channels":["legal-fax"],"offices":[],"years":[2013]}}""", changes.ToJsonString());
        Assert.Equal("""{"channels":[],"offices":[],"years":[2013]}""", (await client.ReadAsync("/v1/copy?since=2"))["removed"]!.ToJsonString());
        Assert.Equal("""{"channels":[],"offices":[],"years":[]}""", (await client.ReadAsync("/v1/copy?since=3"))["removed"]!.ToJsonString());
    }

    [Theory]
    [InlineData("since=2")]
    [InlineData("since=0")]
    [InlineData("since=soon")]
    [InlineData("since=9223372036854775807")]
    public async Task A_revision_that_is_not_known_is_refused(string query)
    {
        var answer = await client.AskAsync($"/v1/copy?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(["since"], answer.Blamed);
    }

    /// <summary>A backup from before was put in place: the copy begins anew by itself.</summary>
    [Fact]
    public async Task A_copy_of_a_later_revision_than_there_is_begins_anew()
    {
        using var lost = new ContactsApp();
        lost.Change(Happenings[7]);
        using var moving = new Moving(lost.CreateClient(), client);
        var copy = new ContactsCopy(new HttpClient(moving) { BaseAddress = new Uri("http://localhost") });

        await copy.RefreshAsync();
        Assert.Equal("Линия", copy.Items[("channels", "hotline")]["name"].Text());
        await copy.RefreshAsync();

        await AssertIsWholeAsync(copy);
    }

    public void Dispose()
    {
        client.Dispose();
        app.Dispose();
    }

    private async Task AssertIsWholeAsync(ContactsCopy copy)
    {
        var whole = new ContactsCopy(client);
        await whole.RefreshAsync();
        Assert.Equal(
            whole.Items.Select(item => $"{item.Key} {item.Value.ToJsonString()}").Order(StringComparer.Ordinal),
            copy.Items.Select(item => $"{item.Key} {item.Value.ToJsonString()}").Order(StringComparer.Ordinal));
    }

    /// <summary>Asks one service first, and from then on the other.</summary>
    private sealed class Moving(HttpClient first, HttpClient then) : HttpMessageHandler
    {
        private HttpClient next = first;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var asked = next;
            next = then;
            return asked.GetAsync(request.RequestUri!.PathAndQuery, cancellationToken);
        }
    }
}
