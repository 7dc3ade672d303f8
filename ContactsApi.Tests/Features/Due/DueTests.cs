using System.Net;
using System.Text.Json.Nodes;
using ContactsApi.Core.Channels;
using ContactsApi.Tests.Support;
using NodaTime;

namespace ContactsApi.Tests.Features.Due;

/// <summary>Somebody sent a request and waits. It is Sunday 22 November 2026, 03:00 in Moscow, and the catalog begins then.</summary>
public sealed class DueTests : IDisposable
{
    private readonly ContactsApp app = new();
    private readonly HttpClient client;

    public DueTests() => client = app.CreateClient();

    [Theory]
    [InlineData("en", "waiting", "An answer is promised by about 22 November at 10:05 Moscow time (22 November at 17:05 your time).")]
    [InlineData("ru", "waiting", "Ответ обещан не позже чем примерно 22 ноября в 10:05 по Москве (22 ноября в 17:05 у вас).")]
    [InlineData("en", "overdue", "The answer is overdue: it was promised by about 22 November at 10:05 Moscow time (22 November at 17:05 your time).")]
    [InlineData("ru", "overdue", "Ответ просрочен: срок истёк примерно 22 ноября в 10:05 по Москве (22 ноября в 17:05 у вас).")]
    public async Task It_says_first_how_it_stands(string language, string state, string text)
    {
        var answer = (await client.AskAsync(
            $"/v1/due?channel=hotline&segment=individual&sentAt=2026-11-22T10:00:00&timeZone=Asia/Vladivostok&at={(state == "overdue" ? "2026-11-22T07:05:00Z" : "2026-11-22T07:04:59Z")}", language)).Body;

        Assert.Equal((state, text), (answer["state"].Text(), answer["because"]![0]!["text"].Text()));
        Assert.Equal(
            ("2026-11-22T10:05:00+03:00", "2026-11-22T17:05:00+10:00", "2026-11-22T03:05:00+03:00"),
            (answer["answer"]!["due"].Text(), answer["answer"]!["callerDue"].Text(), answer["perhaps"]!["due"].Text()));
    }

    /// <summary>3.2: after ten minutes the phone, and 4.3: when all is down, the office.</summary>
    [Fact]
    public async Task It_says_what_to_do_then_and_where_to_turn()
    {
        var answer = await Due("channel=portal-chat&segment=individual&sentAt=2026-11-23T12:00:00");

        Assert.Equal(
            ["2026-11-23T12:10:00+03:00 hotline open 3.2", "2026-11-23T12:05:00+03:00   4.3"],
            answer["next"]!.AsArray().Select(one => $"{one!["from"].Text()} {one["then"].Text()} {one["state"].Text()} {one["reference"].Text()}"));
        Assert.Equal(
            "If nobody answers in the chat within 10 minutes, change to the phone line. That is “Hotline”: 8 800 555-35-35.", answer["next"]![0]!["text"].Text());
    }

    [Fact]
    public async Task It_says_so_where_there_may_be_nobody() => Assert.EndsWith(
        "8 800 555-35-35. But there may be nobody: the portal gives different hours.",
        (await Due("channel=portal-chat&segment=individual&sentAt=2026-11-23T02:00:00"))["next"]![0]!["text"].Text(),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("legal-fax", "legal-entity", "No source promises when an answer comes.")]
    [InlineData("urgent-phone", "individual", "Nothing is promised for certain: at no time is it known for sure that somebody answers here.")]
    [InlineData("whatsapp", "individual", "No source promises anything: neither hours nor the time of an answer are known here.")]
    public async Task Where_nothing_is_promised_it_says_so_and_there_is_nothing_to_remind_of(string channel, string segment, string text)
    {
        var query = $"channel={channel}&segment={segment}&sentAt=2026-11-23T12:00:00";
        var answer = await Due(query);
        var reminder = await client.AskAsync($"/v1/due.ics?{query}");

        Assert.Equal(("unpromised", null, text), (answer["state"].Text(), answer["answer"], answer["because"]![0]!["text"].Text()));
        Assert.Equal((HttpStatusCode.NotFound, "nothing-promised"), (reminder.Status, reminder.Body["code"].Text()));
    }

    /// <summary>On Monday the passages that promise 24 hours and an hour are struck out; who wrote on Sunday was promised what stood there then.</summary>
    [Theory]
    [InlineData("2026-11-22T12:00:00", 1, "2026-11-23T20:00:00+03:00")]
    [InlineData("2026-11-23T12:00:00", 2, "2026-11-23T12:05:00+03:00")]
    public async Task The_promise_is_that_of_the_revision_that_held_when_it_was_sent(string sentAt, int revision, string due)
    {
        app.Time.AdjustTime(new(2026, 11, 23, 6, 0, 0, TimeSpan.Zero));
        app.ChangeChannel("email", email => email with { Answers = [email.Answers[0] with { Within = Duration.FromMinutes(5), ByEndOfWorkingDay = false, WorkingHours = null }] });

        var answer = await Due($"channel=email&segment=individual&sentAt={sentAt}");

        Assert.Equal((revision, 2, due), (answer["promiseRevision"]!.GetValue<int>(), answer["catalogRevision"]!.GetValue<int>(), answer["answer"]!["due"].Text()));
    }

    [Fact]
    public async Task What_to_do_is_told_by_the_newest_revision()
    {
        app.Time.AdjustTime(new(2026, 11, 23, 6, 0, 0, TimeSpan.Zero));
        app.ChangeChannel("hotline", hotline => hotline with { Address = new ChannelAddress { Phone = "+78001234567" } });

        var answer = await Due("channel=portal-chat&segment=individual&sentAt=2026-11-22T12:00:00&at=2026-11-23T09:30:00");

        Assert.Contains("8 800 123-45-67", answer["next"]![0]!["text"].Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-22T02:59:59", "before-first-revision")]
    [InlineData("2026-11-22T03:00:00", "")]
    [InlineData("2028-11-22T03:00:00", "calendar-projected")]
    public async Task It_warns_of_what_it_does_not_know_for_sure(string sentAt, string warnings) => Assert.Equal(
        warnings, string.Join(' ', (await Due($"channel=email&segment=individual&sentAt={sentAt}"))["warnings"]!.AsArray().Select(warning => warning!["code"].Text())));

    [Fact]
    public async Task It_is_kept_no_longer_than_it_holds()
    {
        app.Time.AdjustTime(new(2026, 11, 23, 9, 4, 30, TimeSpan.Zero));

        var answer = await client.AskAsync("/v1/due?channel=portal-chat&segment=individual&sentAt=2026-11-23T12:00:00");

        Assert.Equal("2026-11-23T12:05:00+03:00", answer.Body["validUntil"].Text());
        Assert.Equal(TimeSpan.FromSeconds(30), answer.Response.Headers.CacheControl!.MaxAge);
    }

    [Theory]
    [InlineData("channel=pigeon&segment=individual&sentAt=2026-11-23T12:00:00", "channel")]
    [InlineData("segment=individual", "channel sentAt")]
    [InlineData("channel=hotline&segment=abroad&sentAt=2026-11-23T12:00:00", "segment")]
    [InlineData("channel=hotline&segment=individual&sentAt=2026-03-29T02:30:00&timeZone=Europe/Berlin", "sentAt")] // the clocks skip it
    [InlineData("channel=hotline&segment=individual&sentAt=1999-03-29T02:30:00", "sentAt")]
    [InlineData("channel=hotline&segment=individual&sentAt=2026-11-23T12:00:00&timeZone=Mars", "timeZone")]
    [InlineData("channel=hotline&segment=individual&sentAt=2026-11-23T12:00:00&revision=1", "revision")]
    public async Task What_is_wrong_is_blamed(string query, string blamed) =>
        Assert.Equal(blamed, string.Join(' ', (await client.AskAsync($"/v1/due?{query}")).Blamed.Order()));

    [Fact]
    public async Task A_reminder_rings_as_the_answer_is_overdue_and_says_what_to_do()
    {
        var answer = await client.AskAsync("/v1/due.ics?channel=email&segment=individual&sentAt=2026-11-20T12:00:00&timeZone=Europe/Berlin", "en");
        var read = Assert.Single((await ForeignReader.ReadAsync("read-icalendar", new[] { new { calendar = answer.Text, from = "2026-11-01", to = "2026-12-01" } }))[0]!.AsArray())!;
        var unfolded = answer.Text.Replace("\r\n ", "", StringComparison.Ordinal);

        Assert.Equal("text/calendar", answer.MediaType);
        Assert.Equal(("2026-11-23T20:00", "Answer due: “E-mail”"), (read["start"].Text(), read["summary"].Text()));
        Assert.Contains("BEGIN:VALARM\r\nACTION:DISPLAY", unfolded, StringComparison.Ordinal);
        Assert.Contains("turn to where people answer at once. That is “Online chat on the portal”", unfolded, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_says_the_same_of_a_request_that_is_sent_now()
    {
        var draft = (await client.PostAsync("/v1/requests/draft", """{ "channelId": "hotline", "segment": "individual", "timeZone": "Asia/Vladivostok" }""", "en")).Body;
        var asked = await Due("channel=hotline&segment=individual&sentAt=2026-11-22T10:00:00&timeZone=Asia/Vladivostok");

        Assert.Equal(asked.ToJsonString(), draft["due"]!.ToJsonString());
    }

    private async Task<JsonNode> Due(string query) => (await client.AskAsync($"/v1/due?{query}", "en")).Body;

    public void Dispose()
    {
        client.Dispose();
        app.Dispose();
    }
}
