using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ContactsApi.Core;
using ContactsApi.Core.Choosing;
using ContactsApi.Features.Asking;
using ContactsApi.Features.BestChannel;
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
                var query = new BestChannelQuery(question, new CallerTime(moment, MoscowTime.Zone.Id, MoscowTime.Zone), Explain: false);
                var body = ShortBestChannelResponse.Of(decision, query, 1, language).Body().Bytes;

                Assert.True(body.Length <= 1500, $"{moment}: {body.Length} bytes\n{Encoding.UTF8.GetString(body)}");
                Assert.InRange(new GzipBody(body).LengthWith(0), 1, 700);
            }

            moment = decision.ValidUntil!.Value;
        }
    }

    [Fact]
    public async Task It_says_what_the_whole_answer_says_and_leaves_out_what_there_is_not()
    {
        var full = await client.GetJsonAsync(Question);
        var brief = await client.AskAsync($"{Question}&view=short");

        Assert.Equal((HttpStatusCode.OK, ShortBestChannelResponse.MediaType), (brief.Status, brief.MediaType));
        Assert.DoesNotContain("null", brief.Text, StringComparison.Ordinal);
        Assert.Equal(full["validUntil"].Text(), brief.Body["validUntil"].Text());
        Assert.Equal(
            [Told(full["best"]!), .. full["alternatives"]!.AsArray().Take(2).Select(one => Told(one!))],
            [ToldInShort(brief.Body["best"]!), .. brief.Body["alternatives"]!.AsArray().Select(one => ToldInShort(one!))]);
        Assert.StartsWith("Напишите в чат: gosuslugi.ru", brief.Body["text"].Text(), StringComparison.Ordinal);
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

    private static string Told(JsonNode one) => string.Join('|', new[]
    {
        one["channelId"], one["name"], one["address"]!["display"], one["address"]!["uri"], one["availability"]!["state"], one["availability"]!["until"],
        one["availability"]!["opensAt"], one["answer"]?["within"], one["answer"]?["by"], one["answer"]?["approximate"],
    }.Select(value => value?.ToString()));

    private static string ToldInShort(JsonNode one) => string.Join('|', new[]
    {
        one["channelId"], one["name"], one["address"], one["uri"], one["state"], one["until"], one["opensAt"], one["answer"]?["within"], one["answer"]?["by"],
        one["answer"]?["approximate"],
    }.Select(value => value?.ToString()));
}
