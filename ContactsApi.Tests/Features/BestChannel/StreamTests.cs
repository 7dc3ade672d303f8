using System.Net;
using ContactsApi.Core;
using ContactsApi.Core.Hours;
using ContactsApi.Tests.Support;
using NodaTime;
using NodaTime.Extensions;
using static ContactsApi.Tests.Support.Domain;

namespace ContactsApi.Tests.Features.BestChannel;

/// <summary>A stream of the best channel, at 03:00 on a Sunday: the chat is open, the mobile app next.</summary>
public sealed class StreamTests : IDisposable
{
    private const string Uri = "/v1/stream?segment=individual";

    /// <summary>The hotline's hours are certain from 10:00 to 16:00; what is before and after it is closed or disputed.</summary>
    private const string Hotline = "/v1/stream?segment=individual&need=voice&need=free-of-charge";

    private readonly ContactsApp app = new();

    [Fact]
    public async Task At_the_beginning_comes_the_whole_answer_as_it_is_given_to_a_single_question()
    {
        using var client = app.CreateClient();
        using var stream = await EventReader.OpenAsync(client, Uri + "&timeZone=Asia/Vladivostok", acceptLanguage: "ru");

        var first = await stream.NextAsync();

        Assert.Equal(("text/event-stream", "no-store", "no"), (
            stream.Response.Content.Headers.ContentType?.ToString(),
            stream.Response.Headers.CacheControl?.ToString(),
            Assert.Single(stream.Response.Headers.GetValues("X-Accel-Buffering"))));
        Assert.Equal("best-channel", first.Type);
        Assert.Equal((await client.AskAsync("/v1/best-channel?segment=individual&timeZone=Asia/Vladivostok", "ru")).Text, first.Data);
    }

    [Fact]
    public async Task An_incident_is_told_at_once_with_what_is_best_now()
    {
        using var stream = await EventReader.OpenAsync(app.CreateClient(), Uri);
        await stream.NextAsync();

        Close("portal-chat");

        var transition = await stream.NextAsync();
        Assert.Equal("transition", transition.Type);
        Assert.Equal(("portal-chat", "hotline"), (transition.Body["before"]!["channelId"].Text(), transition.Body["after"]!["channelId"].Text()));
        var answer = await stream.NextAsync();
        Assert.Equal(("best-channel", "hotline"), (answer.Type, answer.Body["best"]!["channelId"].Text()));
        Assert.Equal(2, answer.Body["catalogRevision"]!.GetValue<long>());
    }

    [Fact]
    public async Task A_revision_that_changes_another_name_is_an_answer_but_no_transition()
    {
        using var stream = await EventReader.OpenAsync(app.CreateClient(), Uri);
        await stream.NextAsync();

        app.ChangeChannel("hotline", channel => channel with { Name = new LocalizedText("Линия", "Line") });

        var answer = await stream.NextAsync();
        Assert.Equal("best-channel", answer.Type);
        Assert.Contains("\"Line\"", answer.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_passing_of_time_changes_is_told_when_it_does()
    {
        using var client = app.CreateClient();
        using var stream = await EventReader.OpenAsync(client, Hotline);
        var first = await stream.NextAsync();
        var changesAt = first.Body["validUntil"].Instant()!.Value;

        Assert.Equal((await client.AskAsync(Hotline.Replace("stream", "best-channel"), "en")).Text, first.Data);
        var (transition, answer) = (default(StreamEvent), default(StreamEvent));
        for (var expected = changesAt; transition is null; expected = answer.Body["validUntil"].Instant()!.Value)
        {
            var next = await NextAfterAsync(stream, expected);
            if (next.Type == "transition")
            {
                transition = next;
                next = await stream.NextAsync();
            }

            answer = next;
            Assert.Equal(expected, answer.Body["moment"].Instant());
            Assert.Equal((await client.AskAsync($"{Hotline.Replace("stream", "best-channel")}&at={expected}", "en")).Text, answer.Data);
        }

        var listed = await client.GetJsonAsync($"{Hotline.Replace("stream", "transitions")}&from=2026-11-22T00:00:00Z&to=2026-11-24T00:00:00Z");
        Assert.Equal(transition.Body["moment"].Text(), listed["transitions"]![0]!["moment"].Text());
    }

    [Fact]
    public async Task Who_comes_back_is_told_the_transitions_that_were_missed_of_time_and_of_incidents()
    {
        using var client = app.CreateClient();
        string seen;
        using (var stream = await EventReader.OpenAsync(client, Hotline))
            seen = (await stream.NextAsync()).Id!;

        app.Time.Advance(TimeSpan.FromHours(8));
        Close("hotline", end: app.Time.GetUtcNow().ToInstant() + NodaTime.Duration.FromHours(2));
        app.Time.Advance(TimeSpan.FromHours(4));

        using var again = await EventReader.OpenAsync(client, Hotline, seen);
        List<StreamEvent> events = [await again.NextAsync()];
        while (events[^1].Type == "transition")
            events.Add(await again.NextAsync());
        var listed = (await client.GetJsonAsync($"{Hotline.Replace("stream", "transitions")}&from=2026-11-22T00:00:00Z&to=2026-11-22T12:00:00Z"))["transitions"]!;
        // What the catalog of now says of the past is what had happened: the incident began when it was set.
        Assert.Equal(
            listed.AsArray().Select(one => (one!["moment"].Text(), one["after"]!["channelId"].Text(), one["after"]!["state"].Text())),
            events[..^1].Select(one => (one.Body["moment"].Text(), one.Body["after"]!["channelId"].Text(), one.Body["after"]!["state"].Text())));
        Assert.NotEmpty(events[..^1]);
        Assert.Equal("best-channel", events[^1].Type);
    }

    [Theory]
    [InlineData(23, "transition")]
    [InlineData(25, "best-channel")]
    public async Task What_was_missed_is_told_for_a_day_back(int hours, string first)
    {
        using var client = app.CreateClient();
        string seen;
        using (var stream = await EventReader.OpenAsync(client, Hotline))
            seen = (await stream.NextAsync()).Id!;
        app.Time.Advance(TimeSpan.FromHours(hours));

        using var again = await EventReader.OpenAsync(client, Hotline, seen);

        Assert.Equal(first, (await again.NextAsync()).Type);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("1-")]
    [InlineData("1-99999999999999999999")]
    [InlineData("1-9223372036854775807")]
    [InlineData("7-17637696000000000")]
    [InlineData("1-0")]
    public async Task Whose_last_event_is_unknown_or_too_old_gets_the_present_answer(string lastEventId)
    {
        using var stream = await EventReader.OpenAsync(app.CreateClient(), Uri, lastEventId);

        Assert.Equal("best-channel", (await stream.NextAsync()).Type);
    }

    [Fact]
    public async Task While_nothing_changes_a_heartbeat_shows_that_the_stream_lives()
    {
        using var stream = await EventReader.OpenAsync(app.CreateClient(), Uri);
        await stream.NextAsync();
        var heartbeat = stream.NextOfAnyKindAsync();
        await MoveUntilAsync(heartbeat, TimeSpan.FromSeconds(5));

        Assert.Equal(StreamEvent.Heartbeat, (await heartbeat).Type);
    }

    [Fact]
    public async Task Who_reads_slowly_gets_the_latest_and_holds_nothing_up()
    {
        using var stream = await EventReader.OpenAsync(app.CreateClient(), Uri);
        for (var i = 1; i <= 40; i++)
            app.ChangeChannel("hotline", channel => channel with { Name = new LocalizedText($"Линия {i}", $"Line {i}") });

        var answers = 0;
        for (StreamEvent? last = null; last?.Body["catalogRevision"]?.GetValue<long>() != 41; answers++)
            last = await stream.NextAsync();
        // What was written before nobody read any more, and then the latest.
        Assert.InRange(answers, 1, 20);
    }

    [Fact]
    public async Task A_stream_too_many_is_refused_and_one_that_ends_makes_room()
    {
        await using var small = app.WithWebHostBuilder(host => host.UseSetting("Server:Streams", "2"));
        var client = small.CreateClient();
        using var one = await EventReader.OpenAsync(client, Uri);
        using (var other = await EventReader.OpenAsync(client, Uri))
        {
            await other.NextAsync();
            var refused = await client.AskAsync(Uri);
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "overloaded"), (refused.Status, refused.Body["code"].Text()));
        }

        await Eventually.IsTrueAsync(async () =>
        {
            using var third = await EventReader.OpenAsync(client, Uri);
            return third.Response.IsSuccessStatusCode;
        });
    }

    [Fact]
    public async Task One_caller_cannot_take_all_places()
    {
        await using var small = app.WithWebHostBuilder(host => host.UseSetting("Limits:StreamsPerCaller", "1"));
        var client = small.CreateClient();
        using var one = await EventReader.OpenAsync(client, Uri);

        var refused = await client.AskAsync(Uri);

        Assert.Equal((HttpStatusCode.TooManyRequests, "streams"), (refused.Status, Assert.Single(refused.Body["violated-policies"]!.AsArray()).Text()));
        Assert.Equal(HttpStatusCode.OK, (await client.AskAsync("/v1/best-channel?segment=individual")).Status);
    }

    [Fact]
    public async Task Streams_take_no_place_from_requests()
    {
        await using var small = app.WithWebHostBuilder(host => host.UseSetting("Server:RequestsAtOnce", "1").UseSetting("Server:RequestsWaiting", "0"));
        var client = small.CreateClient();
        using var one = await EventReader.OpenAsync(client, Uri);
        using var other = await EventReader.OpenAsync(client, Uri);
        await one.NextAsync();
        await other.NextAsync();

        Assert.Equal(HttpStatusCode.OK, (await client.AskAsync("/v1/regions")).Status);
    }

    [Fact]
    public async Task Where_the_catalog_no_longer_has_what_was_asked_for_the_stream_ends()
    {
        using var stream = await EventReader.OpenAsync(app.CreateClient(), Uri + "&topic=sms-code");
        await stream.NextAsync();

        app.Change(catalog => catalog with
        {
            Topics = [.. catalog.Topics.Where(topic => topic.Id != "sms-code")],
            Preparations = [.. catalog.Preparations.Where(preparation => !preparation.Topics.Contains("sms-code"))],
            Channels = [.. catalog.Channels.Select(channel => channel with
            {
                Restrictions = channel.Restrictions with { Topics = channel.Restrictions.Topics.Where(topic => topic.Key != "sms-code").ToDictionary() },
            })],
        });

        await stream.ReadToEndAsync();
    }

    [Fact]
    public async Task HEAD_gets_the_headers_and_ends()
    {
        var answer = await app.CreateClient().AskAsync(Uri, method: HttpMethod.Head);

        Assert.Equal((HttpStatusCode.OK, "text/event-stream", ""), (answer.Status, answer.MediaType, answer.Text));
    }

    [Theory]
    [InlineData("/v1/stream", "segment")]
    [InlineData("/v1/stream?segment=individual&at=2026-11-23T12:00:00Z&topic=fishing", "at", "topic")]
    public async Task A_question_that_is_not_right_is_refused(string uri, params string[] blamed) =>
        Assert.Equal(blamed, (await app.CreateClient().AskAsync(uri)).Blamed.Order());

    public void Dispose() => app.Dispose();

    private void Close(string channelId, Instant? end = null) => app.Change(catalog => catalog with
    {
        Incidents = [.. catalog.Incidents, new Incident("outage", channelId, app.Time.GetUtcNow().ToInstant(), end, Reason)],
    });

    /// <summary>The next event, which is due at a moment and not before.</summary>
    private async Task<StreamEvent> NextAfterAsync(EventReader stream, Instant moment)
    {
        app.Time.SetUtcNow((moment - NodaTime.Duration.FromMilliseconds(1)).ToDateTimeOffset());
        var next = stream.NextAsync();
        Assert.False(next.IsCompleted);
        app.Time.SetUtcNow(moment.ToDateTimeOffset());
        // The feed may be about to set its alarm, for a moment that is over when it does.
        await MoveUntilAsync(next, TimeSpan.FromMilliseconds(1));
        return await next;
    }

    private Task MoveUntilAsync(Task awaited, TimeSpan step) => Eventually.IsTrueAsync(() =>
    {
        if (!awaited.IsCompleted)
            app.Time.Advance(step);
        return awaited.IsCompleted;
    });
}
