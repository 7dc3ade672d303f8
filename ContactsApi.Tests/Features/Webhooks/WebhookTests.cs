using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using System.Text.Json.Nodes;
using ContactsApi.Core.Hours;
using ContactsApi.Features.Webhooks.Sending;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using NodaTime.Extensions;
using static ContactsApi.Tests.Support.Domain;

namespace ContactsApi.Tests.Features.Webhooks;

/// <summary>A partner is told of what happens. It is Sunday 22 November 2026, 03:00 in Moscow, and time passes when a test says so.</summary>
public sealed class WebhookTests : IAsyncLifetime
{
    private const string Hooks = "/v1/admin/webhooks";

    private static readonly Dictionary<string, string> ToThisMachine = new() { ["Outgoing:AllowThisMachine"] = "true", ["Webhooks:MaxPerKey"] = "3" };

    /// <summary>Looks what there is to tell when a test says so.</summary>
    private readonly ContactsApp app = new()
    {
        Settings = ToThisMachine,
        Replace = services => services.Remove(services.Single(one =>
            one.ServiceType == typeof(IHostedService) && one.ImplementationFactory?.Method.ReturnType == typeof(WebhookSender))),
    };

    private readonly HttpClient partner;
    private Receiver receiver = null!;

    public WebhookTests() => partner = app.CreateClientWith(Scope.Read);

    private WebhookSender Sender => app.Services.GetRequiredService<WebhookSender>();

    private Instant Now => app.Time.GetUtcNow().ToInstant();

    public async ValueTask InitializeAsync() => receiver = await Receiver.StartAsync();

    public async ValueTask DisposeAsync()
    {
        app.Dispose();
        await receiver.DisposeAsync();
    }

    [Fact]
    public async Task What_happens_is_told_signed_and_in_order()
    {
        var made = await CreateAsync();
        var id = made["webhook"]!["id"].Text();
        Announce("hotline");
        app.Time.Advance(TimeSpan.FromHours(1));
        app.ChangeChannel("email", channel => channel with { Name = Reason });

        await TellAsync();

        Assert.Equal(["revision.created", "incident.started", "revision.created", "channel.changed"], receiver.Types);
        Assert.Equal(receiver.Received.Select(message => message.Sequence).Order(), receiver.Received.Select(message => message.Sequence));
        Assert.Equal(4, receiver.Received.Select(message => message.Id).Distinct().Count());
        var incident = receiver.Received[1];
        Assert.Equal(("hotline", "2026-11-22T03:00:00+03:00"), (incident.Data["channelId"].Text(), incident.Content["timestamp"].Text()));
        Assert.Equal((2, "reason"), (incident.Data["revision"]!.GetValue<long>(), incident.Data["reason"]!["en"].Text()));
        Assert.Equal(("email", "changed"), (receiver.Received[3].Data["channelId"].Text(), receiver.Received[3].Data["change"].Text()));
        var shown = await partner.GetJsonAsync($"{Hooks}/{id}");
        Assert.Equal(("active", receiver.Received[3].Sequence, 0), (shown["state"].Text(), shown["deliveredUpTo"]!.GetValue<long>(), shown["waiting"]!.GetValue<long>()));
    }

    /// <summary>An attempt may take ten seconds, and the lease lasts for 22: at its eighteenth another replica could take over before the answer.</summary>
    [Fact]
    public async Task No_attempt_is_begun_that_could_outlast_the_lease()
    {
        await CreateAsync("""["channel.changed"]""");
        foreach (var id in new[] { "email", "faq", "vk", "viber" })
            app.ChangeChannel(id, channel => channel with { Name = Reason });
        receiver.Answer = _ =>
        {
            app.Time.Advance(TimeSpan.FromSeconds(9));
            return Task.FromResult(HttpStatusCode.NoContent);
        };

        await TellAsync();
        Assert.Equal(2, receiver.Received.Count);

        await TellAsync();
        Assert.Equal(4, receiver.Received.Count);
    }

    [Fact]
    public async Task What_the_clock_brought_before_a_webhook_was_made_is_not_told_to_it()
    {
        Announce("hotline", start: Now + Duration.FromHours(1));
        app.Time.Advance(TimeSpan.FromHours(2));
        await CreateAsync("""["incident.started"]""");

        await TellAsync();

        Assert.Empty(receiver.Received);
    }

    /// <summary>How our own requests hang together is no business of others.</summary>
    [Fact]
    public async Task No_header_tells_of_our_traces()
    {
        await CreateAsync("""["channel.changed"]""");
        app.ChangeChannel("email", channel => channel with { Name = Reason });
        using var activity = new Activity("telling").SetIdFormat(ActivityIdFormat.W3C).Start();

        await TellAsync();

        Assert.DoesNotContain(Assert.Single(receiver.Received).Headers.Keys, name => name.StartsWith("trace", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task What_the_clock_brings_is_told_when_it_does()
    {
        await CreateAsync("""["incident.started", "incident.ended"]""");
        Announce("hotline", start: Now + Duration.FromHours(1), end: Now + Duration.FromHours(2));
        await TellAsync();
        Assert.Empty(receiver.Received);

        app.Time.Advance(TimeSpan.FromHours(1));
        await TellAsync();
        Assert.Equal(["incident.started"], receiver.Types);

        // Nobody looked for a day.
        app.Time.Advance(TimeSpan.FromDays(1));
        await TellAsync();
        Assert.Equal(["incident.started", "incident.ended"], receiver.Types);
        Assert.Equal("2026-11-22T05:00:00+03:00", receiver.Received[1].Content["timestamp"].Text());
    }

    [Fact]
    public async Task Of_the_best_channel_is_told_what_a_stream_would_tell()
    {
        const string Question = "segment=individual&need=voice&need=free-of-charge";
        await CreateAsync("""["best-channel.changed"]""", Question);
        Announce("hotline", end: Now + Duration.FromHours(10));
        await TellAsync();
        app.Time.Advance(TimeSpan.FromHours(20));
        await TellAsync();
        await TellAsync();

        var listed = (await partner.GetJsonAsync($"/v1/transitions?{Question}&from=2026-11-22T00:00:00Z&to=2026-11-22T20:00:00.001Z"))["transitions"]!.AsArray();
        Assert.True(listed.Count >= 3, listed.ToJsonString());
        Assert.Equal(
            listed.Select(one => (one!["moment"].Text(), one["before"]!["channelId"].Text(), one["after"]!["channelId"].Text(), one["after"]!["state"].Text())),
            receiver.Received.Select(one => (one.Content["timestamp"].Text(), one.Data["before"]!["channelId"].Text(), one.Data["after"]!["channelId"].Text(), one.Data["after"]!["state"].Text())));
        Assert.All(receiver.Received, message => Assert.Equal((Question, 2), (message.Data["question"].Text(), message.Data["revision"]!.GetValue<long>())));
    }

    [Fact]
    public async Task After_a_long_absence_the_first_and_the_last_are_told()
    {
        await CreateAsync("""["best-channel.changed"]""", "segment=individual");
        app.Time.Advance(TimeSpan.FromDays(4));
        Announce("portal-chat");
        await TellAsync();

        var message = Assert.Single(receiver.Received);
        Assert.Equal("portal-chat", message.Data["before"]!["channelId"].Text());
        Assert.NotEqual("portal-chat", message.Data["after"]!["channelId"].Text());
    }

    [Fact]
    public async Task A_message_that_is_not_taken_is_sent_again_as_it_was_and_what_comes_after_it_waits()
    {
        var made = await CreateAsync();
        var id = made["webhook"]!["id"].Text();
        Announce("hotline");
        receiver.Answers(HttpStatusCode.InternalServerError);
        await TellAsync();
        await TellAsync();

        var shown = await partner.GetJsonAsync($"{Hooks}/{id}");
        Assert.Equal(("failing", 2, 1, "bad-status", 500), (
            shown["state"].Text(), shown["waiting"]!.GetValue<long>(), shown["trouble"]!["failures"]!.GetValue<int>(),
            shown["trouble"]!["fault"].Text(), shown["trouble"]!["status"]!.GetValue<int>()));
        Assert.Single(receiver.Received);

        receiver.Answers(HttpStatusCode.OK);
        app.Time.Advance(TimeSpan.FromSeconds(7));
        await TellAsync();

        Assert.Equal(["revision.created", "revision.created", "incident.started"], receiver.Types);
        Assert.Equal((receiver.Received[0].Id, receiver.Received[0].Body), (receiver.Received[1].Id, receiver.Received[1].Body));
        Assert.NotEqual(receiver.Received[0].Headers["webhook-signature"], receiver.Received[1].Headers["webhook-signature"]); // sent at another time
        Assert.Equal("active", (await partner.GetJsonAsync($"{Hooks}/{id}"))["state"].Text());
    }

    [Fact]
    public async Task A_receiver_that_fails_for_three_days_is_tried_ever_more_seldom_and_then_told_nothing()
    {
        var id = (await CreateAsync())["webhook"]!["id"].Text();
        Announce("hotline");
        receiver.Answers(HttpStatusCode.BadGateway);
        var began = Now;
        while ((await partner.GetJsonAsync($"{Hooks}/{id}"))["disabled"] is null)
        {
            Assert.True(Now - began < Duration.FromDays(4));
            await TellAsync();
            app.Time.Advance(TimeSpan.FromHours(2));
        }

        Assert.True(Now - began > Duration.FromDays(3));
        Assert.InRange(receiver.Received.Count, 20, 40);
        var shown = await partner.GetJsonAsync($"{Hooks}/{id}");
        Assert.Equal(("disabled", "failing", null), (shown["state"].Text(), shown["disabled"]!["because"].Text(), shown["waiting"]));
        var before = receiver.Received.Count;
        await TellAsync();
        Assert.Equal(before, receiver.Received.Count);

        receiver.Answers(HttpStatusCode.OK);
        Assert.Equal("active", (await partner.AskAsync($"{Hooks}/{id}/enable", method: HttpMethod.Post)).Body["state"].Text());
        await TellAsync();
        Assert.Equal(["revision.created", "incident.started"], receiver.Types.Skip(before));
    }

    [Fact]
    public async Task A_receiver_that_is_gone_for_good_is_told_nothing_any_more()
    {
        var id = (await CreateAsync())["webhook"]!["id"].Text();
        receiver.Answers(HttpStatusCode.Gone);
        Announce("hotline");
        await TellAsync();

        Assert.Equal("gone", (await partner.GetJsonAsync($"{Hooks}/{id}"))["disabled"]!["because"].Text());
        Assert.Single(receiver.Received);
    }

    [Fact]
    public async Task Who_has_no_key_any_more_is_told_nothing()
    {
        var key = app.KeyOf(Scope.Read);
        var id = (await CreateAsync(client: app.CreateClient().With(key.Text)))["webhook"]!["id"].Text();
        app.Services.GetRequiredService<ContactsApi.Hosting.Access.ApiKeys>().Revoke(key.Key.Id, new Origin("a test"));
        await TellAsync();
        Announce("hotline");
        await TellAsync();

        using var admin = app.CreateClientWith(Scope.Admin);
        Assert.Equal("key-ended", (await admin.GetJsonAsync($"{Hooks}/{id}"))["disabled"]!["because"].Text());
        Assert.Empty(receiver.Received);
    }

    [Fact]
    public async Task What_is_told_again_has_the_same_ids()
    {
        var id = (await CreateAsync())["webhook"]!["id"].Text();
        Announce("hotline");
        app.ChangeChannel("email", channel => channel with { Name = Reason });
        await TellAsync();
        var told = receiver.Received.Select(message => message.Id).ToList();

        Assert.Equal(3, (await partner.PostAsync($"{Hooks}/{id}/replay", $$"""{ "after": {{receiver.Received[0].Sequence}} }""")).Body["waiting"]!.GetValue<long>());
        await TellAsync();

        Assert.Equal([.. told, .. told.Skip(1)], receiver.Received.Select(message => message.Id));
    }

    [Fact]
    public async Task During_the_grace_of_a_rotation_either_secret_will_do()
    {
        // By the clock of this machine, as the receiver's library wants it.
        await using var real = new ContactsApp { Settings = ToThisMachine, Clock = TimeProvider.System };
        using var client = real.CreateClientWith(Scope.Read);
        var made = await CreateAsync(client: client);
        var (id, first) = (made["webhook"]!["id"].Text(), made["secret"].Text()!);
        var second = (await client.AskAsync($"{Hooks}/{id}/rotate?grace=PT1H", method: HttpMethod.Post)).Body;
        Assert.NotNull(second["webhook"]!["formerSecretUntil"]);
        await PingAsync(client, id);
        var third = (await client.AskAsync($"{Hooks}/{id}/rotate", method: HttpMethod.Post)).Body;
        Assert.Null(third["webhook"]!["formerSecretUntil"]);
        await PingAsync(client, id);

        string[] secrets = [first, second["secret"].Text()!, third["secret"].Text()!];
        Assert.Equal([true, true, false], secrets.Select(receiver.Received[0].IsSignedBy));
        Assert.Equal([false, false, true], secrets.Select(receiver.Received[1].IsSignedBy));
    }

    [Fact]
    public async Task A_ping_says_what_came_of_it_whether_the_webhook_is_disabled_or_not()
    {
        var id = (await CreateAsync())["webhook"]!["id"].Text();
        var pinged = await PingAsync(partner, id);
        Assert.Equal((true, null, 204), (pinged["delivered"]!.GetValue<bool>(), pinged["fault"], pinged["status"]!.GetValue<int>()));
        Assert.Equal(("ping", pinged["messageId"].Text(), id), (receiver.Received[0].Type, receiver.Received[0].Id, receiver.Received[0].Data["webhookId"].Text()));

        await partner.AskAsync($"{Hooks}/{id}/disable", method: HttpMethod.Post);
        receiver.Answers(HttpStatusCode.NotFound);
        pinged = await PingAsync(partner, id);

        Assert.Equal((false, "bad-status", 404), (pinged["delivered"]!.GetValue<bool>(), pinged["fault"].Text(), pinged["status"]!.GetValue<int>()));
        Assert.Equal("disabled", (await partner.GetJsonAsync($"{Hooks}/{id}"))["state"].Text());
    }

    [Fact]
    public async Task Others_do_not_even_learn_that_a_webhook_is_there()
    {
        var made = await CreateAsync();
        var id = made["webhook"]!["id"].Text();
        using var other = app.CreateClientWith(Scope.Steward);
        using var admin = app.CreateClientWith(Scope.Admin);

        foreach (var (method, path, body) in new[] { ("GET", "", null), ("DELETE", "", null), ("POST", "/ping", null), ("POST", "/rotate", null), ("POST", "/disable", null), ("POST", "/enable", null), ("POST", "/replay", """{ "after": 0 }""") })
        {
            var refused = await other.AskAsync($"{Hooks}/{id}{path}", method: new HttpMethod(method), body: body);
            Assert.Equal((HttpStatusCode.NotFound, "webhook-not-found"), (refused.Status, refused.Code()));
        }

        Assert.Empty((await other.GetJsonAsync(Hooks))["webhooks"]!.AsArray());
        Assert.Single((await partner.GetJsonAsync(Hooks))["webhooks"]!.AsArray());
        var shown = await admin.AskAsync(Hooks);
        Assert.Single(shown.Body["webhooks"]!.AsArray());
        Assert.DoesNotContain("whsec_", shown.Text);
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.CreateClient().AskAsync(Hooks)).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await admin.AskAsync($"{Hooks}/{id}", method: HttpMethod.Delete)).Status);
        Assert.Empty((await partner.GetJsonAsync(Hooks))["webhooks"]!.AsArray());
    }

    [Fact]
    public async Task A_key_has_so_many_webhooks_and_no_more()
    {
        for (var i = 0; i < 3; i++)
            await CreateAsync();

        var refused = await partner.PostAsync(Hooks, $$"""{ "url": "{{receiver.Url}}" }""");

        Assert.Equal((HttpStatusCode.Conflict, "too-many-webhooks"), (refused.Status, refused.Code()));
    }

    /// <summary>What is wanted, and what is to blame.</summary>
    private static readonly (string Body, string Blamed)[] Wrong =
    [
        ("""{ "url": "https://10.0.0.1/" }""", "url"),
        ("""{ "url": "example.org" }""", "url"),
        ("""{ "url": "https://example.org/\u0000" }""", "url"),
        ("""{ "url": "https://example.org/", "events": [] }""", "events"),
        ("""{ "url": "https://example.org/", "events": ["revision.created", "revision.created"] }""", "events"),
        ("""{ "url": "https://example.org/", "events": ["ping"] }""", "events"),
        ("""{ "url": "https://example.org/", "events": ["best-channel.changed"] }""", "question"),
        ("""{ "url": "https://example.org/", "events": ["revision.created"], "question": "segment=individual" }""", "question"),
        ("""{ "url": "https://example.org/", "question": "" }""", "question"),
        ("""{ "url": "https://example.org/", "question": "segment=nobody" }""", "question"),
        ("""{ "url": "https://example.org/", "question": "segment=individual&at=2026-11-22T00:00:00Z" }""", "question"),
        ("""{ "url": "https://example.org/", "question": "segment=individual&topic=none&topic=two" }""", "question"),
        ("""{ "url": "http://example.org/", "events": "all", "secret": "mine" }""", "events secret"),
    ];

    [Fact]
    public async Task All_that_is_wrong_with_a_wanted_webhook_is_told_and_none_is_made()
    {
        foreach (var (body, blamed) in Wrong)
        {
            var refused = await partner.PostAsync(Hooks, body);
            Assert.Equal((body, HttpStatusCode.BadRequest, blamed), (body, refused.Status, string.Join(' ', refused.Blamed.Order(StringComparer.Ordinal))));
        }

        Assert.Empty((await partner.GetJsonAsync(Hooks))["webhooks"]!.AsArray());
    }

    [Fact]
    public async Task A_replay_begins_after_a_sequence()
    {
        var replay = $"{Hooks}/{(await CreateAsync())["webhook"]!["id"].Text()}/replay";
        foreach (var body in new[] { """{ "after": -1 }""", """{ "after": "1" }""", "{}" })
            Assert.Equal(["after"], (await partner.PostAsync(replay, body)).Blamed);
    }

    [Fact]
    public async Task An_operator_sees_what_waits_how_long_and_what_fails()
    {
        var meters = app.Services.GetRequiredService<IMeterFactory>();
        using var measurements = new Measurements(meter => meter.Name == "ContactsApi" && meter.Scope == meters);
        await TellAsync();
        Assert.Null(measurements.Now("contacts.webhooks.waiting"));
        await CreateAsync();
        receiver.Answers(HttpStatusCode.Found);
        Announce("hotline");
        await TellAsync();
        Assert.Equal("redirected", Assert.Single(measurements.Of("contacts.webhooks.deliveries")).Tags["fault"]);
        await TellAsync();
        app.Time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal((2, 2, 1), (
            measurements.Now("contacts.webhooks.waiting"), measurements.Now("contacts.webhooks.age"), measurements.Now("contacts.webhooks.failing")));
    }

    /// <summary>What there is to tell now is told, and the receiver has answered.</summary>
    private async Task TellAsync()
    {
        await Sender.StepAsync(TestContext.Current.CancellationToken);
        await Eventually.EndsAsync(Sender.DeliveredAsync());
    }

    private async Task<JsonNode> CreateAsync(string events = "null", string? question = null, HttpClient? client = null)
    {
        var asked = question is null ? "null" : $"\"{question}\"";
        var made = await (client ?? partner).PostAsync(Hooks, $$"""{ "url": "{{receiver.Url}}", "events": {{events}}, "question": {{asked}} }""");
        Assert.True(made.Status == HttpStatusCode.Created, made.Text);
        return made.Body;
    }

    private static async Task<JsonNode> PingAsync(HttpClient client, string? id)
    {
        var answer = await client.AskAsync($"{Hooks}/{id}/ping", method: HttpMethod.Post);
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        return answer.Body;
    }

    private void Announce(string channel, Instant? start = null, Instant? end = null) =>
        app.Change(catalog => catalog with { Incidents = [.. catalog.Incidents, new Incident($"out-{channel}", channel, start ?? Now, end, Reason)] });
}
