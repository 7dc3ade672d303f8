using System.Security.Cryptography;
using ContactsApi.Core.Events;
using ContactsApi.Features.Asking;
using ContactsApi.Features.Webhooks.Sending;
using ContactsApi.Hosting;
using ContactsApi.Hosting.Access;
using ContactsApi.Hosting.Bodies;
using ContactsApi.Hosting.Outgoing;
using ContactsApi.Hosting.Overload;
using ContactsApi.Hosting.Queries;
using ContactsApi.Storage;
using ContactsApi.Storage.Webhooks;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using NodaTime;

namespace ContactsApi.Features.Webhooks;

public static class WebhookEndpoints
{
    private const int IdLength = 10;

    public static void AddWebhooks(this IServiceCollection services)
    {
        services.AddOptions<WebhookOptions>().BindConfiguration(WebhookOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOutgoing();
        services.AddSingleton<WebhookStore>();
        services.AddSingleton(provider => new SendingLease(
            provider.GetRequiredService<Database>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<IOptions<WebhookOptions>>().Value.Lease));
        services.AddSingleton<WatchedAnswers>();
        services.AddSingleton<Delivery>();
        services.AddSingleton<WebhookMetrics>();
        services.AddSingleton<WebhookSender>();
        services.AddHostedService(provider => provider.GetRequiredService<WebhookSender>());
    }

    public static void MapWebhooks(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/admin/webhooks").ReadsStore().WithTags("Webhooks").RequireScope(Scope.Read).ProducesProblems(
            StatusCodes.Status400BadRequest, StatusCodes.Status503ServiceUnavailable);
        group.MapGet("", List)
            .WithName("listWebhooks")
            .WithSummary("Who is told of what happens")
            .WithDescription("One's own webhooks; for an admin all. Whether their receivers take what they are sent, and how much waits.")
            .WithQuery();
        group.MapPost("", Create)
            .WithName("createWebhook")
            .WithSummary("Be told of what happens")
            .WithDescription(
                "Every key will do. From now on each event is sent to `url` as a POST, signed by https://www.standardwebhooks.com: at least once, "
                + "in the order of `sequence`, the next one only when the receiver has answered 2xx. Else it is tried again for three days, and then "
                + "the webhook is disabled. The answer shows the secret once.")
            .WithQuery()
            .WithForm<NewWebhookRequest>("""{ "url": "https://example.org/hooks", "question": "segment=individual" }""")
            .Produces<IssuedWebhookResponse>(StatusCodes.Status201Created)
            .ProducesProblems(StatusCodes.Status409Conflict);
        var one = group.MapGroup("/{webhookId}").ProducesProblems(StatusCodes.Status404NotFound);
        one.MapGet("", Get).WithName("getWebhook").WithSummary("A webhook").WithDescription("Whether its receiver takes what it is sent, and how much waits.").WithQuery();
        one.MapDelete("", Delete).WithName("deleteWebhook").WithSummary("Remove a webhook").WithDescription("With all that waits for it.").WithQuery()
            .Produces(StatusCodes.Status204NoContent);
        one.MapPost("/ping", PingAsync)
            .WithName("pingWebhook")
            .WithSummary("Try a webhook out")
            .WithDescription("Sends the event `ping` once, at once and out of order, to a webhook that is disabled too, and says what came of it.")
            .WithQuery();
        one.MapPost("/rotate", Rotate)
            .WithName("rotateWebhook")
            .WithSummary("Sign by another secret")
            .WithDescription("Messages are signed by the secret before too, for as long as `grace` says: a receiver takes one that either signed. The answer shows the secret once.")
            .WithQuery(Parameters.Grace);
        one.MapPost("/disable", Disable)
            .WithName("disableWebhook")
            .WithSummary("Stop telling")
            .WithDescription("Until it is enabled. One that is disabled already stays as it is.")
            .WithQuery();
        one.MapPost("/enable", Enable)
            .WithName("enableWebhook")
            .WithSummary("Go on telling")
            .WithDescription("Beginning with what was not delivered meanwhile, up to 30 days back.")
            .WithQuery();
        one.MapPost("/replay", Replay)
            .WithName("replayWebhook")
            .WithSummary("Tell again from an event on")
            .WithDescription("Every event after that `sequence` is sent again, with the same id, up to 30 days back; nothing that was not delivered yet is left out.")
            .WithQuery()
            .WithForm<ReplayRequest>("""{ "after": 0 }""");
    }

    private static Results<Ok<WebhooksResponse>, JsonHttpResult<ProblemResponse>> List(
        HttpContext context, StoreAccess access, WebhookStore store, IClock clock)
    {
        if (QueryReader.Of(context) is { Errors.Count: > 0 } query)
            return context.Refuse(query);
        var now = clock.GetCurrentInstant();
        var (all, waiting) = access.Read(() => (store.List(), store.Waiting()));
        return TypedResults.Ok(new WebhooksResponse([.. all.Where(webhook => MaySee(context, webhook)).Select(webhook => WebhookResponse.Of(webhook, waiting, now))]));
    }

    private static Results<Created<IssuedWebhookResponse>, JsonHttpResult<ProblemResponse>> Create(
        HttpContext context, CatalogSnapshots snapshots, StoreAccess access, WebhookStore store, WebhookSender sender, IClock clock,
        IOptions<WebhookOptions> options, IOptions<OutgoingOptions> outgoing)
    {
        var query = QueryReader.Of(context);
        var now = clock.GetCurrentInstant();
        var body = context.ReadForm<NewWebhookRequest>(query);
        var snapshot = snapshots.Current;
        var events = NewWebhookRequest.Examine(body, snapshot, now, outgoing.Value);
        if (body.Read() is not { } wanted)
            return context.Refuse(query);
        // What came about before is none of its business.
        sender.TellTime(now);
        var id = RandomNumberGenerator.GetHexString(IdLength, lowercase: true);
        var webhook = new Webhook(id, context.ApiKey()!.Id, wanted.Url, events, new(MessageSigning.NewSecret()), now, 0)
        {
            Question = wanted.Question is { } question ? new(question, snapshot.Revision, now) : null,
        };
        return snapshots.ToStore(() => store.Create(webhook, options.Value.MaxPerKey, context.Origin())) is { } created
            ? TypedResults.Created($"/v1/admin/webhooks/{id}", Issued(created, access, store, now))
            : context.Refuse(Problem.TooManyWebhooks);
    }

    private static Results<Ok<WebhookResponse>, JsonHttpResult<ProblemResponse>> Get(
        string webhookId, HttpContext context, CatalogSnapshots snapshots, StoreAccess access, WebhookStore store, IClock clock) =>
        Answer(webhookId, context, snapshots, access, store, clock, webhook => webhook);

    private static Results<NoContent, JsonHttpResult<ProblemResponse>> Delete(
        string webhookId, HttpContext context, CatalogSnapshots snapshots, StoreAccess access, WebhookStore store, IClock clock)
    {
        if (QueryReader.Of(context) is { Errors.Count: > 0 } query)
            return context.Refuse(query);
        if (Find(webhookId, context, access, store) is null)
            return context.Refuse(Problem.WebhookNotFound);
        snapshots.ToStore(() => store.Delete(webhookId, clock.GetCurrentInstant(), context.Origin()));
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<PingResponse>, JsonHttpResult<ProblemResponse>>> PingAsync(
        string webhookId, HttpContext context, StoreAccess access, WebhookStore store, Delivery delivery, IClock clock)
    {
        if (QueryReader.Of(context) is { Errors.Count: > 0 } query)
            return context.Refuse(query);
        if (Find(webhookId, context, access, store) is not { } webhook)
            return context.Refuse(Problem.WebhookNotFound);
        var id = EventLog.NewId();
        var body = EventLog.BodyOf(EventTypes.Ping, clock.GetCurrentInstant(), null, new { webhookId });
        return TypedResults.Ok(PingResponse.Of(id, await delivery.TryAsync(webhook, id, body, () => true, context.RequestAborted)));
    }

    private static Results<Ok<IssuedWebhookResponse>, JsonHttpResult<ProblemResponse>> Rotate(
        string webhookId, HttpContext context, CatalogSnapshots snapshots, StoreAccess access, WebhookStore store, IClock clock)
    {
        var query = QueryReader.Of(context);
        var grace = query.TryGet(Parameters.Grace, out var asked) ? asked : Duration.Zero;
        if (query.Errors.Count > 0)
            return context.Refuse(query);
        var now = clock.GetCurrentInstant();
        var secret = MessageSigning.NewSecret();
        return Find(webhookId, context, access, store) is not null
            && snapshots.ToStore(() => store.Rotate(webhookId, secret, now + grace, now, context.Origin())) is { } rotated
                ? TypedResults.Ok(Issued(rotated, access, store, now))
                : context.Refuse(Problem.WebhookNotFound);
    }

    private static Results<Ok<WebhookResponse>, JsonHttpResult<ProblemResponse>> Disable(
        string webhookId, HttpContext context, CatalogSnapshots snapshots, StoreAccess access, WebhookStore store, IClock clock) =>
        Change(webhookId, context, snapshots, access, store, clock, now => store.Disable(webhookId, DisabledFor.Request, now, context.Origin()));

    private static Results<Ok<WebhookResponse>, JsonHttpResult<ProblemResponse>> Enable(
        string webhookId, HttpContext context, CatalogSnapshots snapshots, StoreAccess access, WebhookStore store, IClock clock) =>
        Change(webhookId, context, snapshots, access, store, clock, now => store.Enable(webhookId, now, context.Origin()));

    private static Results<Ok<WebhookResponse>, JsonHttpResult<ProblemResponse>> Replay(
        string webhookId, HttpContext context, CatalogSnapshots snapshots, StoreAccess access, WebhookStore store, IClock clock)
    {
        var query = QueryReader.Of(context);
        var body = context.ReadForm<ReplayRequest>(query);
        ReplayRequest.Examine(body);
        return body.Read() is { } wanted
            ? Change(webhookId, context, snapshots, access, store, clock, now => store.Replay(webhookId, wanted.After, now, context.Origin()))
            : context.Refuse(query);
    }

    private static Results<Ok<WebhookResponse>, JsonHttpResult<ProblemResponse>> Change(
        string webhookId, HttpContext context, CatalogSnapshots snapshots, StoreAccess access, WebhookStore store, IClock clock, Func<Instant, Webhook?> change) =>
        Answer(webhookId, context, snapshots, access, store, clock, _ => snapshots.ToStore(() => change(clock.GetCurrentInstant())));

    /// <param name="change">Nothing if it is gone meanwhile.</param>
    private static Results<Ok<WebhookResponse>, JsonHttpResult<ProblemResponse>> Answer(
        string webhookId, HttpContext context, CatalogSnapshots snapshots, StoreAccess access, WebhookStore store, IClock clock, Func<Webhook, Webhook?> change)
    {
        if (QueryReader.Of(context) is { Errors.Count: > 0 } query)
            return context.Refuse(query);
        return Find(webhookId, context, access, store) is { } found && change(found) is { } changed
            ? TypedResults.Ok(WebhookResponse.Of(changed, access.Read(store.Waiting), clock.GetCurrentInstant()))
            : context.Refuse(Problem.WebhookNotFound);
    }

    private static IssuedWebhookResponse Issued(Webhook webhook, StoreAccess access, WebhookStore store, Instant now) =>
        new(WebhookResponse.Of(webhook, access.Read(store.Waiting), now), webhook.Secret.Current);

    /// <summary>Nothing for another's: whether there is one is nobody's business.</summary>
    private static Webhook? Find(string id, HttpContext context, StoreAccess access, WebhookStore store) =>
        access.Read(() => store.Find(id)) is { } webhook && MaySee(context, webhook) ? webhook : null;

    private static bool MaySee(HttpContext context, Webhook webhook) =>
        context.ApiKey() is { } key && (key.Scope == Scope.Admin || key.Id == webhook.KeyId);
}
