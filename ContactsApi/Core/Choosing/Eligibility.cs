using ContactsApi.Core.Channels;

namespace ContactsApi.Core.Choosing;

/// <summary>Why a channel of the segment cannot be recommended, in the order in which reasons are reported.</summary>
public enum IneligibleReason
{
    NoAddress,
    TopicNotServed,
    RegionNotServed,
    UrgentOnly,
    NeedNotMet,
    LanguageNotServed,
    Excluded,
}

public static class Eligibility
{
    private static readonly Capability[] Capabilities = Enum.GetValues<Capability>();
    private static readonly IneligibleReason[] All = Enum.GetValues<IneligibleReason>();

    /// <summary>Every set of reasons there can be, by its bits, so that answers share them.</summary>
    private static readonly IReadOnlyList<IneligibleReason>[] Sets =
    [
        .. Enumerable.Range(0, 1 << All.Length).Select(bits => All.Where(reason => (bits >> (int)reason & 1) != 0).ToArray()),
    ];

    /// <summary>All reasons that speak against a channel of the segment; none makes it eligible.</summary>
    public static IReadOnlyList<IneligibleReason> ReasonsAgainst(Channel channel, Question question)
    {
        var bits = 0;
        foreach (var reason in All)
        {
            if (SpeaksAgainst(reason, channel, question))
                bits |= 1 << (int)reason;
        }

        return Sets[bits];
    }

    public static bool SpeaksAgainst(IneligibleReason reason, Channel channel, Question question) => reason switch
    {
        IneligibleReason.NoAddress => channel.Address is null,
        IneligibleReason.TopicNotServed => !IsServed(channel.Restrictions.Topics, question.Topic?.Id),
        IneligibleReason.RegionNotServed => !IsServed(channel.Restrictions.Regions, question.Region?.Code),
        IneligibleReason.UrgentOnly => channel.Restrictions.UrgentOnly is not null && !question.Urgent,
        IneligibleReason.NeedNotMet => Lacks(channel.Capabilities, question),
        IneligibleReason.LanguageNotServed => question.Language is { } language && !channel.Languages.ContainsKey(language),
        IneligibleReason.Excluded => question.Exclude.Contains(channel.Id),
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    /// <summary>Whether the channel is restricted to just what was asked for: such a channel goes before those that serve all.</summary>
    public static bool IsSpecialised(Channel channel, Question question) =>
        IsNamed(channel.Restrictions.Topics, question.Topic?.Id)
        || IsNamed(channel.Restrictions.Regions, question.Region?.Code)
        || (channel.Restrictions.UrgentOnly is not null && question.Urgent);

    private static bool Lacks(IReadOnlyDictionary<Capability, string> capabilities, Question question)
    {
        if (question.Needs.Count == 0 && question.Topic is null)
            return false;
        foreach (var capability in Capabilities)
        {
            if (question.IsNeeded(capability) && !capabilities.ContainsKey(capability))
                return true;
        }

        return false;
    }

    /// <summary>A restricted channel serves nobody who does not ask for one of the values it is restricted to.</summary>
    private static bool IsServed(IReadOnlyDictionary<string, string> restriction, string? asked) =>
        restriction.Count == 0 || IsNamed(restriction, asked);

    private static bool IsNamed(IReadOnlyDictionary<string, string> restriction, string? asked) =>
        asked is not null && restriction.ContainsKey(asked);
}
