using System.Net;
using System.Text.Json.Nodes;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Features.Topics;

/// <summary>What people need help with, as the shipped catalog has it.</summary>
public sealed class TopicEndpointsTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    private readonly HttpClient client = app.CreateClient();

    [Fact]
    public async Task All_ten_are_listed_each_as_it_is_alone()
    {
        var topics = (await client.GetJsonAsync("/v1/topics"))["topics"]!.AsArray();

        Assert.Equal(10, topics.Count);
        foreach (var topic in topics)
            Assert.Equal((await client.GetJsonAsync($"/v1/topics/{topic!["id"].Text()}")).ToJsonString(), topic.ToJsonString());
    }

    [Theory]
    [InlineData("registration", "cannot-sign-in", "no-login", 3)]
    [InlineData("account-locked", "cannot-sign-in needs-human", "no-login human", 2)]
    [InlineData("document-upload", "", "", 4)]
    [InlineData("e-signature", "", "", 0)] // the source advises nothing
    public async Task A_topic_tells_what_it_implies_and_what_to_do(string id, string marks, string needs, int steps)
    {
        var topic = await client.GetJsonAsync($"/v1/topics/{id}");

        Assert.Equal((marks, needs, steps), (Words(topic["marks"]), Words(topic["needs"]), topic["steps"]!.AsArray().Count));
        Assert.All(topic["steps"]!.AsArray(), step => Assert.Equal("4.1", step!["reference"].Text()));
    }

    [Theory]
    [InlineData("sms-code", "individual", "hotline feedback-form telegram chat-bot voice-assistant faq")] // no sign-in
    [InlineData("account-locked", "individual", "hotline feedback-form telegram")] // and a person
    [InlineData("account-locked", "abroad", "abroad-main abroad-hotline feedback-form telegram")]
    [InlineData("e-signature", "legal-entity", "legal-tech-support hotline portal-chat mobile-app feedback-form legal-fax telegram chat-bot voice-assistant faq")]
    public async Task The_channels_that_serve_it_are_those_that_best_channel_considers(string id, string segment, string channels)
    {
        var served = Segment(await client.GetJsonAsync($"/v1/topics/{id}"), segment)["channels"]!.AsArray();
        var answer = await client.GetJsonAsync($"/v1/best-channel?segment={segment}&topic={id}");

        Assert.Equal(channels, string.Join(' ', served.Select(one => one!["channelId"].Text())));
        Assert.Equal(
            channels.Split(' ').Order(),
            answer["alternatives"]!.AsArray().Prepend(answer["best"]).Select(one => one!["channelId"].Text()).Order());
        Assert.Equal(channels.StartsWith("legal-tech", StringComparison.Ordinal), served[0]!["specialised"]!.GetValue<bool>());
    }

    [Fact]
    public async Task What_to_prepare_names_the_channels_that_it_is_for()
    {
        var prepare = Segment(await client.GetJsonAsync("/v1/topics/account-locked"), "individual")["prepare"]!.AsArray();

        Assert.Equal("Логин, с которым вы входите.", prepare[0]!["text"].Text());
        Assert.Equal("hotline feedback-form telegram", Words(prepare[0]!["channels"]));
        Assert.Equal("hotline", Words(prepare.Single(one => one!["text"].Text() == "Паспортные данные.")!["channels"]));
    }

    [Fact]
    public async Task An_unknown_topic_is_not_found_and_the_nearest_is_named()
    {
        var answer = await client.AskAsync("/v1/topics/sms-kode", "en");

        Assert.Equal((HttpStatusCode.NotFound, "topic-not-found"), (answer.Status, answer.Body["code"].Text()));
        Assert.Contains("sms-code", answer.Body["detail"].Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_topic_of_a_catalog_written_before_there_were_steps_has_none()
    {
        await using var older = new ContactsApp();
        older.Change(catalog => catalog with { Topics = [.. catalog.Topics.Select(topic => topic with { Steps = [] })], Preparations = [] });

        var topic = await older.CreateClient().GetJsonAsync("/v1/topics/account-locked");

        Assert.Empty(topic["steps"]!.AsArray());
        Assert.Empty(Segment(topic, "individual")["prepare"]!.AsArray());
    }

    private static JsonNode Segment(JsonNode topic, string segment) => topic["segments"]!.AsArray().Single(one => one!["segment"].Text() == segment)!;

    private static string Words(JsonNode? list) => string.Join(' ', list!.AsArray().Select(one => one.Text()));
}
