using System.Text.Json.Nodes;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Features.Channels;

public sealed class ChannelEndpointsTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    private readonly HttpClient client = app.CreateClient();

    [Theory]
    [InlineData("segment=individual")]
    [InlineData("segment=legal-entity")]
    [InlineData("segment=abroad")]
    [InlineData("kind=phone")]
    [InlineData("kind=email")]
    [InlineData("region=RU-SPE")]
    [InlineData("region=RU-MOW")]
    [InlineData("segment=legal-entity&kind=phone&region=RU-LEN")]
    [InlineData("segment=individual&kind=phone&region=RU-LEN")]
    [InlineData("segment=abroad&kind=fax")]
    public async Task The_directory_lists_the_channels_that_pass_every_filter_in_the_order_of_the_catalog(string query)
    {
        var filters = query.Split('&').Select(parameter => parameter.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);

        var expected = from channel in await ChannelsAsync("")
                       where Passes(channel, filters)
                       select channel["id"].Text();

        Assert.Equal(expected, (await ChannelsAsync(query)).Select(channel => channel["id"].Text()));
    }

    [Theory]
    [InlineData("kind=fax", "legal-fax")]
    [InlineData("segment=individual&kind=email", "email")]
    [InlineData("segment=legal-entity&kind=phone&region=RU-SPE", "hotline", "voice-assistant", "legal-tech-support", "legal-northwest")]
    [InlineData("segment=legal-entity&kind=phone&region=RU-MOW", "hotline", "voice-assistant", "legal-tech-support")]
    [InlineData("segment=abroad&kind=fax")]
    public async Task A_filter_leaves_the_channels_that_it_names(string query, params string[] ids) =>
        Assert.Equal(ids, (await ChannelsAsync(query)).Select(channel => channel["id"].Text()!));

    [Fact]
    public async Task The_directory_tells_of_a_channel_what_the_channel_tells_of_itself() =>
        await Assert.AllAsync(await ChannelsAsync(""), async channel =>
            Assert.Equal(channel, await client.GetJsonAsync($"/v1/channels/{channel["id"].Text()}"), JsonNode.DeepEquals));

    [Fact]
    public async Task A_channel_is_told_with_its_statements_in_the_language_asked_for()
    {
        var channel = (await client.AskAsync("/v1/channels/email", "en")).Body;

        Assert.Equal(("email", "message", "E-mail"), (channel["kind"].Text(), channel["mode"].Text(), channel["name"].Text()));
        Assert.Null(channel["address"]);
        Assert.Equal(
            ["hours hours-1.4 1.4", "hours hours-2.2 2.2", "answer-time answer-1.4 1.4", "answer-time answer-1.3 1.3", "answer-time answer-3.3 3.3"],
            channel["statements"]!.AsArray().Select(statement => $"{statement!["kind"].Text()} {statement["id"].Text()} {statement["reference"].Text()}"));
        Assert.All(channel["statements"]!.AsArray(), statement => Assert.Equal("normal", statement!["rank"].Text()));
    }

    [Fact]
    public async Task Another_door_to_a_desk_shows_the_statements_of_the_desk()
    {
        var app = await client.GetJsonAsync("/v1/channels/mobile-app");

        Assert.Equal("portal-chat", app["statementsOf"].Text());
        Assert.Equal((await client.GetJsonAsync("/v1/channels/portal-chat"))["statements"], app["statements"], JsonNode.DeepEquals);
    }

    [Theory]
    [InlineData("hotlin", "hotline")]
    [InlineData("Hotline", "hotline")]
    [InlineData("chat", "chat-bot")]
    public async Task An_unknown_channel_is_refused_with_the_nearest_names(string id, string nearest)
    {
        var answer = await client.AskAsync($"/v1/channels/{id}", "en");

        Assert.Equal((System.Net.HttpStatusCode.NotFound, "channel-not-found"), (answer.Status, answer.Body["code"].Text()));
        Assert.Contains(nearest, answer.Body["detail"].Text());
    }

    private async Task<IEnumerable<JsonNode>> ChannelsAsync(string query) =>
        (await client.GetJsonAsync($"/v1/channels?{query}"))["channels"]!.AsArray().OfType<JsonNode>();

    private static bool Passes(JsonNode channel, IReadOnlyDictionary<string, string> filters)
    {
        var regions = channel["restrictions"]!["regions"]!.AsArray().Select(region => region.Text()).ToList();
        return filters.All(filter => filter.Key switch
        {
            "segment" => channel["segments"]!.AsArray().Any(segment => segment!["segment"].Text() == filter.Value),
            "kind" => channel["kind"].Text() == filter.Value,
            _ => regions.Count == 0 || regions.Contains(filter.Value),
        });
    }
}
