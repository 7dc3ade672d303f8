using ContactsApi.Features.Asking;
using ContactsApi.Features.Webhooks.Sending;
using ContactsApi.Storage.Webhooks;
using NodaTime;

namespace ContactsApi.Features.Webhooks;

public enum WebhookState
{
    /// <summary>The receiver took the last message, or there was none yet.</summary>
    Active,

    /// <summary>The receiver did not take the last message; it is tried again.</summary>
    Failing,

    /// <summary>It is told nothing any more.</summary>
    Disabled,
}

/// <summary>Webhooks.</summary>
/// <param name="Webhooks">In the order in which they were made: one's own; for an admin all.</param>
public sealed record WebhooksResponse(IReadOnlyList<WebhookResponse> Webhooks);

/// <summary>An address that is told of what happens, without its secret.</summary>
/// <param name="KeyId">The key of whoever made it.</param>
/// <param name="Events">What it is told.</param>
/// <param name="Question">Of which the best channel is told; null if none is.</param>
/// <param name="CreatedAt">In Moscow's time.</param>
/// <param name="DeliveredUpTo">All events up to this `sequence` are delivered.</param>
/// <param name="DeliveredAt">When something was last delivered, in Moscow's time; null if nothing was.</param>
/// <param name="Waiting">How many events wait to be delivered; null for a webhook that is disabled.</param>
/// <param name="Trouble">Why the next event could not be delivered so far; null if it was not tried in vain.</param>
/// <param name="Disabled">Null if it is told of what happens.</param>
/// <param name="FormerSecretUntil">Until when messages are signed by the secret before the rotation too, in Moscow's time; null if they are not.</param>
public sealed record WebhookResponse(
    string Id,
    string KeyId,
    string Url,
    IReadOnlyList<string> Events,
    string? Question,
    WebhookState State,
    OffsetDateTime CreatedAt,
    long DeliveredUpTo,
    OffsetDateTime? DeliveredAt,
    long? Waiting,
    DeliveryTroubleResponse? Trouble,
    DisablingResponse? Disabled,
    OffsetDateTime? FormerSecretUntil)
{
    public static WebhookResponse Of(HeldWebhook held, Instant now) => Of(held.Webhook, held.Waiting?.Count, now);

    private static WebhookResponse Of(Webhook webhook, long? waiting, Instant now) => new(
        webhook.Id,
        webhook.KeyId,
        webhook.Url,
        webhook.Events,
        webhook.Question?.Query,
        webhook.Disabled is not null ? WebhookState.Disabled : webhook.Trouble is not null ? WebhookState.Failing : WebhookState.Active,
        CallerTime.InMoscow(webhook.CreatedAt),
        webhook.Delivered,
        CallerTime.InMoscow(webhook.DeliveredAt),
        waiting,
        webhook.Trouble is { } trouble
            ? new(trouble.Failures, CallerTime.InMoscow(trouble.Since), trouble.Fault, trouble.Status, CallerTime.InMoscow(trouble.DueAt))
            : null,
        webhook.Disabled is { } disabled ? new(disabled.For, CallerTime.InMoscow(disabled.At)) : null,
        now < webhook.Secret.FormerUntil ? CallerTime.InMoscow(webhook.Secret.FormerUntil) : null);
}

/// <summary>Why a webhook's next event could not be delivered so far.</summary>
/// <param name="Failures">How often in a row.</param>
/// <param name="Since">Of the first of these, in Moscow's time. After three days the webhook is disabled.</param>
/// <param name="Fault">Of the last.</param>
/// <param name="Status">What the receiver answered at last; null if it did not answer.</param>
/// <param name="NextAttemptAt">In Moscow's time.</param>
public sealed record DeliveryTroubleResponse(int Failures, OffsetDateTime Since, DeliveryFault Fault, int? Status, OffsetDateTime NextAttemptAt);

/// <summary>That a webhook is told nothing any more.</summary>
/// <param name="Because">Why.</param>
/// <param name="At">Since when, in Moscow's time.</param>
public sealed record DisablingResponse(DisabledFor Because, OffsetDateTime At);

/// <summary>A webhook with a new secret.</summary>
/// <param name="Secret">By which its messages are signed, by Standard Webhooks. Shown this once.</param>
public sealed record IssuedWebhookResponse(WebhookResponse Webhook, string Secret);

/// <summary>What came of a message that was sent to try a webhook out.</summary>
/// <param name="MessageId">Its `webhook-id`.</param>
/// <param name="Delivered">Whether the receiver took it.</param>
/// <param name="Fault">Why not; null if it did.</param>
/// <param name="Status">What the receiver answered; null if it did not answer.</param>
public sealed record PingResponse(string MessageId, bool Delivered, DeliveryFault? Fault, int? Status)
{
    public static PingResponse Of(string messageId, DeliveryResult result) => new(messageId, result.Fault is null, result.Fault, result.Status);
}
