using System.Security.Cryptography;
using ContactsApi.Core.Events;
using ContactsApi.Features.Webhooks.Sending;
using ContactsApi.Storage;
using ContactsApi.Storage.Webhooks;
using Microsoft.Extensions.Options;
using NodaTime;

namespace ContactsApi.Features.Webhooks;

/// <summary>A webhook, with what waits for it.</summary>
/// <param name="Waiting">Nothing for one that is disabled.</param>
public sealed record HeldWebhook(Webhook Webhook, Waiting? Waiting);

/// <summary>
/// The webhooks that the holder of a key may see, and what may be done to them: one's own, and for an admin all. Of another's it is nobody's
/// business whether there is one, so each of these answers nothing then.
/// </summary>
/// <exception cref="StoreUnavailableException">The store does not answer, whatever is asked.</exception>
public sealed class HeldWebhooks(
    CatalogSnapshots snapshots, StoreAccess access, WebhookStore store, WebhookSender sender, Delivery delivery, IClock clock, IOptions<WebhookOptions> options)
{
    private const int IdLength = 10;

    public IReadOnlyList<HeldWebhook> Of(ApiKey key)
    {
        var (all, waiting) = access.Read(() => (store.List(), store.Waiting()));
        return [.. all.Where(webhook => MaySee(key, webhook)).Select(webhook => Held(webhook, waiting))];
    }

    public HeldWebhook? Find(string id, ApiKey key) => Change(id, key, webhook => webhook);

    /// <returns>Nothing if the key has as many as it may.</returns>
    public HeldWebhook? Create(string url, IReadOnlyList<string> events, string? question, ApiKey key, Origin origin)
    {
        var now = clock.GetCurrentInstant();
        // What came about before is none of its business.
        sender.TellTime(now);
        var webhook = new Webhook(RandomNumberGenerator.GetHexString(IdLength, lowercase: true), key.Id, url, events, new(MessageSigning.NewSecret()), now, 0)
        {
            Question = question is null ? null : new(question, snapshots.Current.Revision, now),
        };
        return snapshots.ToStore(() => store.Create(webhook, options.Value.MaxPerKey, origin)) is { } created ? Held(created, access.Read(store.Waiting)) : null;
    }

    /// <returns>Whether there was one.</returns>
    public bool Delete(string id, ApiKey key, Origin origin)
    {
        if (Own(id, key) is null)
            return false;
        snapshots.ToStore(() => store.Delete(id, clock.GetCurrentInstant(), origin));
        return true;
    }

    public async Task<PingResponse?> PingAsync(string id, ApiKey key, CancellationToken cancellation)
    {
        if (Own(id, key) is not { } webhook)
            return null;
        var message = EventLog.NewId();
        var body = EventLog.BodyOf(EventTypes.Ping, clock.GetCurrentInstant(), null, new { webhookId = id });
        return PingResponse.Of(message, await delivery.TryAsync(webhook, message, body, () => true, cancellation));
    }

    /// <param name="grace">For how long messages are signed by the secret before too.</param>
    public HeldWebhook? Rotate(string id, Duration grace, ApiKey key, Origin origin)
    {
        var (now, secret) = (clock.GetCurrentInstant(), MessageSigning.NewSecret());
        return Change(id, key, _ => store.Rotate(id, secret, now + grace, now, origin));
    }

    public HeldWebhook? Disable(string id, ApiKey key, Origin origin) =>
        Change(id, key, _ => store.Disable(id, DisabledFor.Request, clock.GetCurrentInstant(), origin));

    public HeldWebhook? Enable(string id, ApiKey key, Origin origin) => Change(id, key, _ => store.Enable(id, clock.GetCurrentInstant(), origin));

    public HeldWebhook? Replay(string id, long after, ApiKey key, Origin origin) => Change(id, key, _ => store.Replay(id, after, clock.GetCurrentInstant(), origin));

    /// <param name="change">Nothing if it is gone meanwhile.</param>
    private HeldWebhook? Change(string id, ApiKey key, Func<Webhook, Webhook?> change) =>
        Own(id, key) is { } own && snapshots.ToStore(() => change(own)) is { } changed ? Held(changed, access.Read(store.Waiting)) : null;

    private Webhook? Own(string id, ApiKey key) => access.Read(() => store.Find(id)) is { } webhook && MaySee(key, webhook) ? webhook : null;

    private static bool MaySee(ApiKey key, Webhook webhook) => key.Scope == Scope.Admin || key.Id == webhook.KeyId;

    private static HeldWebhook Held(Webhook webhook, IReadOnlyList<Waiting> waiting) => new(webhook, waiting.FirstOrDefault(one => one.Id == webhook.Id));
}
