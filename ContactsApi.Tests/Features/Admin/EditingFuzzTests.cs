using System.Text.Json.Nodes;
using ContactsApi.Features.Admin;
using ContactsApi.Serialization;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Features.Admin;

/// <summary>Whatever is put in place of a value, it is written or refused in words, and questions are answered as before.</summary>
public sealed class EditingFuzzTests : IDisposable
{
    private static readonly string[] Odd =
    [
        "null", "true", "0", "-1", "2147483648", "1e999", "1.5", "\"\"", "\" \"", "\"x\"", "[]", "{}", "[null]", "[[]]", "[{}]", "{\"\":null}",
        "{\"ru\":\"\",\"en\":\"\"}", "\"9999-12-31\"", "\"0001-01-01\"", "\"2100-12-31\"", "\"9999-12-31T23:59:59.999999999Z\"",
        "\"-9998-01-01T00:00:00Z\"", "\"24:00-24:00\"", "\"23:59-00:00\"", "[\"00:00-24:00\",\"00:00-24:00\"]", "\"PT9999999999H\"", "\"P400D\"",
        "\"02-29\"", "\"Etc/GMT+12\"", "\"hotline\"", "\"mobile-app\"", "\"H-0820W\"", "\"1.1\"", "\"editorial\"", "\"operator\"",
        "{\"individual\":-2147483648}", "{\"phone\":\"+9999999\"}", "{\"uri\":\"x\",\"display\":{\"ru\":\"а\",\"en\":\"a\"}}", "\"preferred\"",
    ];

    private static readonly int Edits = 150 * Samples.Factor;

    private readonly ContactsApp app = new();
    private readonly HttpClient client;

    public EditingFuzzTests() => client = app.CreateClientWith(Scope.Steward);

    [Fact]
    public async Task Odd_values_are_written_or_refused_and_never_break_an_answer()
    {
        var random = Seed.Random();
        var statuses = new Dictionary<int, int>();
        for (var i = 0; i < Edits; i++)
        {
            var (uri, body, tag) = await MutantAsync(random);
            var answer = await client.WriteAsync("PUT", uri, body, match: tag, noneMatch: tag is null ? "*" : null);
            statuses[(int)answer.Status] = statuses.GetValueOrDefault((int)answer.Status) + 1;

            Assert.True((int)answer.Status is 200 or 201 or 400 or 422, $"{answer.Status} {uri} {body}");
            if ((int)answer.Status >= 400)
                Assert.True((int)answer.Status == 400 || answer.Blamed.Any(), $"Nothing is to blame: {uri} {body}");
            else
                await AssertAnsweredAsync($"{uri} {body}");
        }

        Assert.All([200, 422], status => Assert.InRange(statuses.GetValueOrDefault(status), Edits / 20, Edits));
    }

    public void Dispose()
    {
        client.Dispose();
        app.Dispose();
    }

    private async Task AssertAnsweredAsync(string after)
    {
        foreach (var uri in (string[])
            [
                "/v1/best-channel?segment=individual&explain=true", "/v1/best-channel?segment=legal-entity&at=2100-12-31T12:00:00Z",
                "/v1/best-channel?segment=abroad&at=2000-01-01T00:00:00Z", "/v1/channels", "/v1/quality", "/v1/calendar/2026",
                "/v1/channels/hotline/schedule?segment=individual&from=2026-12-28&to=2027-01-10",
            ])
        {
            var status = (int)(await client.AskAsync(uri)).Status;
            Assert.True(status is 200 or 400, $"{uri}: {status} after {after}");
        }
    }

    /// <summary>An element as it is, or an example of it, with one value replaced.</summary>
    private async Task<(string Uri, string Body, string? Tag)> MutantAsync(Random random)
    {
        var place = EditablePlace.All[random.Next(EditablePlace.All.Count)];
        var uri = $"/v1/admin{place.Path.Aggregate(place.Route, (route, parameter) => route.Replace($"{{{parameter.Name}}}", parameter.Example))}";
        var read = await client.AskAsync(uri);
        var element = read.Status == System.Net.HttpStatusCode.OK && random.Next(4) > 0 ? read.Body : JsonNode.Parse(place.Item())!;
        var values = Values(element).Where(value => value.Parent is not JsonObject || value.GetPropertyName() is not ("id" or "code" or "year")).ToList();
        if (values.Count == 0)
            return (uri, Odd[random.Next(Odd.Length)], read.Tag());
        values[random.Next(values.Count)].ReplaceWith(JsonNode.Parse(Odd[random.Next(Odd.Length)]));
        return (uri, element.ToJsonString(ContactsJson.Options), read.Tag());
    }

    private static IEnumerable<JsonNode> Values(JsonNode? node) => node switch
    {
        JsonObject members => members.Select(member => member.Value).OfType<JsonNode>().SelectMany(value => Values(value).Prepend(value)),
        JsonArray items => items.OfType<JsonNode>().SelectMany(item => Values(item).Prepend(item)),
        _ => [],
    };
}
