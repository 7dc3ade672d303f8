using ContactsApi.Core.Channels;

namespace ContactsApi.Core.Choosing;

/// <summary>What a caller asks for, all but the moment.</summary>
/// <param name="Segment">Whom the caller speaks for.</param>
public sealed record Question(Segment Segment)
{
    public IReadOnlySet<Capability> Needs { get; init; } = new HashSet<Capability>();

    /// <summary>The language to be served in; absent, any.</summary>
    public Language? Language { get; init; }

    public Topic? Topic { get; init; }

    /// <summary>The country that the caller dials from, by its ISO 3166-1 alpha-2 code; absent, it is not known.</summary>
    public string? Country { get; init; }

    /// <summary>The caller's region.</summary>
    public Region? Region { get; init; }

    public bool Urgent { get; init; }

    /// <summary>Channels that the caller has tried in vain, by id.</summary>
    public IReadOnlySet<string> Exclude { get; init; } = new HashSet<string>();

    /// <summary>Whether to tell how every channel fared: the answer then holds no longer than what is told of hours.</summary>
    public bool Explain { get; init; }

    /// <summary>The needs asked for and those that the topic implies.</summary>
    public IEnumerable<Capability> AllNeeds => Needs.Concat(Topic?.Marks.Select(NeedOf) ?? []).Distinct();

    public bool IsNeeded(Capability capability)
    {
        if (Needs.Contains(capability))
            return true;
        for (var i = 0; i < Topic?.Marks.Count; i++)
        {
            if (NeedOf(Topic.Marks[i]) == capability)
                return true;
        }

        return false;
    }

    private static Capability NeedOf(TopicMark mark) => mark switch
    {
        TopicMark.CannotSignIn => Capability.NoLogin,
        TopicMark.NeedsHuman => Capability.Human,
        _ => throw new ArgumentOutOfRangeException(nameof(mark)),
    };
}
