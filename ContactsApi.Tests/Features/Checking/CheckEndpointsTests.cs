using System.Net;
using System.Text.Json;
using ContactsApi.Core.Statements;
using ContactsApi.Hosting.Access;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ContactsApi.Tests.Features.Checking;

/// <summary>Somebody got a call, a letter or a link, and asks whether it is theirs.</summary>
public sealed class CheckEndpointsTests : IDisposable
{
    private const string Path = "/v1/contacts/check";
    private const string Secret = "+79161112233";

    private readonly ContactsApp app = new();
    private readonly HttpClient client;

    public CheckEndpointsTests() => client = app.CreateClient();

    [Theory]
    [InlineData("ru", "Мы поняли это так: номер +7 800 555-35-35. Такой номер есть в справочнике: «Горячая линия» (для граждан, для организаций), «Голосовой помощник» "
        + "(для граждан, для организаций), «Горячая линия из-за границы» (из-за границы). Об этом в источнике: раздел 1.1 («Телефон горячей линии»), а также 2.1, 2.3, 3.3, 2.2. "
        + "Никто не проверял, что он и правда принадлежит поддержке: справочник составлен по одному опубликованному документу. Номер звонящего можно подделать: по тому, какой номер "
        + "показал телефон, не видно, кто звонит. Положите трубку и перезвоните сами: 8 800 555-35-35. Этот номер взят из справочника; проверенным он не отмечен. Коды из СМС и пароли никому не называйте.")]
    public async Task A_listed_number_is_told_honestly(string language, string text) =>
        Assert.Equal(text, (await AskAsync("8 (800) 555-35-35", language)).Body["text"].Text());

    [Fact]
    public async Task A_verified_number_says_when_and_how_and_still_that_a_call_may_be_forged()
    {
        Mark(VerificationOutcome.Verified);

        var answer = await AskAsync("88005553535");

        Assert.Equal("verified", answer.Body["verdict"].Text());
        Assert.Contains("It was verified on 20 November 2026: we called, it is a wrong number (by: a steward).", answer.Body["text"].Text());
        Assert.Contains("A caller's number can be forged", answer.Body["text"].Text());
        Assert.DoesNotContain("Nobody has verified", answer.Body["text"].Text());
    }

    [Fact]
    public async Task A_number_in_doubt_is_never_the_one_to_call_back()
    {
        Mark(VerificationOutcome.Disputed);

        var answer = await AskAsync("88005553535");

        Assert.Equal("disputed", answer.Body["verdict"].Text());
        Assert.Contains("Until that is settled, do not rely on it.", answer.Body["text"].Text());
        Assert.DoesNotContain("8 800 555-35-35", CallBack(answer));
        Assert.NotEmpty(CallBack(answer));
    }

    [Fact]
    public async Task A_number_that_was_listed_says_until_when_and_what_took_its_place()
    {
        app.Time.Advance(TimeSpan.FromDays(1));
        app.ChangeChannel("abroad-main", channel => channel with { Address = channel.Address! with { Phone = "+74957770000" } });
        app.ChangeChannel("abroad-main", channel => channel with { Priority = channel.Priority.ToDictionary(one => one.Key, one => one.Value + 1) });

        var answer = await AskAsync("+7 495 777-77-77");

        Assert.Equal("formerly-listed", answer.Body["verdict"].Text());
        Assert.Contains("until 23 November 2026; listed in its place now: +7 495 777-00-00.", answer.Body["text"].Text());
        Assert.Equal(("abroad-main", "2026-11-23T03:00:00+03:00"), (Contact(answer)["channelId"].Text(), Contact(answer)["until"].Text()));
    }

    [Fact]
    public async Task A_number_whose_channel_is_gone_was_listed()
    {
        app.Change(catalog => catalog with { Channels = [.. catalog.Channels.Where(channel => channel.Id != "legal-fax")] });

        var answer = await AskAsync("+7 800 555-35-36");

        Assert.Equal("formerly-listed", answer.Body["verdict"].Text());
        Assert.Contains("nothing is listed in its place now", answer.Body["text"].Text());
    }

    [Fact]
    public async Task The_number_of_an_office_is_listed_too()
    {
        app.Change(catalog => catalog with { Offices = [SmallCatalog.Office("one") with { Hours = [], Address = SmallCatalog.Office("one").Address with { Phone = "+74232000000" } }] });

        var answer = await AskAsync("8 423 200-00-00");

        Assert.Equal(("listed", "one"), (answer.Body["verdict"].Text(), Contact(answer)["officeId"].Text()));
        Assert.Equal(["8 423 200-00-00"], [CallBack(answer).Replace("+7", "8")]);
    }

    /// <summary>A fax answers nobody, and urgent and foreign lines are in doubt: who asks about them is sent to the number for everybody.</summary>
    [Theory]
    [InlineData("8 800 555-35-36", "listed")]
    [InlineData("+7 707 777-77-77", "listed")]
    [InlineData("+7 916 000-00-00", "unknown")]
    public async Task The_number_to_call_back_is_a_line_that_nothing_speaks_against(string asked, string verdict)
    {
        var answer = await AskAsync(asked);

        Assert.Equal(verdict, answer.Body["verdict"].Text());
        Assert.Equal("8 800 555-35-35, +7 495 777-77-77", CallBack(answer));
        Assert.Contains("Hang up and call back yourself: 8 800 555-35-35, from abroad +7 495 777-77-77.", answer.Body["text"].Text());
    }

    /// <summary>Every kind of answer as the person reads it: what was understood, what is known, what to do; and neither of two words.</summary>
    [Theory]
    [InlineData("8 916 000-00-00", "number", "forged")]
    [InlineData("8 800 555-35-34", "number", "forged")]
    [InlineData("someone@example.com", "e-mail address", "forged")]
    [InlineData("@somebody", "account", "copied")]
    [InlineData("gosuslugi.ru", "web address", "hide")]
    [InlineData("gosuslugi-help.ru", "web address", "hide")]
    public async Task Every_answer_says_what_was_understood_and_what_to_do(string asked, string kind, string advice)
    {
        foreach (var language in new[] { "ru", "en" })
        {
            var text = (await AskAsync(asked, language)).Body["text"].Text()!;
            Assert.DoesNotMatch("(?i)безопас|мошен|safe|fraud|scam", text);
        }

        var read = (await AskAsync(asked)).Body["text"].Text()!;
        Assert.StartsWith($"We read this as the {kind} ", read, StringComparison.Ordinal);
        Assert.Contains(advice, read);
        Assert.EndsWith("Tell nobody codes from SMS or passwords.", read, StringComparison.Ordinal);
    }

    /// <summary>A message as it was pasted, a card from a QR code, a link with all that follows whom it was sent to.</summary>
    [Theory]
    [InlineData("BEGIN:VCARD\r\nVERSION:3.0\r\nTEL:+78005553535\r\nEND:VCARD", "listed")]
    [InlineData("Госуслуги:\nваш код у оператора\n8 800 555-35-35", "listed")]
    [InlineData("8 800\t555-35-35", "listed")]
    [InlineData("https://www.gosuslugi.ru/help?utm_source=sms&utm_campaign={0}", "listed")]
    public async Task What_is_longer_than_a_word_is_taken_as_it_is(string asked, string verdict) =>
        Assert.Equal(verdict, (await AskAsync(string.Format(null, asked, new string('x', 1000)))).Body["verdict"].Text());

    [Theory]
    [InlineData("value=8800%00", "value")]
    [InlineData("value=hello%20to%20you", "value")]
    [InlineData("value=", "value")]
    [InlineData("", "value")]
    [InlineData("value=1&value=2", "value")]
    [InlineData("value=8800&number=1", "number")]
    public async Task What_cannot_be_compared_is_refused_without_being_repeated(string query, string blamed)
    {
        var answer = await client.AskAsync($"{Path}?{query}", "en");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal([blamed], answer.Blamed);
        Assert.DoesNotContain("hello", answer.Text);
    }

    [Fact]
    public async Task A_batch_answers_each_value_as_it_would_be_alone()
    {
        var values = new[] { "8 800 555-35-35", "nothing here to compare", "BEGIN:VCARD\nTEL:+78005553535\nURL:https://gosuslugi.example\nEND:VCARD" };

        var answer = await client.PostAsync(Path, JsonSerializer.Serialize(new { values }), "en");

        var answers = answer.Body["answers"]!.AsArray();
        Assert.Equal((await AskAsync(values[0])).Body.ToJsonString(), answers[0]!["answer"]!.ToJsonString());
        Assert.Null(answers[1]!["answer"]);
        Assert.Equal("look-alike", answers[2]!["answer"]!["verdict"].Text());
        Assert.Equal(["listed", "look-alike"], answers[2]!["answer"]!["values"]!.AsArray().Select(one => one!["verdict"].Text()));
    }

    [Theory]
    [InlineData(101, 1, "values")]
    [InlineData(1, 2001, "values[0]")]
    public async Task A_batch_is_bounded(int count, int length, string blamed)
    {
        var answer = await client.PostAsync(Path, JsonSerializer.Serialize(new { values = Enumerable.Repeat(new string('1', length), count) }));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal([blamed], answer.Blamed);
    }

    [Fact]
    public async Task Nobody_keeps_what_was_asked()
    {
        var log = new List<string>();
        await using var logging = app.WithWebHostBuilder(host => host.ConfigureLogging(builder => builder
            .ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(new Journaling(log))));
        using var asking = logging.CreateClient();

        var got = await asking.AskAsync($"{Path}?value={Uri.EscapeDataString(Secret)}");
        var posted = await asking.PostAsync(Path, JsonSerializer.Serialize(new { values = new[] { Secret } }));
        var refused = await asking.AskAsync($"{Path}?value={Uri.EscapeDataString(Secret)}&value=2");

        Assert.All(new[] { got, posted }, answer => Assert.Equal("no-store, private", answer.Response.Headers.CacheControl!.ToString()));
        Assert.Contains("no-store", refused.Response.Headers.CacheControl!.ToString());
        Assert.Null(got.Response.Headers.ETag);
        Assert.DoesNotContain(Secret[3..], refused.Text);
        lock (log)
            Assert.DoesNotContain(log, line => line.Contains(Secret[3..], StringComparison.Ordinal));
        Assert.False((await File.ReadAllBytesAsync(app.StorePath, TestContext.Current.CancellationToken)).AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(Secret[3..])) >= 0);
    }

    [Fact]
    public async Task Values_are_counted_and_a_key_has_more()
    {
        await using var limited = app.WithWebHostBuilder(host => host.UseSetting("Limits:ChecksPerMinute", "3"));
        using var asking = limited.CreateClient();
        string Body(int count) => JsonSerializer.Serialize(new { values = Enumerable.Repeat("900", count) });

        var answers = new[] { await asking.PostAsync(Path, Body(2)), await asking.AskAsync($"{Path}?value=900"), await asking.AskAsync($"{Path}?value=900"), await asking.PostAsync(Path, Body(1)) };

        Assert.Equal([200, 200, 429, 429], answers.Select(answer => (int)answer.Status));
        Assert.Equal(["open-checks"], answers[2].Body["violated-policies"]!.AsArray().Select(name => name.Text()));
        Assert.Equal(HttpStatusCode.OK, (await asking.AskAsync("/v1/channels")).Status);
        Assert.Equal(HttpStatusCode.OK, (await asking.With(limited.Services.GetRequiredService<ApiKeys>().Create("a tester", Scope.Read, null, new Origin("a test")).Text).PostAsync(Path, Body(100))).Status);
    }

    [Fact]
    public async Task The_page_takes_it_in_a_body_and_shows_what_is_known()
    {
        using var form = new FormUrlEncodedContent([new("value", "8 800 555-35-34")]);
        using var response = await client.PostAsync("/check?language=en", form, TestContext.Current.CancellationToken);
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("no-store, private", response.Headers.CacheControl!.ToString());
        Assert.Contains("data-verdict=\"look-alike\"", page);
        Assert.Contains("one digit is another: 4 instead of 5", page);
        Assert.Contains("href=\"tel:&#x2B;78005553535\"", page);
        Assert.Contains("<form method=\"post\" action=\"/check", (await client.AskAsync("/")).Text);
    }

    [Theory]
    [InlineData("value=hello+to+you")]
    [InlineData("value=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E+or+not")]
    [InlineData("")]
    public async Task The_page_says_beside_the_field_what_is_needed(string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
        using var response = await client.PostAsync("/check?language=en", content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("id=\"fault-value\"", page);
        Assert.DoesNotContain("<script>", page);
    }

    public void Dispose()
    {
        client.Dispose();
        app.Dispose();
    }

    private Task<Answer> AskAsync(string value, string language = "en") => client.AskAsync($"{Path}?value={Uri.EscapeDataString(value)}", language);

    private void Mark(VerificationOutcome outcome) => app.ChangeChannel(
        "hotline", channel => channel with { Address = channel.Address! with { Verification = SmallCatalog.Marked(outcome) } });

    private static System.Text.Json.Nodes.JsonNode Contact(Answer answer) => answer.Body["values"]![0]!["contacts"]![0]!;

    private static string CallBack(Answer answer) => string.Join(", ", answer.Body["callBack"]!.AsArray().Select(one => one!["address"]!["display"].Text()));

    private sealed class Journaling(List<string> lines) : ILoggerProvider, ILogger
    {
        private string category = "";

        public ILogger CreateLogger(string categoryName) => new Journaling(lines) { category = categoryName };

        public void Dispose()
        {
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (lines)
                lines.Add($"{category}: {formatter(state, exception)} {exception}");
        }
    }
}
