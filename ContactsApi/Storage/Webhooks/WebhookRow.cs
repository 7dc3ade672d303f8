using ContactsApi.Serialization;
using NodaTime;

namespace ContactsApi.Storage.Webhooks;

/// <summary>A webhook as its table has it.</summary>
internal sealed class WebhookRow
{
    public const string Select =
        """
        SELECT id, key_id AS KeyId, url, events, question, told_revision AS ToldRevision, told_moment AS ToldMoment,
               secret, former_secret AS FormerSecret, former_until AS FormerUntil, created_at AS CreatedAt,
               disabled_at AS DisabledAt, disabled_for AS DisabledFor, delivered, delivered_at AS DeliveredAt,
               failures, failing_since AS FailingSince, fault, status, due_at AS DueAt
        FROM webhook
        """;

    public required string Id { get; init; }

    public required string KeyId { get; init; }

    public required string Url { get; init; }

    public required string Events { get; init; }

    public string? Question { get; init; }

    public long? ToldRevision { get; init; }

    public Instant? ToldMoment { get; init; }

    public required string Secret { get; init; }

    public string? FormerSecret { get; init; }

    public Instant? FormerUntil { get; init; }

    public Instant CreatedAt { get; init; }

    public Instant? DisabledAt { get; init; }

    public string? DisabledFor { get; init; }

    public long Delivered { get; init; }

    public Instant? DeliveredAt { get; init; }

    public long Failures { get; init; }

    public Instant? FailingSince { get; init; }

    public string? Fault { get; init; }

    public long? Status { get; init; }

    public Instant? DueAt { get; init; }

    /// <summary>Types of event in one text, each with a space before and behind it.</summary>
    public static string Written(IEnumerable<string> events) => $" {string.Join(' ', events)} ";

    public Webhook ToWebhook() => new(
        Id, KeyId, Url, Events.Split(' ', StringSplitOptions.RemoveEmptyEntries), new(Secret, FormerSecret, FormerUntil), CreatedAt, Delivered)
    {
        Question = Question is { } query ? new(query, ToldRevision!.Value, ToldMoment!.Value) : null,
        DeliveredAt = DeliveredAt,
        // Reasons that only a later version knows are told as the most general one.
        Trouble = FailingSince is { } since
            ? new((int)Failures, since, EnumNames<DeliveryFault>.TryParse(Fault!, out var fault) ? fault : DeliveryFault.NotConnected, (int?)Status, DueAt!.Value)
            : null,
        Disabled = DisabledAt is { } at
            ? new(at, EnumNames<DisabledFor>.TryParse(DisabledFor!, out var because) ? because : Webhooks.DisabledFor.Request)
            : null,
    };
}
