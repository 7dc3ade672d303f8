using System.Net;
using System.Text.Json.Nodes;
using ContactsApi.Tests.Support;
using CsCheck;

namespace ContactsApi.Tests.Features.BestChannel;

/// <summary>Many questions at once are answered as each would be alone.</summary>
public sealed class BatchTests : IDisposable
{
    private const string Uri = "/v1/best-channel/batch";

    /// <summary>Values right and wrong, by parameter.</summary>
    private static readonly Dictionary<string, string[]> Values = new()
    {
        ["segment"] = ["individual", "legal-entity", "abroad", "nobody", ""],
        ["timeZone"] = ["Europe/Moscow", "Asia/Vladivostok", "Australia/Lord_Howe", "Mars", " "],
        ["at"] = ["2026-11-23T12:00:00+03:00", "2026-11-23T12:00:00", "2026-03-08T02:30:00", "1999-01-01T00:00:00Z", "noon", new('9', 101)],
        ["language"] = ["ru", "en", "de"],
        ["need"] = ["voice", "attachments", "no-login", "beauty"],
        ["topic"] = ["sms-code", "e-signature", "fishing"],
        ["region"] = ["RU-SPE", "RU-KGD", "RU-ZZZ"],
        ["country"] = ["DE", "US", "XK"],
        ["exclude"] = ["hotline", "portal-chat", "pigeon"],
        ["urgent"] = ["true", "false", "maybe"],
    };

    private static readonly Gen<(string Name, string Value)> Given =
        Generators.OneOf<string>([.. Values.Keys]).SelectMany(name => Generators.OneOf(Values[name]).Select(value => (name, value)));

    private static readonly Gen<(string Name, string Value)[]> AnyQuestion =
        from segment in Generators.OneOf("individual", "individual", "legal-entity", "abroad", null)
        from given in Given.List[0, 5]
        select ((string, string)[])[
            .. segment is null ? [] : new[] { ("segment", segment) },
            .. given.Where(one => one.Name is "need" or "exclude").Distinct(),
            .. given.Where(one => one.Name is not ("need" or "exclude" or "segment")).DistinctBy(one => one.Name)];

    private readonly ContactsApp app = new();

    [Theory]
    [InlineData("ru")]
    [InlineData("en")]
    public async Task Any_question_is_answered_or_refused_byte_for_byte_as_it_is_alone(string language)
    {
        using var client = app.CreateClient();
        await AnyQuestion.Array[1, 20].SampleAsync(
            async questions =>
            {
                var batch = await client.PostAsync(Uri, Body(questions), language);
                Assert.Equal(HttpStatusCode.OK, batch.Status);
                var answers = new List<string>();
                foreach (var question in questions)
                {
                    var alone = await client.AskAsync($"/v1/best-channel?{Query(question)}", language);
                    answers.Add(alone.Status == HttpStatusCode.OK
                        ? $$"""{"id":"{{answers.Count}}","answer":{{alone.Text}},"shortAnswer":null,"problem":null}"""
                        : $$"""{"id":"{{answers.Count}}","answer":null,"shortAnswer":null,"problem":{{alone.Text}}}""");
                }

                Assert.Equal($$"""{"answers":[{{string.Join(',', answers)}}]}""", batch.Text);
            },
            iter: 40);
    }

    [Fact]
    public async Task What_is_wrong_with_one_question_harms_no_other()
    {
        var answer = await app.CreateClient().PostAsync(Uri,
            """
            { "questions": [
              { "id": "a", "segment": "individual", "need": ["voice"], "urgent": false, "topic": null },
              { "id": "b", "segment": 5, "colour": "red", "need": ["beauty"] },
              { "segment": "abroad" },
              { "id": 7, "segment": "abroad" } ] }
            """, "en");

        var answers = answer.Body["answers"]!.AsArray();
        Assert.Equal(["a", "b", null, null], answers.Select(one => one!["id"].Text()));
        Assert.Equal([null, "invalid-parameters", null, "invalid-parameters"], answers.Select(one => one!["problem"]?["code"].Text()));
        Assert.Equal(["colour", "need", "segment"], Errors(answers[1]!).Order());
        Assert.Equal(["id"], Errors(answers[3]!));
        Assert.NotNull(answers[2]!["answer"]!["best"]);
    }

    [Theory]
    [InlineData("{}", "questions")]
    [InlineData("[]", "body")]
    [InlineData("{ \"questions\": null }", "questions")]
    [InlineData("{ \"questions\": {}, \"more\": 1 }", "questions", "more")]
    [InlineData("{ \"questions\": [5, {}, null, []] }", "questions[0]", "questions[2]", "questions[3]")]
    [InlineData("{ \"questions\": [{ \"segment\": \"abroad\", \"segment\": \"abroad\" }] }", "questions[0].segment")]
    public async Task What_is_no_list_of_questions_is_refused_as_a_whole(string body, params string[] blamed)
    {
        var answer = await app.CreateClient().PostAsync(Uri, body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Superset(answer.Blamed.ToHashSet(), blamed.ToHashSet());
        Assert.NotEmpty(answer.Blamed);
    }

    [Theory]
    [InlineData(0, HttpStatusCode.OK)]
    [InlineData(1000, HttpStatusCode.OK)]
    [InlineData(1001, HttpStatusCode.BadRequest)]
    public async Task A_thousand_questions_are_answered_and_no_more(int count, HttpStatusCode status)
    {
        var answer = await app.CreateClient().PostAsync(Uri, Body([.. Enumerable.Repeat<(string, string)[]>([("segment", "individual")], count)]));

        Assert.Equal(status, answer.Status);
        if (status == HttpStatusCode.OK)
            Assert.Equal(Enumerable.Range(0, count).Select(i => $"{i}"), answer.Body["answers"]!.AsArray().Select(one => one!["id"].Text()));
        else
            Assert.Equal(["questions"], answer.Blamed);
    }

    [Fact]
    public async Task A_batch_counts_as_many_requests_as_it_has_questions()
    {
        await using var limited = app.WithWebHostBuilder(host => host.UseSetting("Limits:AddressPerMinute", "10"));
        var client = limited.CreateClient();
        var six = Body([.. Enumerable.Repeat<(string, string)[]>([("segment", "individual")], 6)]);
        var three = Body([.. Enumerable.Repeat<(string, string)[]>([("segment", "individual")], 3)]);

        var first = await client.PostAsync(Uri, six);
        Assert.Equal("\"address\";r=4;t=60", Assert.Single(first.Response.Headers.GetValues("RateLimit")));
        var second = await client.PostAsync(Uri, six);
        Assert.Equal((HttpStatusCode.TooManyRequests, "too-many-requests"), (second.Status, second.Body["code"].Text()));
        // What was refused cost one request, and three are left.
        Assert.Equal(HttpStatusCode.OK, (await client.PostAsync(Uri, three)).Status);
    }

    public void Dispose() => app.Dispose();

    private static IEnumerable<string> Errors(JsonNode answer) => answer["problem"]!["errors"]!.AsObject().Select(error => error.Key);

    private static string Query(IEnumerable<(string Name, string Value)> question) =>
        string.Join('&', question.Select(one => $"{one.Name}={System.Uri.EscapeDataString(one.Value)}"));

    private static string Body(IReadOnlyList<(string Name, string Value)[]> questions) => new JsonObject
    {
        ["questions"] = new JsonArray([.. questions.Select((question, i) => Question(question, i))]),
    }.ToJsonString();

    private static JsonObject Question((string Name, string Value)[] question, int id)
    {
        var json = new JsonObject { ["id"] = $"{id}" };
        foreach (var group in question.GroupBy(one => one.Name, one => one.Value))
        {
            json[group.Key] = group.Key is "need" or "exclude" ? new JsonArray([.. group.Select(value => JsonValue.Create(value))])
                : group.Single() is "true" or "false" ? group.Single() == "true"
                : group.Single();
        }

        return json;
    }
}
