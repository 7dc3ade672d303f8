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
    [InlineData("registration", "cannot-sign-in", "no-login", "4.1 4.1 6.1 4.1")]
    [InlineData("sms-code", "cannot-sign-in", "no-login", "4.1 4.1 4.1 6.1 4.1")]
    [InlineData("account-locked", "cannot-sign-in needs-human", "no-login human", "4.1 4.1 6.1")]
    [InlineData("document-upload", "", "", "4.1 4.1 4.1 6.1 4.1")]
    [InlineData("application-status", "", "", "4.3 4.2 6.1")]
    [InlineData("service-information", "", "", "6.1 6.1 4.2 4.2")]
    [InlineData("technical-failure", "", "", "4.3 4.3 4.3 4.3 3.3 6.1")]
    [InlineData("wrong-contact-data", "", "", "4.4 6.1 4.4")]
    [InlineData("organisation-account", "", "", "6.1")]
    [InlineData("e-signature", "", "", "6.1")]
    public async Task A_topic_tells_what_it_implies_and_what_to_do(string id, string marks, string needs, string steps)
    {
        var topic = await client.GetJsonAsync($"/v1/topics/{id}");

        Assert.Equal(
            (marks, needs, steps),
            (Words(topic["marks"]), Words(topic["needs"]), string.Join(' ', topic["steps"]!.AsArray().Select(step => step!["reference"].Text()))));
    }

    [Fact]
    public async Task Every_topic_leads_to_the_help_on_the_portal() => Assert.All(
        (await client.GetJsonAsync("/v1/topics"))["topics"]!.AsArray(),
        topic => Assert.All(topic!["steps"]!.AsArray().Where(step => step!["reference"].Text() == "6.1"), step =>
            Assert.Matches("«Помощь»|«Часто задаваем", step!["text"].Text())));

    [Theory]
    [InlineData("technical-failure", "в часы пик")]
    [InlineData("technical-failure", "ответ придёт автоматически")]
    [InlineData("technical-failure", "В выходные и праздники")]
    [InlineData("service-information", "номер заявления или ИНН")]
    [InlineData("service-information", "скан документа")]
    public async Task What_the_source_advises_is_among_the_steps(string id, string words) =>
        Assert.Contains((await client.GetJsonAsync($"/v1/topics/{id}"))["steps"]!.AsArray(), step => step!["text"].Text()!.Contains(words, StringComparison.Ordinal));

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
