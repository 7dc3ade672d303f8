namespace ContactsApi.Core.Events;

/// <summary>What is told of, by the names under which it travels.</summary>
public static class EventTypes
{
    /// <summary>The catalog was changed.</summary>
    public const string RevisionCreated = "revision.created";

    /// <summary>A channel of the catalog was added, changed or removed.</summary>
    public const string ChannelChanged = "channel.changed";

    /// <summary>From now on an incident closes channels.</summary>
    public const string IncidentStarted = "incident.started";

    /// <summary>An incident closes no channels any more.</summary>
    public const string IncidentEnded = "incident.ended";

    /// <summary>Another channel is the best for a standing question, or the best has another state.</summary>
    public const string BestChannelChanged = "best-channel.changed";

    /// <summary>Somebody tries a webhook out.</summary>
    public const string Ping = "ping";

    /// <summary>Those that one can ask for.</summary>
    public static IReadOnlyList<string> All { get; } = [RevisionCreated, ChannelChanged, IncidentStarted, IncidentEnded, BestChannelChanged];

    /// <summary>Those that need no question.</summary>
    public static IReadOnlyList<string> OfCatalog { get; } = [.. All.Where(type => type != BestChannelChanged)];
}
