using ContactsApi.Storage;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Contract;

/// <summary>What the README and <c>contacts.http</c> tell people to send is sent, from the first to the last, on the day of the examples.</summary>
public sealed class DocumentedRequestsTests : IDisposable
{
    private const string Secret = "0123456789abcdef";
    private const string Office = "/v1/admin/offices/spb-nevsky";

    private readonly ContactsApp app = new() { Settings = new Dictionary<string, string> { ["Telegram:Secret"] = Secret } };
    private readonly HttpClient client;

    public DocumentedRequestsTests() => client = app.CreateClient();

    private static string Readme { get; } = TextOf("README.md");

    private static string HttpFile { get; } = TextOf("contacts.http");

    [Fact]
    public async Task The_readme_is_answered_save_where_it_shows_a_refusal()
    {
        var commands = Curls().Where(command => !command.Url.Contains("api.telegram.org", StringComparison.Ordinal)).ToList();

        Assert.InRange(commands.Count, 20, 100);
        foreach (var command in commands)
        {
            var (status, text) = await SendAsync(command.ToMessage());
            var wanted = command.Url.Contains("need=fax", StringComparison.Ordinal) ? 4 : 2;
            Assert.True(status / 100 == wanted, $"{command.Method} {command.Url}: {status} {text}");
        }
    }

    [Fact]
    public async Task All_of_contacts_http_is_answered()
    {
        var requests = HttpRequests().ToList();
        var correction = requests.Single(request => request.Method == "POST" && request.Url.EndsWith("/v1/corrections", StringComparison.Ordinal));

        Assert.InRange(requests.Count, 40, 200);
        foreach (var request in requests)
        {
            // Of these it says that one's own are to be put in.
            var (_, sent) = await SendAsync(correction.ToMessage());
            var own = request with
            {
                Url = request.Url
                    .Replace("K7QM-4TZP-W2XD", Json.Parse(sent)["number"].Text(), StringComparison.Ordinal)
                    .Replace("0a1b2c3d4e", app.KeyOf(Scope.Read).Key.Id, StringComparison.Ordinal),
            };
            var (status, text) = await SendAsync(own.ToMessage());
            Assert.True(status is >= 200 and < 300, $"{request.Title}: {status} {text}");
        }
    }

    /// <summary>Where an office is shown as an example to follow, to follow it is enough.</summary>
    [Theory]
    [InlineData("README.md")]
    [InlineData("contacts.http")]
    [InlineData("openapi.yaml")]
    public async Task An_office_is_there_at_the_first_try(string document)
    {
        var request = document switch
        {
            "README.md" => Curls().Single(command => command.Url.EndsWith(Office, StringComparison.Ordinal)).ToMessage(),
            "contacts.http" => HttpRequests().Single(one => one.Url.EndsWith(Office, StringComparison.Ordinal)).ToMessage(),
            _ => new PrefilledRequest(PublishedContract.OperationOf("putOffice"))
            {
                Values = new Dictionary<string, string> { ["dryRun"] = "false", ["If-None-Match"] = "*" },
            }.ToMessage(),
        };
        if (document == "openapi.yaml")
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

    private static string TextOf(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file));

    private IEnumerable<CurlCommand> Curls() => CurlCommand.In(Readme, new Dictionary<string, string>
    {
        ["$KEY"] = app.KeyOf(Scope.Steward).Text,
        ["$(cat anna.key)"] = app.KeyOf(Scope.Admin).Text,
    });

    private IEnumerable<HttpFileRequest> HttpRequests() => HttpFileRequest.In(HttpFile, new Dictionary<string, string>
    {
        ["host"] = "http://localhost",
        ["key"] = app.KeyOf(Scope.Admin).Text,
    });

    private Task<(int Status, string Text)> SendAsync(HttpRequestMessage message) => PrefilledRequest.SendAsync(client, message);
}
