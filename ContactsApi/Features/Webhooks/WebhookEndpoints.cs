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
        services.AddSingleton<HeldWebhooks>();
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

    private static Results<Ok<WebhooksResponse>, JsonHttpResult<ProblemResponse>> List(HttpContext context, HeldWebhooks webhooks, IClock clock)
    {
        if (QueryReader.Of(context) is { Errors.Count: > 0 } query)
            return context.Refuse(query);
        var now = clock.GetCurrentInstant();
        return TypedResults.Ok(new WebhooksResponse([.. webhooks.Of(context.ApiKey()!).Select(one => WebhookResponse.Of(one, now))]));
    }

    private static Results<Created<IssuedWebhookResponse>, JsonHttpResult<ProblemResponse>> Create(
        HttpContext context, HeldWebhooks webhooks, CatalogSnapshots snapshots, IClock clock, IOptions<OutgoingOptions> outgoing)
    {
        var query = QueryReader.Of(context);
        var body = context.ReadForm<NewWebhookRequest>(query);
        var events = NewWebhookRequest.Examine(body, snapshots.Current, clock.GetCurrentInstant(), outgoing.Value);
        if (body.Read() is not { } wanted)
            return context.Refuse(query);
        return webhooks.Create(wanted.Url, events, wanted.Question, context.ApiKey()!, context.Origin()) is { } created
            ? TypedResults.Created($"/v1/admin/webhooks/{created.Webhook.Id}", Issued(created, clock))
            : context.Refuse(Problem.TooManyWebhooks);
    }

    private static Results<Ok<WebhookResponse>, JsonHttpResult<ProblemResponse>> Get(string webhookId, HttpContext context, HeldWebhooks webhooks, IClock clock) =>
        Answer(context, clock, () => webhooks.Find(webhookId, context.ApiKey()!));

    private static Results<NoContent, JsonHttpResult<ProblemResponse>> Delete(string webhookId, HttpContext context, HeldWebhooks webhooks)
    {
        if (QueryReader.Of(context) is { Errors.Count: > 0 } query)
            return context.Refuse(query);
        return webhooks.Delete(webhookId, context.ApiKey()!, context.Origin()) ? TypedResults.NoContent() : context.Refuse(Problem.WebhookNotFound);
    }

    private static async Task<Results<Ok<PingResponse>, JsonHttpResult<ProblemResponse>>> PingAsync(string webhookId, HttpContext context, HeldWebhooks webhooks)
    {
        if (QueryReader.Of(context) is { Errors.Count: > 0 } query)
            return context.Refuse(query);
        return await webhooks.PingAsync(webhookId, context.ApiKey()!, context.RequestAborted) is { } came ? TypedResults.Ok(came) : context.Refuse(Problem.WebhookNotFound);
    }

    private static Results<Ok<IssuedWebhookResponse>, JsonHttpResult<ProblemResponse>> Rotate(string webhookId, HttpContext context, HeldWebhooks webhooks, IClock clock)
    {
        var query = QueryReader.Of(context);
        var grace = query.TryGet(Parameters.Grace, out var asked) ? asked : Duration.Zero;
        if (query.Errors.Count > 0)
            return context.Refuse(query);
        return webhooks.Rotate(webhookId, grace, context.ApiKey()!, context.Origin()) is { } rotated
            ? TypedResults.Ok(Issued(rotated, clock))
            : context.Refuse(Problem.WebhookNotFound);
    }

    private static Results<Ok<WebhookResponse>, JsonHttpResult<ProblemResponse>> Disable(string webhookId, HttpContext context, HeldWebhooks webhooks, IClock clock) =>
        Answer(context, clock, () => webhooks.Disable(webhookId, context.ApiKey()!, context.Origin()));

    private static Results<Ok<WebhookResponse>, JsonHttpResult<ProblemResponse>> Enable(string webhookId, HttpContext context, HeldWebhooks webhooks, IClock clock) =>
        Answer(context, clock, () => webhooks.Enable(webhookId, context.ApiKey()!, context.Origin()));

    private static Results<Ok<WebhookResponse>, JsonHttpResult<ProblemResponse>> Replay(string webhookId, HttpContext context, HeldWebhooks webhooks, IClock clock)
    {
        var query = QueryReader.Of(context);
        var body = context.ReadForm<ReplayRequest>(query);
        ReplayRequest.Examine(body);
        return body.Read() is { } wanted
            ? Answer(context, clock, () => webhooks.Replay(webhookId, wanted.After, context.ApiKey()!, context.Origin()))
            : context.Refuse(query);
    }

    /// <param name="ask">Nothing if there is none of that id for the caller.</param>
    private static Results<Ok<WebhookResponse>, JsonHttpResult<ProblemResponse>> Answer(HttpContext context, IClock clock, Func<HeldWebhook?> ask)
    {
        if (QueryReader.Of(context) is { Errors.Count: > 0 } query)
            return context.Refuse(query);
        return ask() is { } held ? TypedResults.Ok(WebhookResponse.Of(held, clock.GetCurrentInstant())) : context.Refuse(Problem.WebhookNotFound);
    }

    private static IssuedWebhookResponse Issued(HeldWebhook held, IClock clock) => new(WebhookResponse.Of(held, clock.GetCurrentInstant()), held.Webhook.Secret.Current);
}
