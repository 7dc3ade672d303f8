using System.Text.Json.Nodes;
using ContactsApi.Tests.Support;
using NodaTime;

namespace ContactsApi.Tests.Features.BestChannel;

/// <summary>
/// Where the best channel is closed, that is the first thing to be read. To a person, without signing in, and not on the hotline, help comes
/// soonest in Telegram, even at night: there two readings open at 08:00 on workdays, and one at 08:00 and one at 10:00 on Sundays.
/// </summary>
public sealed class NobodyAnswersTests : IDisposable
{
    private const string Telegram = "segment=individual&need=human&need=no-login&exclude=hotline";

    private readonly ContactsApp app = new();
    private readonly HttpClient client;

    public NobodyAnswersTests() => client = app.CreateClient();

    [Theory]
    [InlineData("ru", "at=2026-11-23T03:00:00", "Сейчас никто не ответит; ответят с 23 ноября в 08:00 по Москве.")]
    [InlineData("en", "at=2026-11-23T03:00:00", "Nobody answers now; somebody will from 23 November at 08:00 Moscow time.")]
    [InlineData("ru", "at=2026-11-22T03:00:00", "Сейчас никто не ответит; могут ответить с 22 ноября в 08:00 по Москве.")]
    [InlineData("en", "at=2026-11-22T03:00:00", "Nobody answers now; somebody may from 22 November at 08:00 Moscow time.")]
    [InlineData("ru", "at=2026-11-23T10:00:00&timeZone=Asia/Vladivostok", "Сейчас никто не ответит; ответят с 23 ноября в 08:00 по Москве (23 ноября в 15:00 у вас).")]
    [InlineData("en", "at=2026-11-23T10:00:00&timeZone=Asia/Vladivostok", "Nobody answers now; somebody will from 23 November at 08:00 Moscow time (23 November at 15:00 your time).")]
    public async Task The_first_reason_says_so_and_when_somebody_will(string language, string moment, string text)
    {
        var best = await BestAsync($"{Telegram}&{moment}", language);

        Assert.Equal(("telegram", "closed"), (best["channelId"].Text(), best["availability"]!["state"].Text()));
        Assert.Equal(("nobody-answers-now", text), (best["because"]![0]!["code"].Text(), best["because"]![0]!["text"].Text()));
        Assert.Equal("closed", best["because"]![1]!["code"].Text());
        Assert.Contains(best["because"]![0]!["reference"].Text(), app.Snapshot.Directory.Sections.Keys);
    }

    /// <summary>What it means that nobody answers depends on how a channel answers when it does.</summary>
    [Theory]
    [InlineData("portal-chat", true, "Сейчас никто не ответит; ответят с 22 ноября в 04:00 по Москве.", "Nobody answers now; somebody will from 22 November at 04:00 Moscow time.")]
    [InlineData("hotline", true, "Сейчас никто не ответит; могут ответить с 22 ноября в 04:00 по Москве.", "Nobody answers now; somebody may from 22 November at 04:00 Moscow time.")]
    [InlineData("hotline", false, "Сейчас никто не ответит; когда ответят, неизвестно.", "Nobody answers now; when somebody will is not known.")]
    [InlineData("feedback-form", true, "Сейчас обращений никто не принимает; примут с 22 ноября в 04:00 по Москве.", "Nobody takes requests now; somebody will from 22 November at 04:00 Moscow time.")]
    [InlineData("feedback-form", false, "Сейчас обращений никто не принимает; когда примут, неизвестно.", "Nobody takes requests now; when somebody will is not known.")]
    [InlineData("chat-bot", true, "Сейчас не работает; заработает с 22 ноября в 04:00 по Москве.", "It does not work now; it will from 22 November at 04:00 Moscow time.")]
    [InlineData("chat-bot", false, "Сейчас не работает; когда заработает, неизвестно.", "It does not work now; when it will is not known.")]
    public async Task An_outage_is_told_first_with_what_it_means_for_the_channel(string channel, bool ends, string russian, string english)
    {
        var now = Domain.At("2026-11-22 03:00");
        app.Change(catalog => catalog with { Incidents = [new("i", channel, now, ends ? now + Duration.FromHours(1) : null, Domain.Reason)] });

        foreach (var (language, text) in new[] { ("ru", russian), ("en", english) })
        {
            var best = await BestAsync(OnlyTo(channel), language);
            Assert.Equal((channel, "nobody-answers-now", text, "operator"), (best["channelId"].Text(), best["because"]![0]!["code"].Text(), best["because"]![0]!["text"].Text(), best["because"]![0]!["reference"].Text()));
            Assert.Equal("incident", best["because"]![1]!["code"].Text());
        }
    }

    [Fact]
    public async Task In_an_office_nobody_is_there()
    {
        app.Change(catalog => catalog with
        {
            Offices = [new("o", "RU-SPE", new("Офис", "Office"), new(new("Невский, 1", "1 Nevsky"))) { Hours = [new("h", "H-GRAPH", "operator")] }],
        });

        var best = await BestAsync($"{OnlyTo("regional-office")}&region=RU-SPE", "ru");

        Assert.Equal(("regional-office", "Сейчас там никого нет; примут с 22 ноября в 10:00 по Москве."), (best["channelId"].Text(), best["because"]![0]!["text"].Text()));
    }

    [Fact]
    public async Task An_alternative_that_is_closed_says_so_first_and_one_that_is_not_closed_does_not()
    {
        var answer = await client.GetJsonAsync("/v1/best-channel?segment=individual");
        var shown = answer["alternatives"]!.AsArray().Prepend(answer["best"]).ToList();

        Assert.Contains(shown, IsClosed);
        Assert.All(shown, one => Assert.Equal(IsClosed(one), one!["because"]![0]!["code"].Text() == "nobody-answers-now"));

        static bool IsClosed(JsonNode? one) => one!["availability"]!["state"].Text() == "closed";
    }

    [Theory]
    [InlineData("ru", "Сейчас никто не ответит; ответят с 23 ноября в 08:00 по Москве. Напишите в мессенджере «")]
    [InlineData("en", "Nobody answers now; somebody will from 23 November at 08:00 Moscow time. Write by “")]
    public async Task Plain_text_begins_with_it(string language, string beginning)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/best-channel?{Telegram}&at=2026-11-23T03:00:00");
        request.Headers.TryAddWithoutValidation("Accept", "text/plain");
        request.Headers.TryAddWithoutValidation("Accept-Language", language);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.StartsWith(beginning, text, StringComparison.Ordinal);
        // It is said once.
        Assert.DoesNotContain(language == "ru" ? "закрыто" : "closed", text);
    }

    [Theory]
    [InlineData("", "Сейчас никто не ответит: закрыто до 08:00.")]
    [InlineData("&language=en", "Nobody answers now: closed until 08:00.")]
    [InlineData("&at=2026-11-23T03:00:00", "В это время никто не ответит: закрыто до 08:00.")]
    [InlineData("&at=2026-11-23T03:00:00&language=en", "Nobody answers then: closed until 08:00.")]
    public async Task The_page_says_it_before_the_name_of_the_channel(string more, string text)
    {
        var page = System.Net.WebUtility.HtmlDecode((await client.AskAsync($"/?{Telegram}{more}", "ru")).Text);

        var (said, named) = (page.IndexOf($">{text}<", StringComparison.Ordinal), page.IndexOf("<h1 id=\"best-name\">", StringComparison.Ordinal));
        Assert.InRange(said, 1, named);
        Assert.DoesNotContain("class=\"eyebrow\"", page);
    }

    public void Dispose()
    {
        client.Dispose();
        app.Dispose();
    }

    private async Task<JsonNode> BestAsync(string query, string language) => (await client.AskAsync($"/v1/best-channel?{query}", language)).Body["best"]!;

    private string OnlyTo(string channel) => string.Join('&', app.Snapshot.Directory.Channels.Keys.Where(id => id != channel).Select(id => $"exclude={id}").Prepend("segment=individual"));
}
