using ContactsApi.Core.Channels;
using ContactsApi.Core.Statements;
using NodaTime;

namespace ContactsApi.Core.Guidance;

/// <summary>What to do if nobody answers.</summary>
/// <param name="Text">What to do, without naming the channel that it leads to.</param>
/// <param name="Otherwise">What to do instead if no channel that it could lead to can help this caller now.</param>
/// <param name="Reference">The passage that advises it, or <see cref="Provenance.Editorial"/>.</param>
public sealed record NextStep(string Id, LocalizedText Text, LocalizedText Otherwise, string Reference)
{
    /// <summary>The channels on which nobody answers.</summary>
    public ChannelSelection For { get; init; } = new();

    /// <summary>Whom it helps; empty means everyone.</summary>
    public IReadOnlyList<Segment> Segments { get; init; } = [];

    /// <summary>How long to wait first; absent, as soon as it is plain that nobody answers.</summary>
    public Duration? After { get; init; }

    /// <summary>The channels that it may lead to.</summary>
    public ChannelSelection Then { get; init; } = new();

    public bool IsFor(Channel channel, Segment segment) => For.Has(channel) && (Segments.Count == 0 || Segments.Contains(segment));
}
