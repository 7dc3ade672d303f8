using System.Net;
using System.Text.Json.Nodes;
using ContactsApi.Core.Quality;
using ContactsApi.Core.Statements;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Features.BestChannel;

/// <summary>What the quality report knows of a channel stands as a warning wherever the channel is recommended.</summary>
public sealed class DoubtTests : IDisposable
{
    /// <summary>With this every channel of the segment serves.</summary>
    private const string All = "urgent=true&topic=e-signature&region=RU-SPE";

    private static readonly string[] Segments = ["individual", "legal-entity", "abroad"];

    private readonly ContactsApp app = new();
    private readonly HttpClient client;

    public DoubtTests() => client = app.CreateClient();

    [Theory]
    [InlineData("ru")]
    [InlineData("en")]
    public async Task Every_shipped_channel_is_recommended_with_just_the_doubts_that_are_found_about_it(string language)
    {
        app.Change(Domain.WithAddresses);
        var findings = (await client.AskAsync("/v1/quality", language)).Body["findings"]!.AsArray()
            .Where(finding => finding!["toCaller"] is not null)
            .ToLookup(finding => finding!["channelId"].Text()!, finding => (finding!["code"].Text()!, finding["toCaller"].Text()!));
        var codes = findings.SelectMany(channel => channel).Select(finding => finding.Item1).ToHashSet();
        var seen = new HashSet<string>();

        foreach (var segment in Segments)
        {
            var answer = (await client.AskAsync($"/v1/best-channel?segment={segment}&{All}", language)).Body;
            foreach (var one in answer["alternatives"]!.AsArray().Prepend(answer["best"]))
            {
                var id = one!["channelId"].Text()!;
                seen.Add(id);
                Assert.Equal(findings[id].Order(), Warnings(one, codes).Order());
                Assert.Equal(Warnings(one, codes), Warnings((await client.AskAsync($"/v1/channels/{id}", language)).Body, codes));
            }
        }

        Assert.Equal(app.Snapshot.Directory.Channels.Keys.Except(["regional-office"]).Order(), seen.Order());
        Assert.Equal(
            "abroad-urgent facebook legal-northwest odnoklassniki telegram urgent-phone viber vk whatsapp",
            string.Join(' ', findings.Select(channel => channel.Key).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("segment=legal-entity&region=RU-SPE&exclude=hotline", "legal-northwest",
        "same-address-in-two-roles Тот же номер указан и как «Телефон для срочной помощи»: уточните, туда ли вы попали.",
        "number-of-another-area Код 495 относится к другому региону (Москва, Московская область): номер может быть ошибочным.",
        "toll-free-claim Звонок назван бесплатным, но код +7 495 не бесплатный: возможно, придётся платить.")]
    [InlineData("segment=abroad&urgent=true", "abroad-urgent",
        "number-of-another-country Это номер Казахстана, а не России: ответить может посторонний.")]
    [InlineData("segment=individual&urgent=true", "urgent-phone",
        "same-address-in-two-roles Тот же номер указан и как «Линия для Петербурга и Ленинградской области»: уточните, туда ли вы попали.")]
    [InlineData("segment=individual", "telegram",
        "official-status-not-confirmed Никто не подтвердил, что это официальный аккаунт: убедитесь в этом, прежде чем писать.")]
    [InlineData("segment=individual", "hotline")]
    [InlineData("segment=abroad", "abroad-hotline")]
    public async Task A_caller_reads_what_is_doubtful_before_all_else(string query, string channel, params string[] doubts)
    {
        var warnings = (await RecommendationAsync(query, channel))["warnings"]!.AsArray();

        Assert.Equal(doubts, warnings.Take(doubts.Length).Select(Told));
        Assert.DoesNotContain(warnings.Skip(doubts.Length), warning => doubts.Any(doubt => doubt.StartsWith(warning!["code"].Text()!, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("segment=abroad&urgent=true&need=voice&at=2026-11-23T09:00:00Z", "en",
        "Call +7 707 777-77-77 (“Urgent number from abroad”) — open round the clock, an answer within about 5 minutes. "
        + "This is a number of Kazakhstan, not of Russia: a stranger may answer.")]
    [InlineData("segment=individual&exclude=portal-chat&exclude=mobile-app&exclude=hotline&exclude=feedback-form&need=human&at=2026-11-23T09:00:00Z", "ru",
        "Напишите в мессенджере «Telegram»: @Gosuslugi_support — открыто до 23 ноября в 20:00 по Москве, ответят примерно в течение 5 минут. "
        + "Никто не подтвердил, что это официальный аккаунт: убедитесь в этом, прежде чем писать.")]
    public async Task Whoever_hears_or_reads_a_sentence_is_told_too(string query, string language, string beginning) =>
        Assert.StartsWith(beginning, await PlainAsync(query, language));

    [Fact]
    public async Task The_channel_named_next_is_told_with_its_doubts() => Assert.EndsWith(
        "If nobody answers within 10 minutes, call +7 495 123-45-67 (“Urgent help phone”). "
        + "The same number is listed as “Saint Petersburg and Leningrad Oblast line” too: make sure that you have come to the right place.\n",
        await PlainAsync("segment=individual&urgent=true&exclude=hotline&at=2026-11-23T09:00:00Z", "en"));

    [Fact]
    public async Task The_page_shows_them_beside_the_cost_and_once()
    {
        var page = WebUtility.HtmlDecode((await client.AskAsync("/?segment=legal-entity&region=RU-SPE", "ru")).Text);

        Assert.Contains("<li>Источник называет звонок бесплатным из любой точки России.</li>", page);
        Assert.All((await RecommendationAsync("segment=legal-entity&region=RU-SPE", "legal-northwest"))["warnings"]!.AsArray().Take(3), warning =>
        {
            Assert.Contains($"<li class=\"doubt\">{warning!["text"].Text()}</li>", page);
            Assert.Equal(2, page.Split(warning["text"].Text()!).Length);
        });
    }

    [Fact]
    public async Task A_poster_says_what_is_doubtful_about_its_number()
    {
        app.ChangeChannel("hotline", channel => channel with { Address = new() { Phone = "+77077777777" } });

        Assert.Contains("Это номер Казахстана, а не России: ответить может посторонний.", WebUtility.HtmlDecode((await client.AskAsync("/poster?segment=individual", "ru")).Text));
    }

    [Fact]
    public async Task Who_writes_to_an_account_that_nobody_confirmed_is_told_before_sending()
    {
        var draft = (await client.PostAsync("/v1/requests/draft", """{ "channelId": "telegram", "segment": "individual", "aim": "Помогите" }""", "ru")).Body;

        Assert.Contains("official-status-not-confirmed", draft["warnings"]!.AsArray().Select(warning => warning!["code"].Text()));
    }

    [Theory]
    [InlineData("segment=abroad&urgent=true", "abroad-urgent", "")]
    [InlineData("segment=individual", "telegram", "")]
    [InlineData("segment=legal-entity&region=RU-SPE", "legal-northwest", "toll-free-claim")] // whose the number is does not tell what a call costs
    public async Task A_verified_address_settles_whose_it_is(string query, string channel, string left)
    {
        app.ChangeChannel(channel, one => one with { Address = one.Address! with { Verification = SmallCatalog.Marked(VerificationOutcome.Verified) } });

        var codes = (await RecommendationAsync(query, channel))["warnings"]!.AsArray()
            .Select(warning => warning!["code"].Text()).Intersect(CallerFindings.Rules.Select(rule => rule.Kind.Code));

        Assert.Equal(left, string.Join(' ', codes));
    }

    [Fact]
    public async Task The_number_of_the_office_of_a_region_is_doubted_as_any_other()
    {
        var office = SmallCatalog.Office("o");
        app.Change(catalog => catalog with { Offices = [office with { Address = office.Address with { Phone = "+77077777777" }, Hours = [] }] });

        Assert.Contains("number-of-another-country", (await RecommendationAsync("segment=individual&region=RU-PRI", "regional-office"))["warnings"]!.AsArray()
            .Select(warning => warning!["code"].Text()));
    }

    public void Dispose()
    {
        client.Dispose();
        app.Dispose();
    }

    private static string Told(JsonNode? warning) => $"{warning!["code"].Text()} {warning["text"].Text()}";

    private static IEnumerable<(string, string)> Warnings(JsonNode one, HashSet<string> codes) => one["warnings"]!.AsArray()
        .Select(warning => (warning!["code"].Text()!, warning["text"].Text()!)).Where(warning => codes.Contains(warning.Item1));

    private async Task<JsonNode> RecommendationAsync(string query, string channel)
    {
        var answer = await client.GetJsonAsync($"/v1/best-channel?{query}");
        return answer["alternatives"]!.AsArray().Prepend(answer["best"]).Single(one => one!["channelId"].Text() == channel)!;
    }

    private async Task<string> PlainAsync(string query, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/best-channel?{query}");
        request.Headers.Add("Accept", "text/plain");
        request.Headers.Add("Accept-Language", language);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
