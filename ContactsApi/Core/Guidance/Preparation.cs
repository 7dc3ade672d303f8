using ContactsApi.Core.Channels;
using ContactsApi.Core.Statements;

namespace ContactsApi.Core.Guidance;

/// <summary>One thing to have at hand before asking for help.</summary>
/// <param name="Reference">The passage that asks for it, or <see cref="Provenance.Editorial"/>.</param>
public sealed record Preparation(string Id, LocalizedText Text, string Reference)
{
    /// <summary>The channels that it is prepared for.</summary>
    public ChannelSelection For { get; init; } = new();

    /// <summary>Who prepares it; empty means everyone.</summary>
    public IReadOnlyList<Segment> Segments { get; init; } = [];

    /// <summary>The topics that it belongs to, by id: it is prepared only when one of them is asked for. Empty means always.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    public bool IsFor(Channel channel, Segment segment) => For.Has(channel) && (Segments.Count == 0 || Segments.Contains(segment));
}
