using ContactsApi.Core.Channels;

namespace ContactsApi.Core.Guidance;

/// <summary>Some of the channels, by what they are: those of one of the kinds and of one of the modes.</summary>
public sealed record ChannelSelection
{
    /// <summary>Empty means all.</summary>
    public IReadOnlyList<ChannelKind> Kinds { get; init; } = [];

    /// <inheritdoc cref="Kinds"/>
    public IReadOnlyList<Mode> Modes { get; init; } = [];

    public bool Has(Channel channel) =>
        (Kinds.Count == 0 || Kinds.Contains(channel.Kind)) && (Modes.Count == 0 || Modes.Contains(channel.Mode));
}
