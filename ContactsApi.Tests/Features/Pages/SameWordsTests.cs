using System.Net;
using System.Text.RegularExpressions;
using ContactsApi.Core.Hours;
using ContactsApi.Features.Wording;
using ContactsApi.Serialization;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Features.Pages;

/// <summary>Page, plain text, bot and API say a thing in the words that the vocabulary has for it; the widget shows those of the API.</summary>
public sealed class SameWordsTests
{
    private const string Secret = "a-secret_of-the-bot";

    /// <summary>The rows of the vocabulary: what, in a word, in a sentence, each in both languages.</summary>
    public static TheoryData<string, string, string, string> Rows =>
    [
        .. from line in File.ReadAllText(Path.Combine(Repository.Root, "docs", "vocabulary.md")).Split("## What people are told")[1].Split("\n## ")[0].Split('\n')
           where line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| What", StringComparison.Ordinal) && !line.StartsWith("| ---", StringComparison.Ordinal)
           let cells = line.Split('|').Select(cell => cell.Trim()).ToArray()
           from language in EnumNames<ContactsApi.Core.Language>.All
           let place = language == "ru" ? 0 : 1
           select new TheoryDataRow<string, string, string, string>(cells[1], language, cells[2 + place], cells[4 + place]),
    ];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task What_is_said_anywhere_is_what_the_vocabulary_has(string what, string language, string word, string sentence)
    {
        using var app = new ContactsApp { Settings = new Dictionary<string, string> { ["Telegram:Secret"] = Secret } };
        var client = app.CreateClient();
        // Monday noon: open, within five minutes. Sunday 03:00: disputed, and by the morning.
        app.Time.SetUtcNow(Domain.At(what is "open" or "within" ? "2026-11-23 12:00" : "2026-11-22 03:00").ToDateTimeOffset());
        app.Change(catalog => what switch
        {
            "closed" => catalog with { Incidents = [.. catalog.Channels.Select(channel => new Incident(channel.Id, channel.Id, Domain.At("2026-11-22 00:00"), null, Domain.Reason))] },
            "unstated" => catalog with { Channels = [.. catalog.Channels.Select(channel => channel.Id == "hotline" ? channel with { Hours = [] } : channel)] },
            _ => catalog,
        });
        if (EnumNames<HoursState>.TryParse(what, out var state))
        {
            Assert.Equal(word, language == "ru" ? HoursWords.Of(state).Ru : HoursWords.Of(state).En);
            Assert.Contains(word, (await client.AskAsync("/widget.js", language)).Text);
            Assert.Contains(word, WebUtility.HtmlDecode((await client.AskAsync("/", language)).Text));
        }

        const string Query = "segment=individual&need=voice&need=human";
        var answer = (await client.AskAsync($"/v1/best-channel?{Query}", language)).Body["best"]!;
        Assert.Equal("hotline", answer["channelId"].Text());
        var said = new Dictionary<string, string>
        {
            ["page"] = WebUtility.HtmlDecode((await client.AskAsync($"/?{Query}", language)).Text),
            ["text"] = await TextAsync(client, Query, language),
            ["bot"] = await BotAsync(client, language),
            ["API"] = string.Join(' ', answer["because"]!.AsArray().Select(reason => reason!["text"].Text())),
        };

        var words = Regex.Escape(sentence).Replace("…", "[^.;]*?", StringComparison.Ordinal);
        Assert.All(said, one => Assert.True(Regex.IsMatch(one.Value, words, RegexOptions.IgnoreCase), $"{one.Key} does not say “{sentence}”: {one.Value}"));
    }

    private static async Task<string> TextAsync(HttpClient client, string query, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/best-channel?{query}") { Headers = { { "Accept", "text/plain" }, { "Accept-Language", language } } };
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Its numbers are those of the lines.</summary>
    private static async Task<string> BotAsync(HttpClient client, string language)
    {
        using var call = new HttpRequestMessage(HttpMethod.Post, "/v1/bots/telegram")
        {
            Content = new StringContent($$"""{ "update_id": 1, "message": { "message_id": 1, "date": 1, "chat": { "id": 1, "type": "private" }, "from": { "id": 1, "is_bot": false, "first_name": "A", "language_code": "{{language}}" }, "text": "/phone" } }""", System.Text.Encoding.UTF8, "application/json"),
        };
        call.Headers.Add("X-Telegram-Bot-Api-Secret-Token", Secret);
        using var answer = await client.SendAsync(call, TestContext.Current.CancellationToken);
        return System.Text.Json.Nodes.JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["text"].Text()!;
    }
}
