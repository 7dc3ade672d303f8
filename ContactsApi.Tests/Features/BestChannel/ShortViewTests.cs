using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ContactsApi.Core;
using ContactsApi.Core.Choosing;
using ContactsApi.Features.Asking;
using ContactsApi.Features.BestChannel;
using ContactsApi.Hosting;
using ContactsApi.Hosting.Caching;
using ContactsApi.Hosting.Coding;
using ContactsApi.Tests.Support;
using NodaTime;

namespace ContactsApi.Tests.Features.BestChannel;

/// <summary>What a caller needs, in about a kilobyte.</summary>
public sealed class ShortViewTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    private const string Question = "/v1/best-channel?segment=individual&at=2026-11-22T00:00:00Z";

    private readonly HttpClient client = app.CreateClient();

    [Theory]
    [InlineData(Segment.Individual)]
    [InlineData(Segment.LegalEntity)]
    [InlineData(Segment.Abroad)]
    public void It_fits_in_a_packet_at_every_moment_of_a_year(Segment segment)
    {
        var directory = app.Snapshot.Directory;
        var question = new Question(segment);
        var moment = Instant.FromUtc(2026, 11, 21, 21, 0);
        for (var end = moment + Duration.FromDays(366); moment < end;)
        {
            var decision = Chooser.Choose(directory, question, moment);
            foreach (var language in Enum.GetValues<Language>())
            {
                var query = new BestChannelQuery(question, new CallerTime(moment, MoscowTime.Zone.Id, MoscowTime.Zone));
                var body = ResponseBody.InShort(ShortBestChannelResponse.Of(decision, query, app.Snapshot, language)).Bytes;

                Assert.True(body.Length <= 1500, $"{moment}: {body.Length} bytes\n{Encoding.UTF8.GetString(body)}");
                Assert.InRange(new GzipBody(body).LengthWith(0), 1, 700);
                Assert.InRange(new BrotliBody([], body).LengthWith(0), 1, 640);
            }

            moment = decision.ValidUntil!.Value;
        }
    }

    [Theory]
    [InlineData("/v1/best-channel?segment=individual&at=2026-11-22T00:00:00Z")]
    [InlineData("/v1/best-channel?segment=individual&need=voice&at=2026-11-22T00:00:00Z")]
    [InlineData("/v1/best-channel?segment=legal-entity&country=DE&at=2026-12-31T20:00:00Z")]
    [InlineData("/v1/best-channel?segment=abroad&at=2031-01-01T12:00:00Z")]
    [InlineData("/v1/channels")]
    [InlineData("/v1/channels?segment=abroad&kind=phone")]
    public async Task It_is_a_part_of_the_whole_and_leaves_out_what_there_is_not(string question)
    {
        var full = await client.GetJsonAsync(question);
        var brief = await client.AskAsync(question.Contains('?', StringComparison.Ordinal) ? $"{question}&view=short" : $"{question}?view=short");

        Assert.Equal((HttpStatusCode.OK, ShortView.MediaType), (brief.Status, brief.MediaType));
        Assert.DoesNotContain("null", brief.Text, StringComparison.Ordinal);
        Assert.Equal([], NotIn(full, brief.Body, "$").Where(path => path != "$.text"));
    }

    [Fact]
    public async Task What_else_there_is_to_be_said_is_said_in_words()
    {
        using var inWords = new HttpRequestMessage(HttpMethod.Get, Question) { Headers = { { "Accept", "text/plain" } } };
        var said = await client.SendAsync(inWords, TestContext.Current.CancellationToken);
        var brief = await client.GetJsonAsync($"{Question}&view=short");

        Assert.Equal(await said.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), $"{brief["text"]}\n");
        Assert.Equal(["mobile-app", "hotline"], brief["alternatives"]!.AsArray().Select(one => one!["channelId"].Text()));
    }

    /// <summary>The directory takes 67 kB.</summary>
    [Fact]
    public async Task A_list_of_all_channels_takes_little() =>
        Assert.InRange(Encoding.UTF8.GetByteCount((await client.AskAsync("/v1/channels?view=short")).Text), 1000, 6000);

    [Fact]
    public async Task A_batch_answers_each_question_in_the_view_it_asks_for()
    {
        var alone = await client.GetJsonAsync($"{Question}&view=short");
        var answers = (await client.PostAsync(
            "/v1/best-channel/batch",
            """{ "questions": [{ "segment": "individual", "at": "2026-11-22T00:00:00Z", "view": "short" }, { "segment": "abroad" }, { "segment": "abroad", "view": "shorter" }] }""")).Body["answers"]!;

        Assert.True(JsonNode.DeepEquals(alone, answers[0]!["shortAnswer"]));
        Assert.Equal([null, "abroad", null], answers.AsArray().Select(one => one!["answer"]?["segment"].Text()));
        Assert.Equal(["view"], answers[2]!["problem"]!["errors"]!.AsObject().Select(error => error.Key));
    }

    [Fact]
    public async Task A_stream_sends_it_at_each_change()
    {
        using var stream = await EventReader.OpenAsync(client, "/v1/stream?segment=individual&view=short");

        Assert.Equal((await client.AskAsync("/v1/best-channel?segment=individual&view=short", "en")).Text, (await stream.NextAsync()).Data);
    }

    [Fact]
    public async Task Nobody_eligible_is_told_in_words()
    {
        var answer = await client.AskAsync("/v1/best-channel?segment=individual&need=attachments&exclude=portal-chat&view=short", "en");

        Assert.Equal(
            """{"text":"No way to reach the support centre meets what you ask for. Ask for less and try again.","catalogRevision":1,"alternatives":[]}""", answer.Text);
    }

    [Theory]
    [InlineData("view=shorter", "view")]
    [InlineData("view=Short", "view")]
    [InlineData("view=short&view=full", "view")]
    [InlineData("view=short&explain=true", "explain")]
    public async Task What_there_is_not_is_refused(string query, string blamed)
    {
        var answer = await client.AskAsync($"{Question}&{query}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal([blamed], answer.Blamed);
    }

    /// <summary>The moment is now, so that both are kept.</summary>
    [Fact]
    public async Task Views_do_not_mix()
    {
        foreach (var _ in new[] { "from anew", "kept" })
        {
            Assert.NotNull((await client.AskAsync("/v1/best-channel?segment=individual")).Body["ineligible"]);
            Assert.NotNull((await client.AskAsync("/v1/best-channel?segment=individual&view=full")).Body["ineligible"]);
            Assert.NotNull((await client.AskAsync("/v1/best-channel?segment=individual&view=short")).Body["text"]);
        }
    }

    /// <summary>The paths at which a part has what the whole has not.</summary>
    private static IEnumerable<string> NotIn(JsonNode? whole, JsonNode? part, string path) => (whole, part) switch
    {
        (JsonObject all, JsonObject some) => some.SelectMany(member => NotIn(all[member.Key], member.Value, $"{path}.{member.Key}")),
        (JsonArray all, JsonArray some) => some.SelectMany((item, i) => NotIn(all.ElementAtOrDefault(i), item, $"{path}[{i}]")),
        _ => JsonNode.DeepEquals(whole, part) ? [] : [path],
    };
}
