using System.Net;
using System.Text;
using ContactsApi.Core.Statements;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Features.Bots;

/// <summary>Telegram calls the webhook of a bot.</summary>
public sealed class TelegramTests : IDisposable
{
    private const string Secret = "a-secret_of-the-bot";

    private readonly ContactsApp app = new() { Settings = new Dictionary<string, string> { ["Telegram:Secret"] = Secret } };
    private readonly HttpClient telegram;

    public TelegramTests() => telegram = app.CreateClient();

    [Theory]
    [InlineData("/start", "ru-RU", "Подскажу, как связаться")]
    [InlineData("/help", "en-GB", "I tell how to reach")]
    [InlineData("/help", "de", "Подскажу, как связаться")]
    [InlineData("/phone", "ru", "Для граждан. Позвоните по номеру 8 800 555-35-35 («Горячая линия»)")]
    [InlineData("/phone@Gosuslugi_support please", "en", "For individuals. Call 8 800 555-35-35 (“Hotline”)")]
    [InlineData("/abroad", "en", "Write to the chat: gosuslugi.ru")]
    [InlineData("/organisation", "en", "Call 8 800 555-35-35 (“Hotline”)")]
    [InlineData("Помогите!", "ru", "Напишите в чат: gosuslugi.ru")]
    [InlineData("/unheard-of", "en", "Write to the chat: gosuslugi.ru")]
    public async Task A_message_is_answered_in_the_answer_to_the_call(string text, string language, string beginning)
    {
        var answer = await Call(Message(text, language));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(("sendMessage", -77L), (answer.Body["method"].Text(), answer.Body["chat_id"]!.GetValue<long>()));
        Assert.StartsWith(beginning, answer.Body["text"].Text());
    }

    [Fact]
    public async Task The_numbers_are_those_of_all_three_segments() =>
        Assert.Equal(
            ["Для граждан", "Для организаций", "Из-за границы"],
            (await Call(Message("/phone"))).Body["text"].Text()!.Split('\n').Select(line => line.Split('.')[0]));

    [Fact]
    public async Task A_doubt_about_a_number_goes_with_it()
    {
        app.ChangeChannel("hotline", channel => channel with { Address = channel.Address! with { Verification = SmallCatalog.Marked(VerificationOutcome.Disputed) } });

        var lines = (await Call(Message("/phone"))).Body["text"].Text()!.Split('\n');

        Assert.EndsWith("Адрес вызывает сомнения: позвонили, не тот номер.", lines[0], StringComparison.Ordinal);
        Assert.EndsWith("Адрес вызывает сомнения: позвонили, не тот номер.", lines[1], StringComparison.Ordinal);
        Assert.DoesNotContain("сомнения", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_days_off_may_still_change_is_told_once()
    {
        app.Time.AdjustTime(new(2040, 6, 1, 9, 0, 0, TimeSpan.Zero));

        var lines = (await Call(Message("/phone"))).Body["text"].Text()!.Split('\n');

        Assert.Equal(4, lines.Length);
        Assert.StartsWith("Ответ касается года", lines[3], StringComparison.Ordinal);
    }

    /// <summary>At night in Moscow the support in Telegram is closed; on Monday at noon it is open by both readings.</summary>
    [Theory]
    [InlineData(0, true)]
    [InlineData(33, false)]
    public async Task Outside_the_hours_in_Telegram_a_phone_line_is_named_too(int hoursLater, bool isNamed)
    {
        app.Time.Advance(TimeSpan.FromHours(hoursLater));

        var text = (await Call(Message("Помогите!"))).Body["text"].Text()!;

        Assert.Equal(isNamed, text.Contains("Здесь, в Telegram, сейчас могут не ответить. Позвоните по номеру 8 800 555-35-35"));
    }

    [Theory]
    [InlineData("""{ "update_id": 1, "edited_message": { "message_id": 2 } }""")]
    [InlineData("""{ "update_id": 1, "message": { "message_id": 2, "chat": { "id": 1, "type": "private" }, "photo": [] } }""")]
    [InlineData("""{ "update_id": 1, "message": { "chat": { "id": 1, "type": "supergroup" }, "text": "Доброе утро, соседи" } }""")]
    [InlineData("""{ "update_id": 1, "message": { "text": "/phone" } }""")]
    [InlineData("null")]
    public async Task To_what_is_not_meant_for_a_bot_nothing_is_said(string update) =>
        Assert.Equal(HttpStatusCode.NoContent, (await Call(update)).Status);

    [Fact]
    public async Task In_a_group_a_command_is_answered() =>
        Assert.Equal(HttpStatusCode.OK, (await Call(Message("/phone@bot").Replace("private", "supergroup"))).Status);

    [Theory]
    [InlineData("""{ "message": { "chat": { "id": "seven", "type": "private" }, "text": "/phone" } }""", "message.chat.id")]
    [InlineData("""{ "message": 7 }""", "message")]
    [InlineData("{", "body")]
    public async Task What_is_no_update_is_refused(string update, string blamed)
    {
        var answer = await Call(update);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal([blamed], answer.Blamed);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a-secret_of-the-bo")]
    [InlineData("another-secret_of-a-bot")]
    public async Task Who_does_not_know_the_secret_is_not_Telegram(string? secret)
    {
        var answer = await Call(Message("/phone"), secret);

        Assert.Equal((HttpStatusCode.Unauthorized, "not-from-telegram"), (answer.Status, answer.Body["code"].Text()));
    }

    [Fact]
    public async Task Without_a_secret_in_the_settings_there_is_no_bot()
    {
        await using var without = new ContactsApp();
        using var client = without.CreateClient();

        var answer = await Call(Message("/phone"), "", client);

        Assert.Equal((HttpStatusCode.NotFound, "no-bot"), (answer.Status, answer.Body["code"].Text()));
    }

    public void Dispose()
    {
        telegram.Dispose();
        app.Dispose();
    }

    private static string Message(string text, string language = "ru") =>
        $$"""
        { "update_id": 5, "message": { "message_id": 9, "date": 1795305600, "chat": { "id": -77, "type": "private", "first_name": "A" },
          "from": { "id": 7, "is_bot": false, "first_name": "A", "language_code": "{{language}}" }, "text": "{{text}}", "entities": [] } }
        """;

    private async Task<Answer> Call(string update, string? secret = Secret, HttpClient? client = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/bots/telegram") { Content = new StringContent(update, Encoding.UTF8, "application/json") };
        if (secret is not null)
            request.Headers.TryAddWithoutValidation("X-Telegram-Bot-Api-Secret-Token", secret);
        var response = await (client ?? telegram).SendAsync(request, TestContext.Current.CancellationToken);
        return new Answer(response, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
