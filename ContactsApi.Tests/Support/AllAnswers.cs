using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ContactsApi.Core;
using ContactsApi.Core.Catalogs;
using ContactsApi.Hosting;

namespace ContactsApi.Tests.Support;

/// <summary>
/// Everything that anybody can ask without a key, of every channel, region and topic of a catalog: each reading operation of the contract in
/// each of its formats, the pages, and the texts that are made of the catalog.
/// </summary>
public static partial class AllAnswers
{
    public const string TelegramSecret = "a-secret_of-the-bot";

    /// <summary>A stream does not end, so only its first event is read.</summary>
    private const string Stream = "/v1/stream";

    private static readonly string[] Segments = ["individual", "legal-entity", "abroad"];

    private static readonly string[] Files = ["calendar.csv", "calendar.xml", "calendar.ics"];

    private static readonly string[] Messages = ["/start", "/phone", "/abroad", "/organisation", "?"];

    /// <summary>Optional parameters by which answers show more.</summary>
    private static readonly Dictionary<string, string[]> Variants = new()
    {
        ["/v1/best-channel"] = ["&explain=true&country=DE", "&region=RU-PRI", "&urgent=true&at=2026-12-31T20:59:59Z"],
        ["/v1/due"] = ["&timeZone=Asia/Vladivostok&at=2026-11-29T12:00:00"],
        ["/v1/slots"] = ["&need=voice&timeZone=America/New_York&country=US", "&region=RU-PRI"],
        ["/v1/channels/{id}/availability"] = ["&region=RU-PRI"],
        ["/v1/channels/{id}/schedule"] = ["&region=RU-PRI&timeZone=America/New_York"],
        ["/v1/channels/{id}/schedule.ics"] = ["&region=RU-PRI"],
        ["/v1/calendar/{year}/{file}"] = ["&region=RU-TA", "&region=RU-KL"],
    };

    private static readonly IReadOnlyList<Operation> Readings =
        [.. PublishedContract.Operations.Where(one => one.Method == "get" && !one.Path.StartsWith("/v1/admin", StringComparison.Ordinal))];

    /// <param name="app">With the <see cref="TelegramSecret"/>, if the bot is to answer.</param>
    /// <param name="languages">In which everything is asked.</param>
    public static async Task<IReadOnlyCollection<(string Request, Answer Answer)>> OfAsync(ContactsApp app, params string[] languages)
    {
        using var client = app.CreateClient();
        var answers = new ConcurrentBag<(string, Answer)>();
        await Parallel.ForEachAsync(
            Of(app.Snapshot.Directory.Catalog).SelectMany(asked => languages.Select(language => asked with { Language = language })),
            TestContext.Current.CancellationToken,
            async (asked, _) => answers.Add((asked.ToString(), await SendAsync(client, asked))));
        return answers;
    }

    private static IEnumerable<Asked> Of(Catalog catalog) =>
    [
        .. from operation in Readings
           from path in PathsOf(operation.Path, catalog).SelectMany(path => Files.Select(file => path.Replace("{file}", file)).Distinct())
           from query in QueriesOf(operation)
           select new Asked("GET", path + query),
        .. Segments.Select(segment => new Asked("GET", $"/v1/best-channel?segment={segment}") { Accept = PlainText.MediaType }),
        .. from page in RandomRequests.Pages.Append("/widget.js")
           from query in page is "/" or "/poster" ? Segments.Select(segment => $"?segment={segment}") : [""]
           select new Asked("GET", page + query),
        .. from channel in catalog.Channels
           from segment in channel.Priority.Keys
           select new Asked("POST", "/v1/requests/draft") { Body = Draft(channel.Id, segment) },
        new Asked("POST", "/v1/best-channel/batch") { Body = $$"""{ "questions": [{{string.Join(',', Segments.Select(segment => $$"""{ "segment": "{{segment}}" }"""))}}] }""" },
        .. Messages.Select(text => new Asked("POST", "/v1/bots/telegram") { Body = Update(text) }),
    ];

    /// <summary>A path of the contract with each thing in it that the catalog has.</summary>
    private static IEnumerable<string> PathsOf(string path, Catalog catalog) =>
        PathParameter().Match(path) is { Success: true } parameter
            ? Things(parameter.Groups["collection"].Value, catalog).Select(thing => path.Replace($"{{{parameter.Groups["name"].Value}}}", thing))
            : [path];

    private static IEnumerable<string> Things(string collection, Catalog catalog) => collection switch
    {
        "channels" => catalog.Channels.Select(channel => channel.Id),
        "topics" => catalog.Topics.Select(topic => topic.Id),
        "regions" => ["RU-PRI", "RU-SPE"],
        "revisions" => ["1", "2"],
        "calendar" => ["2000", "2026", "2027", "2100"],
        "days" => ["2026-01-01", "2026-05-09"],
        "norms" => ["2020", "2028"],
        "corrections" => ["K7QM-4TZP-W2XD"],
        _ => throw new InvalidOperationException($"What stands in a path of {collection} is not known here."),
    };

    /// <summary>Every value of what has a few, the example of any other parameter that is required.</summary>
    private static IEnumerable<string> QueriesOf(Operation operation)
    {
        var required = operation.Parameters.Where(one => one["in"].Text() == "query" && one["required"]?.GetValue<bool>() == true);
        var queries = required.Aggregate(
            Enumerable.Repeat("?", 1),
            (queries, one) => from query in queries from value in ValuesOf(one) select $"{query}&{one["name"].Text()}={Uri.EscapeDataString(value)}").ToList();
        return from query in queries from variant in Variants.GetValueOrDefault(operation.Path, []).Prepend("") select (query + variant).Replace("?&", "?");
    }

    private static IEnumerable<string> ValuesOf(JsonNode parameter) =>
        PublishedContract.Whole(parameter["schema"]!)["enum"] is JsonArray values ? values.Select(value => value.Text()!) : [$"{parameter["example"]}"];

    private static string Draft(string channelId, Segment segment) => JsonSerializer.Serialize(
        new { channelId, segment = JsonNamingPolicy.KebabCaseLower.ConvertName($"{segment}"), aim = "Помогите", callbackPhone = "+79001234567" });

    private static string Update(string text) =>
        $$"""{ "message": { "chat": { "id": 1, "type": "private" }, "from": { "language_code": "en" }, "text": "{{text}}" } }""";

    private static async Task<Answer> SendAsync(HttpClient client, Asked asked)
    {
        if (asked.Uri.StartsWith(Stream, StringComparison.Ordinal))
        {
            using var stream = await EventReader.OpenAsync(client, asked.Uri, acceptLanguage: asked.Language);
            return new Answer(stream.Response, stream.Response.IsSuccessStatusCode ? (await stream.NextAsync()).Data : "");
        }

        using var request = new HttpRequestMessage(new HttpMethod(asked.Method), asked.Uri);
        request.Headers.TryAddWithoutValidation("Accept-Language", asked.Language);
        request.Headers.TryAddWithoutValidation("X-Telegram-Bot-Api-Secret-Token", TelegramSecret);
        if (asked.Accept is { } accept)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        if (asked.Body is { } body)
            request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return new Answer(response, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private sealed record Asked(string Method, string Uri)
    {
        public string Language { get; init; } = "ru";

        public string? Accept { get; init; }

        public string? Body { get; init; }

        public override string ToString() => $"{Method} {Uri} {Language} {Accept} {Body}".TrimEnd();
    }

    [GeneratedRegex(@"(?<collection>\w+)/\{(?<name>\w+)\}", RegexOptions.ExplicitCapture)]
    private static partial Regex PathParameter();
}
