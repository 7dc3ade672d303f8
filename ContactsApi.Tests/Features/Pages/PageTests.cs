using System.Buffers.Binary;
using System.Net;
using System.Reflection;
using ContactsApi.Core.Quality;
using ContactsApi.Core.Statements;
using ContactsApi.Features.Pages;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Features.Pages;

/// <summary>Pages as they are sent, before any script has run.</summary>
public sealed class PageTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    private readonly HttpClient client = app.CreateClient();

    [Fact]
    public async Task The_page_names_the_channel_that_the_api_names()
    {
        var best = (await client.AskAsync("/v1/best-channel?segment=abroad&topic=sms-code&at=2026-11-23T14:30:00", "ru")).Body["best"]!;

        var page = WebUtility.HtmlDecode(await PageAsync("/?segment=abroad&topic=sms-code&at=2026-11-23T14:30:00"));

        Assert.Contains($"<h1 id=\"best-name\">{best["name"].Text()}</h1>", page);
        Assert.Contains($"href=\"{best["address"]!["uri"].Text()}\"", page);
    }

    [Theory]
    [InlineData("/", "ru", "Онлайн-чат на портале")]
    [InlineData("/", "en", "Online chat on the portal")]
    [InlineData("/?language=en", "ru", "Online chat on the portal")]
    [InlineData("/?language=ru", "en", "Онлайн-чат на портале")]
    public async Task It_speaks_the_language_of_the_address_or_else_of_the_browser(string uri, string accepted, string name) =>
        Assert.Contains($">{name}</h1>", (await client.AskAsync(uri, accepted)).Text);

    [Fact]
    public async Task Doubt_is_told_in_plain_words()
    {
        var page = await PageAsync("/?language=en");

        Assert.Contains("Until 10:00 there may be nobody: the portal gives different hours", page);
        // Who says what is behind one tap.
        Assert.Contains("“Hotline schedule”: on working days 08:00–20:00", page);
        foreach (var word in new[] { "disputed<", "passage", "sources", "channel", "the answer" })
            Assert.DoesNotContain(word, Words(page), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_poster_tells_the_doubt_about_its_number()
    {
        await using var changed = new ContactsApp();
        changed.ChangeChannel("hotline", channel => channel with { Address = channel.Address! with { Verification = SmallCatalog.Marked(VerificationOutcome.Disputed) } });
        using var asking = changed.CreateClient();

        Assert.Contains("<p>The address is in doubt: we called, it is a wrong number</p>", (await asking.AskAsync("/poster?segment=individual&language=en")).Text);
        Assert.DoesNotContain("in doubt", await PageAsync("/poster?segment=individual&language=en"));
    }

    // From Sunday 22 November 2026; 31 December is a day off. In Tuva 16 August 2027 is one too.
    [Theory]
    [InlineData("until=2026-12-31", "28 рабочих дней после сегодняшнего, по 31 декабря 2026 года включительно.")]
    [InlineData("until=2026-11-23", "1 рабочий день после сегодняшнего, по 23 ноября 2026 года включительно.")]
    [InlineData("until=2026-11-22", "0 рабочих дней после сегодняшнего, по 22 ноября 2026 года включительно.")]
    [InlineData("until=2026-11-21", "Этот день уже прошёл.")]
    [InlineData("until=2026-12-31&language=en", "28 working days after today, up to and with 31 December 2026.")]
    [InlineData("until=2026-12-28&region=RU-KL", "25 рабочих дней после сегодняшнего, по 28 декабря 2026 года включительно.")] // the Day of Remembrance of Kalmykia
    public async Task How_many_working_days_there_are_until_a_day_is_told_without_scripts(string query, string told) =>
        Assert.Contains($"<strong>{told}</strong>", System.Net.WebUtility.HtmlDecode(await PageAsync($"/calendar?{query}")));

    [Theory]
    [InlineData("/?topic=fire", "topic")]
    [InlineData("/?at=soon&language=xx", "at")]
    [InlineData("/calendar?year=1", "year")]
    [InlineData("/history?cursor=x", "cursor")]
    public async Task What_is_wrong_in_the_address_is_told_on_the_page(string uri, string blamed)
    {
        var answer = await client.AskAsync(uri, "en");

        Assert.Equal((HttpStatusCode.BadRequest, "text/html"), (answer.Status, answer.Response.Content.Headers.ContentType?.MediaType));
        Assert.Contains($"<code>{blamed}</code>", answer.Text);
        Assert.Contains("<h1", answer.Text);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/calendar")]
    [InlineData("/quality")]
    [InlineData("/history")]
    [InlineData("/poster")]
    [InlineData("/widget")]
    public async Task What_letters_add_to_an_address_to_count_their_readers_is_ignored_by_every_page(string path)
    {
        var page = await PageAsync($"{path}?utm_source=letter&language=en&fbclid=1");

        Assert.DoesNotContain("utm_source", page);
        Assert.DoesNotContain("fbclid", page);
        Assert.Contains("<html lang=\"en\"", page);
    }

    [Fact]
    public async Task Fields_that_were_left_empty_choose_nothing() =>
        Assert.Equal(HttpStatusCode.OK, (await client.AskAsync("/?segment=individual&topic=&region=&at=&timeZone=Asia%2FOmsk", "ru")).Status);

    [Fact]
    public async Task What_an_address_says_is_never_taken_for_markup() =>
        Assert.DoesNotContain("<script>", await PageAsync("/?topic=%3Cscript%3Ealert(1)%3C/script%3E&%3Cscript%3E=1", 400));

    [Theory]
    [InlineData("/")]
    [InlineData("/calendar")]
    [InlineData("/quality")]
    [InlineData("/history")]
    [InlineData("/widget")]
    public async Task A_page_may_load_only_what_comes_from_here_and_runs_nothing_inline(string uri)
    {
        var answer = await client.AskAsync(uri, "ru");

        var policy = answer.Response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self'; ", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.DoesNotContain("style=\"", answer.Text);
    }

    [Fact]
    public async Task Files_of_a_page_may_be_kept_for_ever_since_another_content_has_another_address()
    {
        var style = (await PageAsync("/")).Split("<link rel=\"stylesheet\" href=\"")[1].Split('"')[0];

        var answer = await client.AskAsync(style, "ru");

        Assert.Equal("public, max-age=31536000, immutable", answer.Response.Headers.CacheControl?.ToString());
        Assert.Equal(HttpStatusCode.NotFound, (await client.AskAsync(style.Replace("/assets/", "/assets/0", StringComparison.Ordinal), "ru")).Status);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task The_first_load_takes_at_most_25_kB(string coding)
    {
        var page = await PageAsync("/");
        // The touch icon is asked for only by who puts the page on a home screen.
        var addresses = page.Split("\"/assets/").Skip(1).Select(rest => $"/assets/{rest.Split('"')[0]}").Where(address => !address.EndsWith("touch-icon.png", StringComparison.Ordinal)).Append("/");

        var total = 0;
        foreach (var address in addresses)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.AcceptEncoding.ParseAdd(coding);
            using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(coding, response.Content.Headers.ContentEncoding.Single());
            total += (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length;
        }

        Assert.InRange(total, 1, 25_000);
    }

    /// <summary>Whoever shows a link shows the answer.</summary>
    [Fact]
    public async Task Title_and_description_name_the_answer_and_the_address_is_one_whatever_a_person_chose()
    {
        var page = WebUtility.HtmlDecode(await PageAsync("/?segment=individual&need=voice&timeZone=Asia/Omsk&language=en"));
        var text = (await client.AskAsync("/v1/best-channel?segment=individual&need=voice&timeZone=Asia/Omsk", "en")).Body["best"]!["name"].Text();

        Assert.Contains($"<title>{text}: 8 800 555-35-35. How to reach the Gosuslugi support centre</title>", page);
        Assert.Contains("<meta name=\"description\" content=\"Call 8 800 555-35-35 (“Hotline”)", page);
        Assert.Contains("<link rel=\"canonical\" href=\"http://localhost/?segment=individual&language=en\"", page);
        Assert.Contains("<meta property=\"og:url\" content=\"http://localhost/?segment=individual&language=en\"", page);
    }

    [Theory]
    [InlineData("<meta property=\"og:image\" content=\"http://localhost(.*?)\"", 1200, 630)]
    [InlineData("<link rel=\"apple-touch-icon\" href=\"(.*?)\"", 180, 180)]
    public async Task A_shared_link_has_a_picture_and_a_home_screen_an_icon(string named, int width, int height)
    {
        var address = System.Text.RegularExpressions.Regex.Match(await PageAsync("/"), named).Groups[1].Value;

        var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
        var picture = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        Assert.Equal("image/png", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal((width, height), (BinaryPrimitives.ReadInt32BigEndian(picture.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(picture.AsSpan(20))));
    }

    [Fact]
    public async Task Search_engines_are_led_to_the_pages_and_not_to_the_api()
    {
        var robots = (await client.AskAsync("/robots.txt", "ru")).Text;

        Assert.Contains("Disallow: /v1/", robots);
        Assert.DoesNotContain("Disallow: /\n", robots);
    }

    [Fact]
    public async Task A_page_of_the_past_tells_every_change_with_its_author()
    {
        using var other = new ContactsApp();
        other.ChangeChannel("hotline", channel => channel with { Name = new("Линия", "Line") });

        var page = (await other.CreateClient().AskAsync("/history", "en")).Text;

        Assert.Contains("A change", page);
        Assert.Contains("a steward", page);
        Assert.Contains("<ins>Line</ins>", page);
        Assert.Contains("<strong>“Line”</strong>: changed", page);
    }

    /// <summary>What the service writes where nobody gave a reason is told in words, in the language of the page.</summary>
    [Theory]
    [InlineData("ru", "добавлено: сбой «Горячая линия»")]
    [InlineData("en", "added: an outage “Hotline”")]
    public async Task A_change_without_a_reason_is_told_in_words(string language, string words)
    {
        using var other = new ContactsApp();
        await other.CreateClientWith(Scope.Steward).WriteAsync(
            "POST", "/v1/admin/incidents", """{ "channelId": "hotline", "reason": { "ru": "Сбой.", "en": "Down." } }""");

        var page = WebUtility.HtmlDecode((await other.CreateClient().AskAsync("/history", language)).Text);

        Assert.Contains($"<h2>{words}</h2>", page);
        Assert.DoesNotContain("incidents", page);
        Assert.DoesNotContain("hotline-2026", page);
    }

    [Fact]
    public async Task Every_doubt_is_named_with_why_it_matters()
    {
        var kinds = typeof(FindingKind).Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.Static))
            .Where(field => field.FieldType == typeof(FindingKind))
            .Select(field => ((FindingKind)field.GetValue(null)!).Code);
        Assert.Equal(kinds.Order(), QualityWords.ByCode.Keys.Order());

        var page = WebUtility.HtmlDecode(await PageAsync("/quality?language=en"));
        Assert.Contains("In the hours in question there may be nobody.", page);
        Assert.Contains("Where: Hotline from abroad", page);
    }

    [Fact]
    public async Task What_to_do_if_nobody_answers_is_on_the_page()
    {
        var best = (await client.AskAsync("/v1/best-channel?segment=individual&exclude=portal-chat&exclude=mobile-app", "ru")).Body["best"]!;

        var page = WebUtility.HtmlDecode(await PageAsync("/?exclude=portal-chat&exclude=mobile-app"));

        Assert.All(best["next"]!.AsArray().Concat(best["prepare"]!.AsArray()).Append(best["cost"]), advice => Assert.Contains(advice!["text"].Text()!, page));
    }

    /// <summary>What of a page people read.</summary>
    private static string Words(string page) => System.Text.RegularExpressions.Regex.Replace(page[page.IndexOf("<main", StringComparison.Ordinal)..], "<[^>]*>", " ");

    private async Task<string> PageAsync(string uri, int status = 200)
    {
        var answer = await client.AskAsync(uri, "ru");
        Assert.Equal(status, (int)answer.Status);
        return answer.Text;
    }
}
