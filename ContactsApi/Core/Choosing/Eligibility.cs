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
    /// <summary>By its ISO 3166-1 alpha-2 code.</summary>
    private const string Russia = "RU";

    private static readonly Capability[] Capabilities = Enum.GetValues<Capability>();

    /// <summary>The reasons that hang on what is asked for. Whether the others hold is known of each channel beforehand.</summary>
    public static ReasonSet TouchedBy(Question question) => default(ReasonSet)
        .With(IneligibleReason.TopicNotServed, question.Topic is not null)
        .With(IneligibleReason.RegionNotServed, question.Region is not null)
        .With(IneligibleReason.UrgentOnly, question.Urgent)
        .With(IneligibleReason.NeedNotMet, question.Needs.Count > 0 || question.Topic is { Marks.Count: > 0 })
        .With(IneligibleReason.LanguageNotServed, question.Language is not null)
        .With(IneligibleReason.Excluded, question.Exclude.Count > 0);

    /// <summary>All reasons that speak against a channel of the segment; none makes it eligible.</summary>
    /// <param name="beforehand">Those that speak against it when nothing in particular is asked for.</param>
    /// <param name="touched">Those that hang on the question, by <see cref="TouchedBy"/>.</param>
    public static ReasonSet Against(Channel channel, Question question, ReasonSet beforehand, ReasonSet touched)
    {
        var against = beforehand;
        for (var reason = IneligibleReason.NoAddress; reason <= IneligibleReason.Excluded; reason++)
        {
            if (touched.Contains(reason))
                against = against.With(reason, SpeaksAgainst(reason, channel, question));
        }

        return against;
    }

    /// <summary>All reasons that speak against a channel when nothing in particular is asked for.</summary>
    public static ReasonSet Beforehand(Channel channel)
    {
        var nothing = new Question(default(Segment));
        return Enum.GetValues<IneligibleReason>()
            .Aggregate(default(ReasonSet), (against, reason) => against.With(reason, SpeaksAgainst(reason, channel, nothing)));
    }

    public static bool SpeaksAgainst(IneligibleReason reason, Channel channel, Question question) => reason switch
    {
        IneligibleReason.NoAddress => channel.Address is null,
        IneligibleReason.TopicNotServed => !IsServed(channel.Restrictions.Topics, question.Topic?.Id),
        IneligibleReason.RegionNotServed => !IsServed(channel.Restrictions.Regions, question.Region?.Code),
        IneligibleReason.UrgentOnly => channel.Restrictions.UrgentOnly is not null && !question.Urgent,
        IneligibleReason.NeedNotMet => Lacks(channel, question),
        IneligibleReason.LanguageNotServed => question.Language is { } language && !channel.Languages.ContainsKey(language),
        IneligibleReason.Excluded => question.Exclude.Contains(channel.Id),
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    /// <summary>Whether the channel is restricted to just what was asked for: such a channel goes before those that serve all.</summary>
    public static bool IsSpecialised(Channel channel, Question question) =>
        IsNamed(channel.Restrictions.Topics, question.Topic?.Id)
        || IsNamed(channel.Restrictions.Regions, question.Region?.Code)
        || (channel.Restrictions.UrgentOnly is not null && question.Urgent);

    private static bool Lacks(Channel channel, Question question)
    {
        foreach (var capability in Capabilities)
        {
            if (question.IsNeeded(capability) && !Offers(channel, capability, question.Country))
                return true;
        }

        return false;
    }

    /// <summary>A number that is free to call is so for calls from Russia only.</summary>
    private static bool Offers(Channel channel, Capability capability, string? country) =>
        channel.Capabilities.ContainsKey(capability)
        && !(capability == Capability.FreeOfCharge && channel.Kind is ChannelKind.Phone or ChannelKind.Fax && country is not (null or Russia));

    /// <summary>A restricted channel serves nobody who does not ask for one of the values it is restricted to.</summary>
    private static bool IsServed(IReadOnlyDictionary<string, string> restriction, string? asked) =>
        restriction.Count == 0 || IsNamed(restriction, asked);

    private static bool IsNamed(IReadOnlyDictionary<string, string> restriction, string? asked) =>
        asked is not null && restriction.ContainsKey(asked);
}
