using System.Net;
using System.Text.Json.Nodes;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Features.Quality;

public sealed class QualityEndpointsTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    private readonly HttpClient client = app.CreateClient();

    [Fact]
    public async Task A_finding_says_what_is_doubtful_who_says_so_and_what_to_do()
    {
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");

        var answer = await client.GetJsonAsync("/v1/quality?code=contradicting-hours&channel=hotline");

        Assert.True(JsonNode.DeepEquals(answer, Json.Parse(
            """
            {
              "catalogRevision": 1,
              "counts": { "error": 1, "warning": 0, "notice": 0 },
              "findings": [
                {
                  "code": "contradicting-hours",
                  "severity": "error",
                  "channelId": "hotline",
                  "officeId": null,
                  "statements": ["hours-1.1", "hours-2.1", "hours-3.3", "hours-4.1", "hours-4.2", "hours-6.3", "hours-3.1"],
                  "references": ["1.1", "2.1", "3.3", "4.1", "4.2", "6.3", "3.1"],
                  "text": "The portal gives different hours for individuals. 1.1, 2.1, 3.3, 4.1, 4.2, 6.3: “round the clock”; 3.1: “on working days 08:00–20:00, on Saturdays 09:00–18:00, on Sundays and holidays 10:00–16:00”.",
                  "toCaller": null,
                  "remedy": "Ask the support centre for the true hours, and rank the right statement preferred or the wrong one deprecated."
                }
              ]
            }
            """)), answer.ToJsonString());
    }

    [Fact]
    public async Task Findings_speak_Russian_unless_asked_otherwise()
    {
        var finding = Assert.Single((await client.GetJsonAsync("/v1/quality?code=offices-missing"))["findings"]!.AsArray());

        Assert.Equal("В офисы направляют, но не назван ни один.", finding!["text"].Text());
        Assert.Equal("Возьмите список офисов на официальном портале и добавьте каждый со своим адресом, регионом и часами.", finding["remedy"].Text());
    }

    [Theory]
    [InlineData("", 67)]
    [InlineData("severity=error", 12)]
    [InlineData("severity=warning", 34)]
    [InlineData("severity=notice", 21)]
    [InlineData("code=calendar-year-missing", 0)]
    [InlineData("code=calendar-unbalanced", 0)]
    [InlineData("channel=legal-northwest", 5)]
    [InlineData("channel=legal-northwest&revision=1", 5)]
    [InlineData("channel=legal-northwest&severity=error", 1)]
    [InlineData("channel=legal-northwest&code=contradicting-hours", 0)]
    public async Task Filters_narrow_the_findings_together_and_counts_follow(string query, int count)
    {
        var answer = await client.GetJsonAsync($"/v1/quality?{query}");
        var findings = answer["findings"]!.AsArray();

        Assert.Equal(count, findings.Count);
        Assert.Equal(count, answer["counts"]!.AsObject().Sum(severity => severity.Value!.GetValue<int>()));
        Assert.All(query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(filter => filter.Split('=')).Where(filter => filter[0] != "revision"), filter => Assert.All(
            findings, finding => Assert.Equal(filter[1], finding![filter[0] == "channel" ? "channelId" : filter[0]].Text())));
    }

    [Theory]
    [InlineData("code=nonsense", "code")]
    [InlineData("code=Contradicting-Hours", "code")]
    [InlineData("severity=fatal", "severity")]
    [InlineData("channel=pigeon", "channel")]
    [InlineData("channel=", "channel")]
    [InlineData("severity=error&severity=notice", "severity")]
    [InlineData("segment=individual", "segment")]
    [InlineData("revision=2", "revision")]
    public async Task A_filter_that_does_not_exist_is_refused(string query, string parameter)
    {
        var response = await client.GetAsync($"/v1/quality?{query}", TestContext.Current.CancellationToken);
        var problem = Json.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal([parameter], problem["errors"]!.AsObject().Select(error => error.Key));
    }

    [Fact]
    public async Task The_date_is_that_of_Moscow()
    {
        // Midnight in Moscow is 21:00 in UTC. From 1 November on the decree of the next year is missed.
        await using var lateApp = new ContactsApp();
        lateApp.Time.SetUtcNow(new DateTimeOffset(2027, 10, 31, 20, 59, 59, TimeSpan.Zero));
        var lateClient = lateApp.CreateClient();
        var before = await lateClient.GetJsonAsync("/v1/quality?code=calendar-year-missing");
        lateApp.Time.Advance(TimeSpan.FromSeconds(1));
        var after = await lateClient.GetJsonAsync("/v1/quality?code=calendar-year-missing");

        Assert.Empty(before["findings"]!.AsArray());
        Assert.Single(after["findings"]!.AsArray());
    }
}
