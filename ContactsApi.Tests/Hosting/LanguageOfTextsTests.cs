using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ContactsApi.Tests.Support;
using ContactsApi.Tests.Vectors;

namespace ContactsApi.Tests.Hosting;

/// <summary>No text of an answer is in another language than the answer.</summary>
public sealed partial class LanguageOfTextsTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    /// <summary>How the paths of sentences and titles end. The names of channels, which may be brands, are not among them.</summary>
    private static readonly string[] Texts =
        [".text", ".remedy", ".title", ".detail", ".description", ".note", ".source", ".days.holiday", ".nonWorkingBy", ".schedule.name"];

    private readonly HttpClient client = app.CreateClient();

    public static TheoryData<string> Uris =>
    [
        .. VectorTests.BestChannel.Select(row => $"/v1/best-channel?{row.Data.Query()}&explain=true"),
        .. VectorTests.Errors.Select(row => $"{row.Data.Request["path"].Text()}?{row.Data.Request["query"].Text()}"),
        "/v1/best-channel?segment=individual&urgent=true&topic=account-locked&explain=true",
        "/v1/best-channel?segment=abroad&urgent=true&language=en&need=voice&exclude=abroad-main&explain=true",
        "/v1/best-channel?segment=abroad&at=2026-11-23T12:00:00%2003:00",
        "/v1/channels",
        "/v1/channels/telegram/availability?segment=individual",
        "/v1/channels/portal-chat/availability?segment=legal-entity",
        "/v1/channels?from=2026-11-23",
        "/v1/topics",
        "/v1/topics/pigeon",
        "/v1/regions",
        "/v1/regions/RU-ZZZ",
        "/v1/calendar/2020",
        "/v1/calendar/2021",
        "/v1/calendar/2028",
        "/v1/calendar/1999",
        "/v1/quality",
        "/v1/quality?code=rumour&severity=fatal&channel=pigeon",
        "/health/live?really=true",
        "/nowhere",
    ];

    [Theory]
    [MemberData(nameof(Uris))]
    public async Task An_answer_in_English_has_no_Cyrillic_but_the_quoted_name_of_the_portal(string uri)
    {
        var answer = await client.AskAsync(uri, "en");

        Assert.All(StringsIn(answer.Body), text => Assert.DoesNotMatch(Cyrillic(), QuotedName().Replace(text.Value, "")));
    }

    [Theory]
    [MemberData(nameof(Uris))]
    public async Task Every_text_of_an_answer_in_Russian_has_Cyrillic(string uri)
    {
        var answer = await client.AskAsync(uri, "ru");

        Assert.All(
            StringsIn(answer.Body).Where(text => text.Path.Contains(".errors.") || Array.Exists(Texts, end => text.Path.EndsWith(end, StringComparison.Ordinal))),
            text => Assert.Matches(Cyrillic(), text.Value));
    }

    private static IEnumerable<(string Path, string Value)> StringsIn(JsonNode? node, string path = "$") => node switch
    {
        JsonObject members => members.SelectMany(member => StringsIn(member.Value, $"{path}.{member.Key}")),
        JsonArray items => items.SelectMany(item => StringsIn(item, path)),
        JsonValue value when value.TryGetValue<string>(out var text) => [(path, text)],
        _ => [],
    };

    [GeneratedRegex(@"\p{IsCyrillic}")]
    private static partial Regex Cyrillic();

    [GeneratedRegex("“Госуслуги[^”]*”")]
    private static partial Regex QuotedName();
}
