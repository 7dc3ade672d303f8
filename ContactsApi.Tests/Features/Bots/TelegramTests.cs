using System.Net;
using System.Text;
using ContactsApi.Core.Hours;
using ContactsApi.Core.Statements;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Features.Bots;

/// <summary>Telegram calls the webhook of a bot.</summary>
public sealed class TelegramTests : IDisposable
{
    private const string Secret = "a-secret_of-the-bot";
    private const string Help = "Подскажу, как связаться";
    private const string Numbers = "Для граждан. Позвоните по номеру";
    private const string Best = "Напишите в чат";

    private readonly ContactsApp app = new()
    {
        Settings = new Dictionary<string, string> { ["Telegram:Secret"] = Secret, ["Telegram:Username"] = "Gosuslugi_support_bot" },
    };
    private readonly HttpClient telegram;

    public TelegramTests() => telegram = app.CreateClient();

    [Theory]
    [InlineData("/start", "ru-RU", "Подскажу, как связаться")]
    [InlineData("/help", "en-GB", "I tell how to reach")]
    [InlineData("/help", "de", "Подскажу, как связаться")]
    [InlineData("/phone", "ru", "Для граждан. Позвоните по номеру 8 800 555-35-35 («Горячая линия»)")]
    [InlineData("/phone@Gosuslugi_support_bot please", "en", "For individuals. Call 8 800 555-35-35 (“Hotline”)")]
    [InlineData("/PHONE", "ru", Numbers)]
    [InlineData("/Phone, пожалуйста", "ru", Numbers)]
    [InlineData("/phone\\nи поскорее", "ru", Numbers)]
    [InlineData("/phonebook", "ru", Best)]
    [InlineData("/", "ru", Best)]
    [InlineData("/abroad", "en", "Call +7 495 777-77-77")]
    [InlineData("/organisation", "en", "Call 8 800 555-35-35 (“Hotline”)")]
    [InlineData("Помогите!", "ru", "Напишите в чат: gosuslugi.ru")]
    [InlineData("/unheard-of", "en", "Write to the chat: gosuslugi.ru")]
    [InlineData("8 800 555-35-34", "en", "We read this as the number +7 800 555-35-34.")]
    [InlineData("gosuslugi-help.ru", "ru", "Мы поняли это так: адрес сайта gosuslugi-help.ru.")]
    [InlineData("/check @Gosuslugi_support", "en", "We read this as the account @gosuslugi_support.")]
    [InlineData("/check", "en", "I tell how to reach")]
    [InlineData("/check Привет всем", "ru", "Подскажу, как связаться")]
    public async Task A_message_is_answered_in_the_answer_to_the_call(string text, string language, string beginning)
    {
        var answer = await Call(Message(text, language));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(("sendMessage", -77L), (answer.Body["method"].Text(), answer.Body["chat_id"]!.GetValue<long>()));
        Assert.StartsWith(beginning, answer.Body["text"].Text());
    }

    /// <summary>Who writes more than a number wants more than to know whose it is.</summary>
    [Fact]
    public async Task A_message_that_holds_a_number_is_answered_as_any_other_besides()
    {
        var text = (await Call(Message("Мне пришёл код с номера 8 800 555-35-34, помогите"))).Body["text"].Text()!;

        Assert.StartsWith("Мы поняли это так: номер +7 800 555-35-34. Такого номера в справочнике нет, но он похож на 8 800 555-35-35", text, StringComparison.Ordinal);
        Assert.Contains($"\n\n{Best}", text);
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
        Assert.StartsWith("Выходные дни на этот год ещё не утверждены", lines[3], StringComparison.Ordinal);
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

    /// <summary>With everything down nobody answers, and that comes before whom to try.</summary>
    [Theory]
    [InlineData("ru", "Сейчас никто не ответит; когда ответят, неизвестно. ")]
    [InlineData("en", "Nobody answers now; when somebody will is not known. ")]
    public async Task Where_nobody_answers_that_is_said_first(string language, string beginning)
    {
        app.Change(catalog => catalog with
        {
            Incidents = [.. catalog.Channels.Select(channel => new Incident(channel.Id, channel.Id, Domain.At("2026-11-22 00:00"), null, Domain.Reason))],
        });

        Assert.StartsWith(beginning, (await Call(Message("?", language))).Body["text"].Text());
        Assert.All((await Call(Message("/phone", language))).Body["text"].Text()!.Split('\n'), line => Assert.Contains($". {beginning}", line));
    }

    /// <summary>In a group people talk to each other and to other bots; whose name is whose, Telegram does not mind in letter case.</summary>
    [Theory]
    [InlineData("/start", Help)]
    [InlineData("/start@Gosuslugi_support_bot", Help)]
    [InlineData("/START@GOSUSLUGI_SUPPORT_BOT", Help)]
    [InlineData("/phone@gosuslugi_support_bot, пожалуйста", Numbers)]
    [InlineData("/start@OtherBot", null)]
    [InlineData("/phone@Gosuslugi_support", null)]
    [InlineData("/phone@Gosuslugi_support_bot2", null)]
    [InlineData("/unheard-of", null)]
    [InlineData("/unheard_of@Gosuslugi_support_bot", null)]
    [InlineData("@OtherBot /phone", null)]
    [InlineData("Наберите /phone", null)]
    [InlineData("Доброе утро, соседи", null)]
    public async Task In_a_group_it_answers_its_own_commands_and_nothing_else(string text, string? beginning)
    {
        foreach (var type in new[] { "group", "supergroup" })
            await AssertAnswered(beginning, Message(text).Replace("private", type));
    }

    /// <summary>In a chat of two there is nobody else.</summary>
    [Theory]
    [InlineData("/start@OtherBot", Help)]
    [InlineData("Напишите @OtherBot или /start@OtherBot", Best)]
    public async Task In_a_private_chat_everything_is_for_the_bot(string text, string beginning) => await AssertAnswered(beginning, Message(text));

    [Theory]
    [InlineData("", "/phone", Numbers)]
    [InlineData("", "/phone@OtherBot", null)]
    [InlineData("@Gosuslugi_support_bot", "/phone@gosuslugi_support_bot", Numbers)]
    public async Task Its_name_is_a_setting_without_which_no_command_with_a_name_is_its_own(string username, string text, string? beginning)
    {
        await using var named = new ContactsApp { Settings = new Dictionary<string, string> { ["Telegram:Secret"] = Secret, ["Telegram:Username"] = username } };
        using var client = named.CreateClient();

        await AssertAnswered(beginning, Message(text).Replace("private", "supergroup"), client);
    }

    [Theory]
    [InlineData(""" "photo": [{ "file_id": "x" }], "caption": "/phone" """, Numbers)]
    [InlineData(""" "document": { "file_id": "x" }, "caption": "Что с моим заявлением?" """, Best)]
    [InlineData(""" "video": { "file_id": "x" }, "caption": " " """, null)]
    [InlineData(""" "voice": { "file_id": "x" } """, null)]
    [InlineData(""" "sticker": { "file_id": "x" } """, null)]
    public async Task A_caption_is_a_text(string content, string? beginning) =>
        await AssertAnswered(beginning, $$"""{ "message": { "message_id": 9, "chat": { "id": -77, "type": "private" }, {{content}} } }""");

    /// <summary>A chain of replies has a number too, but is no topic: an answer sent there would get lost.</summary>
    [Theory]
    [InlineData(""" "message_thread_id": 42, "is_topic_message": true """, 42L)]
    [InlineData(""" "message_thread_id": 42 """, null)]
    [InlineData(""" "message_thread_id": 42, "is_topic_message": false """, null)]
    [InlineData(""" "message_id": 9 """, null)]
    public async Task A_message_in_a_topic_is_answered_there(string place, long? topic)
    {
        var answer = await Call($$"""{ "message": { "chat": { "id": -77, "type": "supergroup", "is_forum": true }, "text": "/phone", {{place}} } }""");

        Assert.Equal(topic is null ? ["method", "chat_id", "text"] : ["method", "chat_id", "text", "message_thread_id"], answer.Body.AsObject().Select(one => one.Key));
        Assert.Equal(topic, answer.Body["message_thread_id"]?.GetValue<long>());
    }

    [Theory]
    [InlineData("""{ "update_id": 1, "edited_message": { "message_id": 2, "chat": { "id": 1, "type": "private" }, "text": "/phone" } }""")]
    [InlineData("""{ "update_id": 1, "channel_post": { "message_id": 2, "chat": { "id": 1, "type": "channel" }, "text": "/phone" } }""")]
    [InlineData("""{ "update_id": 1, "edited_channel_post": { "message_id": 2, "chat": { "id": 1, "type": "channel" }, "text": "/phone" } }""")]
    [InlineData("""{ "update_id": 1, "message": { "message_id": 2, "chat": { "id": 1, "type": "private" }, "photo": [] } }""")]
    [InlineData("""{ "update_id": 1, "message": { "text": "/phone" } }""")]
    [InlineData("null")]
    public async Task To_what_is_not_meant_for_a_bot_nothing_is_said(string update) => await AssertAnswered(null, update);

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

    /// <param name="beginning">Of the answer; nothing if nothing is to be said.</param>
    private async Task AssertAnswered(string? beginning, string update, HttpClient? client = null)
    {
        var answer = await Call(update, client: client);

        Assert.Equal(beginning is null ? HttpStatusCode.NoContent : HttpStatusCode.OK, answer.Status);
        if (beginning is not null)
            Assert.StartsWith(beginning, answer.Body["text"].Text());
    }

    private async Task<Answer> Call(string update, string? secret = Secret, HttpClient? client = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/bots/telegram") { Content = new StringContent(update, Encoding.UTF8, "application/json") };
        if (secret is not null)
            request.Headers.TryAddWithoutValidation("X-Telegram-Bot-Api-Secret-Token", secret);
        var response = await (client ?? telegram).SendAsync(request, TestContext.Current.CancellationToken);
        return new Answer(response, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
