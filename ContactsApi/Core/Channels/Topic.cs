using ContactsApi.Core.Statements;

namespace ContactsApi.Core.Channels;

/// <summary>What a topic implies for the channel that can help.</summary>
public enum TopicMark
{
    /// <summary>The person cannot sign in: adds the need <see cref="Capability.NoLogin"/>.</summary>
    CannotSignIn,

    /// <summary>Only a person can help: adds the need <see cref="Capability.Human"/>.</summary>
    NeedsHuman,
}

/// <summary>What the person's trouble is about.</summary>
public sealed record Topic(string Id, LocalizedText Name)
{
    public IReadOnlyList<TopicMark> Marks { get; init; } = [];

    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>What the person can do, in order.</summary>
    public IReadOnlyList<TopicStep> Steps { get; init; } = [];
}

/// <summary>Something that a person in this trouble can do.</summary>
/// <param name="Reference">The passage that advises it, or <see cref="Provenance.Editorial"/>.</param>
public sealed record TopicStep(LocalizedText Text, string Reference);

/// <summary>A federal subject of Russia.</summary>
/// <param name="Code">ISO 3166-2, as <c>RU-SPE</c>.</param>
/// <param name="TimeZone">The tz database's zone of the region's capital.</param>
public sealed record Region(string Code, LocalizedText Name, string TimeZone);
