using NodaTime;

namespace ContactsApi.Storage.Webhooks;

/// <summary>Somebody's address that is told of what happens.</summary>
/// <param name="KeyId">The key of whoever made it.</param>
/// <param name="Events">The types of event that it is told of.</param>
/// <param name="Delivered">All events up to this one are delivered.</param>
public sealed record Webhook(string Id, string KeyId, string Url, IReadOnlyList<string> Events, WebhookSecret Secret, Instant CreatedAt, long Delivered)
{
    /// <summary>Of which the best channel is told; absent, none is.</summary>
    public WatchedQuestion? Question { get; init; }

    /// <summary>When something was last delivered; absent, nothing was.</summary>
    public Instant? DeliveredAt { get; init; }

    /// <summary>Why the next event could not be delivered so far; absent, it was not tried in vain.</summary>
    public DeliveryTrouble? Trouble { get; init; }

    /// <summary>Absent, it is told of what happens.</summary>
    public Disabling? Disabled { get; init; }
}

/// <summary>By what messages are signed.</summary>
/// <param name="Former">The one before, by which they are signed too until <paramref name="FormerUntil"/>.</param>
public sealed record WebhookSecret(string Current, string? Former = null, Instant? FormerUntil = null)
{
    public IEnumerable<string> At(Instant now) => Former is { } former && now < FormerUntil ? [Current, former] : [Current];

    /// <summary>Not what it holds: a record that is logged would tell it.</summary>
    public override string ToString() => nameof(WebhookSecret);
}

/// <summary>A standing question.</summary>
/// <param name="Query">The query string by which the best channel is asked for.</param>
/// <param name="ToldRevision">Together with <paramref name="ToldMoment"/>: up to here all changes of the best channel are among the events.</param>
public sealed record WatchedQuestion(string Query, long ToldRevision, Instant ToldMoment);

/// <param name="Failures">How often in a row.</param>
/// <param name="Status">What the receiver answered; absent, it did not answer.</param>
/// <param name="DueAt">When it is tried again.</param>
public sealed record DeliveryTrouble(int Failures, Instant Since, DeliveryFault Fault, int? Status, Instant DueAt);

public sealed record Disabling(Instant At, DisabledFor For);

/// <summary>Why a message was not delivered.</summary>
public enum DeliveryFault
{
    /// <summary>It leads to no public address, or not by https.</summary>
    AddressRefused,

    /// <summary>The name is not known.</summary>
    NotFound,

    /// <summary>No connection came about, or it broke; its certificate may not be valid.</summary>
    NotConnected,

    /// <summary>No answer came in time.</summary>
    TimedOut,

    /// <summary>The answer leads elsewhere. It is not followed.</summary>
    Redirected,

    /// <summary>The answer is another than 2xx.</summary>
    BadStatus,
}

/// <summary>Why a webhook is told nothing any more.</summary>
public enum DisabledFor
{
    /// <summary>Its holder wanted it so.</summary>
    Request,

    /// <summary>Nothing could be delivered for three days.</summary>
    Failing,

    /// <summary>The receiver answered 410: it is gone for good.</summary>
    Gone,

    /// <summary>The key by which it was made has ended.</summary>
    KeyEnded,
}

/// <summary>An event as it is sent.</summary>
/// <param name="Body">JSON.</param>
public sealed record StoredEvent(long Sequence, string Id, string Body);

/// <summary>What still waits to be delivered to a webhook.</summary>
public sealed record Waiting
{
    public required string Id { get; init; }

    public long Count { get; init; }

    /// <summary>When the oldest of it happened; absent if nothing waits.</summary>
    public Instant? Oldest { get; init; }
}
