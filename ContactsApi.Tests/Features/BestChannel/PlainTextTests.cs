using System.Net;
using ContactsApi.Core;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Hours;
using ContactsApi.Core.Statements;
using ContactsApi.Features.Asking;
using ContactsApi.Features.Wording;
using ContactsApi.Tests.Support;
using NodaTime;

namespace ContactsApi.Tests.Features.BestChannel;

/// <summary>Who asks for plain text gets a few sentences. It is Sunday 22 November 2026, 03:00 in Moscow.</summary>
public sealed class PlainTextTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    private const string Night = "at=2026-11-22T00:00:00Z";
    private const string Day = "at=2026-11-23T09:00:00Z";

    private readonly HttpClient client = app.CreateClient();

    [Theory]
    [InlineData("segment=individual&" + Night, "ru",
        "Напишите в чат: gosuslugi.ru, кнопка «Онлайн-поддержка» в личном кабинете — открыто круглосуточно, ответят в течение 5 минут. "
        + "Если не ответят в течение 10 минут, позвоните по номеру 8 800 555-35-35 («Горячая линия») (но сейчас могут не ответить).")]
    [InlineData("segment=individual&topic=sms-code&timeZone=Asia/Vladivostok&" + Night, "ru",
        "Позвоните по номеру 8 800 555-35-35 («Горячая линия») — сейчас могут не ответить (на портале указаны разные часы), "
        + "ответят примерно до 22 ноября в 10:05 по Москве (22 ноября в 17:05 у вас). Если не ответят, напишите в чат: gosuslugi.ru, окно чат-бота.")]
    [InlineData("segment=individual&exclude=portal-chat&exclude=hotline&exclude=mobile-app&" + Night, "ru",
        "Напишите в чат: gosuslugi.ru, окно чат-бота — открыто круглосуточно, ответят сразу. "
        + "Если не поможет, откройте страницу: gosuslugi.ru, раздел «Часто задаваемые вопросы».")]
    [InlineData("segment=individual&need=automated", "ru", null)]
    [InlineData("segment=legal-entity&" + Day, "en",
        "Call 8 800 555-35-35 (“Hotline”) — open round the clock, an answer within about 5 minutes. "
        + "If nobody answers, open the Gosuslugi app, menu “Contacts”.")]
    [InlineData("segment=abroad&country=DE&need=voice&" + Day, "en",
        "Call 00 7 495 777-77-77 (“Main number from abroad”) — open round the clock, an answer within about 5 minutes. "
        + "If nobody answers, call 00 7 800 555-35-35 (“Hotline from abroad”).")]
    [InlineData("segment=individual&need=attachments&exclude=portal-chat", "en",
        "No way to reach the support centre meets what you ask for. Ask for less and try again.")]
    public async Task An_answer_is_a_sentence_or_two(string query, string language, string? sentences)
    {
        var (status, mediaType, text) = await Ask(query, "text/plain", language);

        Assert.Equal(
            sentences is null ? (HttpStatusCode.BadRequest, "application/problem+json", text) : (HttpStatusCode.OK, "text/plain", $"{sentences}\n"),
            (status, mediaType, text));
    }

    /// <summary>What is doubtful is not left out for being short.</summary>
    [Fact]
    public async Task A_doubt_about_what_is_named_is_told()
    {
        await using var changed = new ContactsApp();
        changed.ChangeChannel("hotline", channel => channel with { Address = channel.Address! with { Verification = SmallCatalog.Marked(VerificationOutcome.Disputed) } });
        using var asking = changed.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/best-channel?segment=legal-entity&exclude=mobile-app&exclude=portal-chat&need=no-login&{Day}")
        {
            Headers = { { "Accept", "text/plain" }, { "Accept-Language", "en" } },
        };
        using var response = await asking.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(
            "Call 8 800 555-35-35 (“Hotline”) — open round the clock, an answer within about 5 minutes. "
            + "The address is in doubt: we called, it is a wrong number. "
            + "If nobody answers, write by “Telegram”: @Gosuslugi_support. Nobody has confirmed that this is an official account: make sure of it before you write.\n",
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("2026-06-01", "decree", false)]
    [InlineData("2040-06-01", "statute", true)]
    public async Task That_days_off_may_still_change_is_told(string date, string basis, bool isTold)
    {
        var query = $"segment=individual&at={date}T12:00:00Z";
        var (_, _, text) = await Ask(query, "text/plain", "en");

        Assert.Equal(basis, (await client.GetJsonAsync($"/v1/best-channel?{query}"))["calendarBasis"].Text());
        Assert.Equal(isTold, text.Contains("The days off of that year are not settled yet", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("text/plain", "text/plain")]
    [InlineData("TEXT/PLAIN; charset=utf-8", "text/plain")]
    [InlineData("text/*", "text/plain")]
    [InlineData("application/json;q=0.5, text/plain", "text/plain")]
    [InlineData("text/plain, application/json;q=0", "text/plain")]
    [InlineData("*/*;q=0.1, text/*;q=0.5, text/plain;q=0.9, application/json;q=0.7", "text/plain")]
    [InlineData("text/*;q=0.9, text/plain;q=0.3, application/json;q=0.5", "application/json")]
    [InlineData("*/*, text/plain", "application/json")]
    [InlineData("text/plain;q=0.9, */*", "application/json")]
    [InlineData("text/plain, application/json", "application/json")]
    [InlineData("text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8", "application/json")]
    [InlineData("text/", "application/json")]
    [InlineData("image/png", "application/json")]
    [InlineData("", "application/json")]
    public async Task Plain_text_goes_to_those_who_like_it_better_than_json(string accept, string mediaType) =>
        Assert.Equal(mediaType, (await Ask("segment=individual", accept)).MediaType);

    [Fact]
    public async Task A_cache_is_told_that_both_are_to_be_had_at_one_address_and_that_they_differ()
    {
        var (json, text) = (await Send("segment=individual", "application/json"), await Send("segment=individual", "text/plain"));

        Assert.NotEqual(json.Headers.ETag, text.Headers.ETag);
        Assert.Equal(json.Headers.CacheControl, text.Headers.CacheControl);
        foreach (var vary in new[] { json, text, await Send("segment=individual", "text/plain"), await Send("segment=individual", "text/plain", text.Headers.ETag!.Tag) })
            Assert.Contains("Accept", vary.Headers.Vary);
        Assert.DoesNotContain("Accept", (await client.GetAsync("/v1/channels", TestContext.Current.CancellationToken)).Headers.Vary);
    }

    [Fact]
    public async Task Who_has_the_json_is_not_told_that_the_text_is_the_same()
    {
        var json = await Send("segment=individual", "application/json");

        Assert.Equal(HttpStatusCode.OK, (await Send("segment=individual", "text/plain", json.Headers.ETag!.ToString())).StatusCode);
        Assert.Equal(HttpStatusCode.NotModified, (await Send("segment=individual", "*/*", json.Headers.ETag!.ToString())).StatusCode);
    }

    /// <summary>Whatever the answer is about, every channel is told in sentences that a voice can read.</summary>
    [Theory]
    [InlineData(Segment.Individual)]
    [InlineData(Segment.LegalEntity)]
    [InlineData(Segment.Abroad)]
    public void Every_channel_in_every_state_is_told_in_both_languages(Segment segment)
    {
        var directory = new ContactDirectory(app.Snapshot.Directory.Catalog.WithAddresses());
        var states = new HashSet<HoursState>();
        for (var hour = 0; hour < 24 * 14; hour += 5)
        {
            var caller = new CallerTime(Instant.FromUtc(2026, 12, 28, 0, 0) + Duration.FromHours(hour), "Europe/Berlin", DateTimeZoneProviders.Tzdb["Europe/Berlin"]);
            var decision = Chooser.Choose(directory, new Question(segment) { Urgent = true }, caller.Moment);
            states.UnionWith(decision.Order.Select(recommendation => recommendation.Availability.State));
            foreach (var language in Enum.GetValues<ContactsApi.Core.Language>())
            {
                Assert.All(decision.Order, recommendation =>
                {
                    var sentence = new ShortAnswer(caller, language).Of(recommendation);
                    Assert.True(char.IsUpper(sentence[0]) && sentence.EndsWith('.'), sentence);
                    Assert.DoesNotContain("  ", sentence);
                    Assert.DoesNotContain(" .", sentence);
                });
            }
        }

        Assert.Equal([HoursState.Open, HoursState.Disputed, HoursState.Closed, HoursState.Unstated], states.Order());
    }

    private async Task<(HttpStatusCode Status, string? MediaType, string Text)> Ask(string query, string accept, string language = "ru")
    {
        using var response = await Send(query, accept, language: language);
        return (response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private async Task<HttpResponseMessage> Send(string query, string accept, string? tag = null, string language = "ru")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/best-channel?{query}");
        request.Headers.TryAddWithoutValidation("Accept", accept);
        request.Headers.TryAddWithoutValidation("Accept-Language", language);
        if (tag is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
