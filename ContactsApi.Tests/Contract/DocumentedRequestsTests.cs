using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ContactsApi.Storage;
using ContactsApi.Hosting.OpenApi;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Contract;

/// <summary>What the documents and <c>contacts.http</c> tell people to send is sent, from the first to the last, on the day of the examples.</summary>
public sealed partial class DocumentedRequestsTests : IDisposable
{
    private const string Secret = "0123456789abcdef";
    private const string Office = "/v1/admin/offices/spb-nevsky";

    private readonly ContactsApp app = new() { Settings = new Dictionary<string, string> { ["Telegram:Secret"] = Secret } };
    private readonly HttpClient client;

    public DocumentedRequestsTests() => client = app.CreateClient();

    private static string HttpFile { get; } = Documents.TextOf("contacts.http");

    [Fact]
    public async Task The_documents_are_answered_as_they_show_it()
    {
        var examples = Examples().ToList();

        Assert.InRange(examples.Count, 20, 100);
        foreach (var (command, shown) in examples)
        {
            var (status, text) = await SendAsync(command.ToMessage());
            var wanted = command.Url.Contains("need=fax", StringComparison.Ordinal) ? 4 : 2;
            Assert.True(status / 100 == wanted, $"{command.Method} {command.Url}: {status} {text}");
            AssertShown(shown, text);
        }
    }

    [Fact]
    public async Task All_of_contacts_http_is_answered()
    {
        var requests = HttpRequests().ToList();
        var correction = requests.Single(request => request.Method == "POST" && request.Url.EndsWith("/v1/corrections", StringComparison.Ordinal));

        var (_, made) = await SendAsync(requests.Single(request => request.Method == "POST" && request.Url.EndsWith("/v1/admin/webhooks", StringComparison.Ordinal)).ToMessage());
        var webhook = Json.Parse(made)["webhook"]!["id"].Text()!;

        Assert.InRange(requests.Count, 40, 200);
        foreach (var request in requests)
        {
            // Of these it says that one's own are to be put in.
            var (_, sent) = await SendAsync(correction.ToMessage());
            var own = request with
            {
                Url = request.Url
                    .Replace("K7QM-4TZP-W2XD", Json.Parse(sent)["number"].Text(), StringComparison.Ordinal)
                    .Replace("0a1b2c3d4e", app.KeyOf(Scope.Read).Key.Id, StringComparison.Ordinal)
                    .Replace("5f6e7d8c9b", webhook, StringComparison.Ordinal),
            };
            var (status, text) = await SendAsync(own.ToMessage());
            Assert.True(status is >= 200 and < 300, $"{request.Title}: {status} {text}");
        }
    }

    [Fact]
    public async Task The_first_request_of_the_contract_is_answered()
    {
        var first = Assert.Single(CurlCommand.In(PublishedDocument.Public.Description, new Dictionary<string, string>()));

        var (status, text) = await SendAsync(first.ToMessage());

        Assert.True(status == 200, text);
        Assert.NotNull(Json.Parse(text)["best"]!["address"]);
    }

    /// <summary>Where an office is shown as an example to follow, to follow it is enough.</summary>
    [Theory]
    [InlineData("keep-the-catalog.md")]
    [InlineData("contacts.http")]
    [InlineData("openapi.admin.yaml")]
    public async Task An_office_is_there_at_the_first_try(string document)
    {
        var request = document switch
        {
            "keep-the-catalog.md" => Examples().Single(one => one.Command.Url.EndsWith(Office, StringComparison.Ordinal)).Command.ToMessage(),
            "contacts.http" => HttpRequests().Single(one => one.Url.EndsWith(Office, StringComparison.Ordinal)).ToMessage(),
            _ => new PrefilledRequest(PublishedContract.OperationOf("putOffice"))
            {
                Values = new Dictionary<string, string> { ["dryRun"] = "false", ["If-None-Match"] = "*" },
            }.ToMessage(),
        };
        if (document == "openapi.admin.yaml")
            request.Headers.Add("X-Api-Key", app.KeyOf(Scope.Steward).Text);

        var (status, text) = await SendAsync(request);

        Assert.True(status == 201, text);
        var office = Assert.Single((await client.ReadAsync("/v1/regions/RU-SPE"))["offices"]!.AsArray())!;
        Assert.Contains("191186", office["address"]!["postal"].Text());
        Assert.NotEqual("unstated", office["availability"]!["state"].Text());
        var best = await client.ReadAsync("/v1/best-channel?segment=individual&region=RU-SPE");
        Assert.Contains(best["alternatives"]!.AsArray(), one => one!["channelId"].Text() == "regional-office");
    }

    public void Dispose()
    {
        client.Dispose();
        app.Dispose();
    }

    /// <summary>Each request, with the answer that is shown below it, if that is one answer to one request.</summary>
    private IEnumerable<(CurlCommand Command, string Shown)> Examples()
    {
        var variables = new Dictionary<string, string> { ["$KEY"] = app.KeyOf(Scope.Steward).Text, ["$(cat anna.key)"] = app.KeyOf(Scope.Admin).Text };
        return from match in Example().Matches(Documents.All)
               let commands = CurlCommand.In(match.Value, variables).ToList()
               from command in commands
               where !command.Url.Contains("api.telegram.org", StringComparison.Ordinal)
               let isOneAnswer = commands.Count == 1 && !command.Url.Contains("/v1/stream", StringComparison.Ordinal)
               select (command, isOneAnswer ? match.Groups["answer"].Value : "");
    }

    /// <summary>All that is shown between the gaps: of a text its sentences, of JSON each property that is a text, a number, true, false or null.</summary>
    private static void AssertShown(string shown, string answer)
    {
        if (!shown.StartsWith('{'))
        {
            Assert.All(shown.Split('…', StringSplitOptions.TrimEntries), part => Assert.Contains(part, answer));
            return;
        }

        var given = PropertiesOf(Json.Parse(answer)).ToHashSet();
        Assert.All(
            from property in Property().Matches(shown)
            where property.Groups["name"].Value != "number" // of a correction: drawn anew each time
            select $"\"{property.Groups["name"].Value}\": {property.Groups["value"].Value}",
            property => Assert.Contains(property, given));
    }

    private static IEnumerable<string> PropertiesOf(JsonNode? node) => node switch
    {
        JsonObject all => all.SelectMany(one => one.Value is JsonObject or JsonArray ? PropertiesOf(one.Value) : [$"\"{one.Key}\": {one.Value?.ToJsonString(Readable) ?? "null"}"]),
        JsonArray all => all.SelectMany(PropertiesOf),
        _ => [],
    };

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [GeneratedRegex("```sh\n.*?\n```(\n\n```\n(?<answer>.*?)\n```)?", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex("""
        "(?<name>\w+)": (?<value>"([^"\\]|\\.)*"|-?[0-9]+|true|false|null)
        """)]
    private static partial Regex Property();

    private IEnumerable<HttpFileRequest> HttpRequests() => HttpFileRequest.In(HttpFile, new Dictionary<string, string>
    {
        ["host"] = "http://localhost",
        ["key"] = app.KeyOf(Scope.Admin).Text,
    });

    private Task<(int Status, string Text)> SendAsync(HttpRequestMessage message) => PrefilledRequest.SendAsync(client, message);
}
