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
    /// <summary>All reasons that speak against a channel of the segment; none makes it eligible.</summary>
    public static IReadOnlyList<IneligibleReason> ReasonsAgainst(Channel channel, Question question) =>
        [.. Enum.GetValues<IneligibleReason>().Where(reason => SpeaksAgainst(reason, channel, question))];

    public static bool SpeaksAgainst(IneligibleReason reason, Channel channel, Question question) => reason switch
    {
        IneligibleReason.NoAddress => channel.Address is null,
        IneligibleReason.TopicNotServed => !IsServed(channel.Restrictions.Topics, question.Topic?.Id),
        IneligibleReason.RegionNotServed => !IsServed(channel.Restrictions.Regions, question.Region?.Code),
        IneligibleReason.UrgentOnly => channel.Restrictions.UrgentOnly is not null && !question.Urgent,
        IneligibleReason.NeedNotMet => question.AllNeeds.Any(need => !channel.Capabilities.ContainsKey(need)),
        IneligibleReason.LanguageNotServed => question.Language is { } language && !channel.Languages.ContainsKey(language),
        IneligibleReason.Excluded => question.Exclude.Contains(channel.Id),
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    /// <summary>Whether the channel is restricted to just what was asked for: such a channel goes before those that serve all.</summary>
    public static bool IsSpecialised(Channel channel, Question question) =>
        IsNamed(channel.Restrictions.Topics, question.Topic?.Id)
        || IsNamed(channel.Restrictions.Regions, question.Region?.Code)
        || (channel.Restrictions.UrgentOnly is not null && question.Urgent);

    /// <summary>A restricted channel serves nobody who does not ask for one of the values it is restricted to.</summary>
    private static bool IsServed(IReadOnlyDictionary<string, string> restriction, string? asked) =>
        restriction.Count == 0 || IsNamed(restriction, asked);

    private static bool IsNamed(IReadOnlyDictionary<string, string> restriction, string? asked) =>
        asked is not null && restriction.ContainsKey(asked);
}
