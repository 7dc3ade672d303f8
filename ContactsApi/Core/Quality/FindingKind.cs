using ContactsApi.Core.Channels;
using ContactsApi.Core.Statements;

namespace ContactsApi.Core.Quality;

/// <summary>A kind of thing that can be doubtful about a catalog.</summary>
/// <param name="Code">Stable, in kebab-case.</param>
/// <param name="Remedy">What a steward should do about it.</param>
public sealed record FindingKind(string Code, Severity Severity, LocalizedText Remedy)
{
    /// <summary>A finding about the catalog as a whole.</summary>
    public Finding Found(LocalizedText text) => new(this, null, text);

    /// <summary>A finding about a channel, resting on the passages that describe it unless others are named.</summary>
    public Finding FoundIn(Channel channel, LocalizedText text) => new(this, channel.Id, text) { References = channel.References };
}

/// <summary>One thing that is doubtful.</summary>
/// <param name="ChannelId">The channel concerned; nothing if it is no single one.</param>
/// <param name="Text">What is doubtful, in plain words.</param>
public sealed record Finding(FindingKind Kind, string? ChannelId, LocalizedText Text)
{
    /// <summary>The office concerned; nothing if it is none.</summary>
    public string? OfficeId { get; init; }

    /// <summary>What it means for those who are sent to the channel, in few words; nothing if they are not told.</summary>
    public LocalizedText? ToCaller { get; init; }

    /// <summary>The ids of the statements concerned, all of that channel.</summary>
    public IReadOnlyList<string> Statements { get; init; } = [];

    /// <summary>The passages concerned, as section numbers of the source or <see cref="Provenance.Editorial"/>.</summary>
    public IReadOnlyList<string> References { get; init; } = [];
}
