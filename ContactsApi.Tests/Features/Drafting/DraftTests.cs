using System.Net;
using System.Text.Json.Nodes;
using ContactsApi.Core;
using ContactsApi.Core.Channels;
using ContactsApi.Features.Drafting;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Features.Drafting;

/// <summary>Somebody writes to the support centre.</summary>
public sealed class DraftTests : IDisposable
{
    private const string Whole = """
        { "channelId": "email", "segment": "individual", "appealNumber": "ОБ-12/7", "aim": "Не могу войти & прошу помощи", "name": "Иванова Анна",
          "inn": "5001 0073 2259", "snils": "112-233-445 95", "applicationNumber": "77", "step": "Ввод кода\r\nпосле СМС", "systemMessage": "Код неверен",
          "wantedResult": "Войти", "callbackPhone": "8 (916) 123-45-67", "callbackTime": "после 18:00" }
        """;

    private readonly ContactsApp app = new();
    private readonly HttpClient client;

    public DraftTests() => client = app.CreateClient();

    [Fact]
    public async Task The_text_has_the_five_paragraphs_of_the_source()
    {
        var answer = await Draft(Whole);

        Assert.Equal(
            """
            Цель обращения: Не могу войти & прошу помощи

            Заявитель: Иванова Анна
            ИНН: 500100732259
            СНИЛС: 11223344595
            Номер заявления: 77
            Номер обращения: ОБ-12/7

            Где возникла ошибка: Ввод кода
            после СМС
            Сообщение системы: Код неверен

            Что нужно получить: Войти

            Телефон для связи: +7 916 123-45-67
            Удобное время звонка: после 18:00
            """.ReplaceLineEndings("\n"),
            answer["text"].Text());
        Assert.Equal("Обращение № ОБ-12/7: Не могу войти & прошу помощи", answer["subject"].Text());
        Assert.Equal((true, "[]"), (answer["complete"]!.GetValue<bool>(), answer["missing"]!.ToJsonString()));
    }

    [Theory]
    [InlineData("""{ "channelId": "email", "segment": "individual" }""", "aim name inn step wantedResult")]
    [InlineData("""{ "channelId": "portal-chat", "segment": "individual" }""", "aim name inn step wantedResult callbackPhone")]
    [InlineData("""{ "channelId": "portal-chat", "segment": "individual", "aim": " ", "name": "А", "step": "б", "wantedResult": "в" }""", "aim inn callbackPhone")]
    [InlineData("""{ "channelId": "email", "segment": "individual", "aim": "а", "name": "А", "step": "б", "wantedResult": "в", "account": "1" }""", "")]
    [InlineData("""{ "channelId": "email", "segment": "individual", "aim": "а", "name": "А", "step": "б", "wantedResult": "в", "appealNumber": "1" }""", "")]
    public async Task It_says_what_is_missing(string body, string missing)
    {
        var answer = await Draft(body);

        Assert.Equal(missing, string.Join(' ', answer["missing"]!.AsArray().Select(part => part!["property"].Text())));
        Assert.Equal(missing.Length == 0, answer["complete"]!.GetValue<bool>());
        Assert.All(answer["missing"]!.AsArray(), part => Assert.Contains(part!["reference"].Text(), app.Snapshot.Directory.Sections.Keys));
    }

    [Fact]
    public async Task Where_the_channel_has_an_address_a_link_opens_the_prefilled_letter()
    {
        SupplyAddress("mailto:help+me@example.ru");

        var mail = (await Draft(Whole))["mail"]!;
        var (address, subject, body) = Opened(mail["uri"].Text()!);

        Assert.True(mail["holdsText"]!.GetValue<bool>());
        Assert.Equal("help+me@example.ru", address);
        Assert.Equal("Обращение № ОБ-12/7: Не могу войти & прошу помощи", subject);
        Assert.Equal((await Draft(Whole))["text"].Text()!.Replace("\n", "\r\n"), body);
    }

    [Fact]
    public async Task A_text_that_the_link_cannot_hold_is_left_out_whole_and_the_answer_says_so()
    {
        SupplyAddress("mailto:help@example.ru");

        var answer = await Draft(Whole.Replace("Код неверен", new string('ы', 800)));
        var uri = answer["mail"]!["uri"].Text()!;

        Assert.False(answer["mail"]!["holdsText"]!.GetValue<bool>());
        Assert.EndsWith(Uri.EscapeDataString("прошу помощи"), uri);
        Assert.DoesNotContain("body", uri);
        Assert.Equal(["text-not-in-link"], CodesOf(answer));
        Assert.Contains(new string('ы', 800), answer["text"].Text());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_link_is_never_longer_than_mail_programs_take(int more)
    {
        var address = new ChannelAddress { Uri = new("mailto:a@example.ru"), Display = new("a", "a") };
        var room = MailLink.MaxLength - "mailto:a@example.ru?subject=s&body=".Length;

        var link = MailLink.Of(address, new Letter("s", new string('t', room + more)))!;

        Assert.Equal(more == 0, link.HoldsText);
        Assert.True(link.Uri.Length <= MailLink.MaxLength);
    }

    [Fact]
    public async Task Without_an_address_the_text_is_there_all_the_same()
    {
        var answer = await Draft(Whole);

        Assert.Null(answer["mail"]);
        Assert.Null(answer["address"]);
        Assert.Equal(["no-address"], CodesOf(answer));
    }

    [Fact]
    public async Task The_letter_is_in_a_language_of_the_channel_and_the_advice_in_that_of_the_sender()
    {
        var answer = await Draft(Whole, "en");

        Assert.Equal("ru", answer["language"].Text());
        Assert.StartsWith("Цель обращения", answer["text"].Text());
        Assert.Equal(["no-address", "another-language"], CodesOf(answer));
        Assert.StartsWith("Attach screenshots", answer["attachments"]!["text"].Text());
    }

    [Fact]
    public async Task A_line_that_speaks_English_is_written_to_in_English()
    {
        app.ChangeChannel("email", channel => channel with { Languages = new Dictionary<Language, string> { [Language.Ru] = "1.4", [Language.En] = "1.4" } });

        var answer = await Draft(Whole, "en");

        Assert.Equal(("en", "Request No. ОБ-12/7: Не могу войти & прошу помощи"), (answer["language"].Text(), answer["subject"].Text()));
        Assert.StartsWith("What it is about: ", answer["text"].Text());
    }

    /// <summary>Whatever the sender speaks, or wrote, the operator reads one language.</summary>
    [Theory]
    [InlineData("8 916 123-45-67 доб. 12", "ru", "Телефон для связи: +7 916 123-45-67 доб. 12\n")]
    [InlineData("8 916 123-45-67 ext. 12", "ru", "Телефон для связи: +7 916 123-45-67 доб. 12\n")]
    [InlineData("8 916 123-45-67 доб. 12", "en", "Phone for a call back: +7 916 123-45-67 ext. 12\n")]
    public async Task An_extension_is_named_in_the_language_of_the_letter(string phone, string language, string line)
    {
        app.ChangeChannel("email", channel => channel with { Languages = new Dictionary<Language, string> { [Language.Ru] = "1.4", [Language.En] = "1.4" } });

        Assert.Contains(line, (await Draft(Whole.Replace("8 (916) 123-45-67", phone), language))["text"].Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("email", true)]
    [InlineData("feedback-form", false)]
    public async Task Attachments_are_spoken_of_where_the_channel_takes_them(string channel, bool takesThem)
    {
        var attachments = (await Draft(Whole.Replace("email", channel)))["attachments"];

        Assert.Equal(takesThem ? """["application/pdf",5]""" : null, attachments is null ? null : $"""["{attachments["mediaType"].Text()}",{attachments["maxMegabytes"]}]""");
    }

    public static TheoryData<string, string> LongAims => new()
    {
        {
            "Не удаётся подать заявление на получение загранпаспорта нового образца ребёнку\nвторая строка",
            "Не удаётся подать заявление на получение загранпаспорта нового образца…"
        },
        { new string('я', 70), new string('я', 70) },
        { new string('я', 71), $"{new string('я', 70)}…" },
        // A letter of several code units is not cut in two.
        { $"{new string('я', 69)}😀я", $"{new string('я', 69)}…" },
        { $"{new string('я', 68)}🇷🇺я", $"{new string('я', 68)}…" },
        { $"{new string('я', 69)}и\u0306я", $"{new string('я', 69)}…" },
        { string.Concat(Enumerable.Repeat("е\u0302\u0301", 30)), $"{string.Concat(Enumerable.Repeat("е\u0302\u0301", 23))}…" },
        { string.Concat(Enumerable.Repeat("👩‍👩‍👧", 10)), $"{string.Concat(Enumerable.Repeat("👩‍👩‍👧", 8))}…" },
    };

    [Theory]
    [MemberData(nameof(LongAims))]
    public void A_long_aim_is_cut_in_the_subject_between_words_where_there_are_some(string aim, string subject)
    {
        var channel = app.Snapshot.Directory.Channels["email"];

        Assert.Equal(subject, Letter.Of(new(channel, Segment.Individual) { Aim = aim }, Language.Ru).Subject);
    }

    [Theory]
    [InlineData("channelId", "\"pigeon\"")]
    [InlineData("segment", "\"nobody\"")]
    [InlineData("inn", "\"12345\"")]
    [InlineData("inn", "\"12345678901\"")]
    [InlineData("inn", "\"123456789a\"")]
    [InlineData("snils", "\"1122334459\"")]
    [InlineData("snils", "\"112233445951\"")]
    [InlineData("callbackPhone", "\"112\"")]
    [InlineData("callbackPhone", "\"call me\"")]
    [InlineData("callbackPhone", "\"8 916 123 45 6\"")]
    [InlineData("name", "\"Анна\\nИванова\"")]
    [InlineData("step", "\"a\\u0007b\"")]
    [InlineData("step", "\"a\\u202Eb\"")]
    [InlineData("account", "\"a\\u2066b\"")]
    [InlineData("aim", "7")]
    [InlineData("colour", "\"red\"")]
    public async Task What_the_support_centre_would_ask_about_again_is_refused(string property, string value)
    {
        var body = JsonNode.Parse(Whole)!.AsObject();
        body[property] = JsonNode.Parse(value);

        var answer = await client.PostAsync("/v1/requests/draft", body.ToJsonString());

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal([property], answer.Blamed);
    }

    [Theory]
    [InlineData("aim", DraftReader.LongestText)]
    [InlineData("name", DraftReader.LongestLine)]
    public async Task A_text_may_be_so_long_and_no_longer(string property, int longest)
    {
        var body = JsonNode.Parse(Whole)!.AsObject();
        body[property] = new string('я', longest);
        var fits = await client.PostAsync("/v1/requests/draft", body.ToJsonString());
        body[property] = new string('я', longest + 1);
        var doesNot = await client.PostAsync("/v1/requests/draft", body.ToJsonString());

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.BadRequest), (fits.Status, doesNot.Status));
        Assert.Equal([property], doesNot.Blamed);
    }

    [Fact]
    public async Task A_channel_that_does_not_serve_the_sender_is_refused()
    {
        var answer = await client.PostAsync("/v1/requests/draft", """{ "channelId": "email", "segment": "legal-entity" }""");

        Assert.Equal((HttpStatusCode.BadRequest, "segment-not-served"), (answer.Status, answer.Body["code"].Text()));
        Assert.Equal(["segment"], answer.Blamed);
    }

    [Fact]
    public async Task No_cache_keeps_what_a_person_wrote() =>
        Assert.Equal("no-store", (await client.PostAsync("/v1/requests/draft", Whole)).Response.Headers.CacheControl!.ToString());

    public void Dispose()
    {
        client.Dispose();
        app.Dispose();
    }

    private async Task<JsonNode> Draft(string body, string? language = null)
    {
        var answer = await client.PostAsync("/v1/requests/draft", body, language);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return answer.Body;
    }

    private void SupplyAddress(string uri) => app.ChangeChannel("email", channel => channel with
    {
        Address = new() { Uri = new(uri), Display = new("почта", "mail") },
    });

    private static IEnumerable<string> CodesOf(JsonNode answer) => answer["warnings"]!.AsArray().Select(warning => warning!["code"].Text()!);

    /// <summary>As a mail program reads a link (RFC 6068).</summary>
    private static (string Address, string Subject, string Body) Opened(string uri)
    {
        var parts = uri["mailto:".Length..].Split('?', '&');
        var fields = parts[1..].Select(part => part.Split('=')).ToDictionary(field => field[0], field => Uri.UnescapeDataString(field[1]));
        return (Uri.UnescapeDataString(parts[0]), fields["subject"], fields["body"]);
    }
}
