using ContactsApi.Core.Channels;
using ContactsApi.Core.Hours;
using NodaTime;

namespace ContactsApi.Core.Choosing;

/// <summary>The first thing by which channels are ordered; the lower goes first.</summary>
public enum RecommendationClass
{
    LiveAndOpen,
    LiveAndUncertain,
    Automated,
    Later,
    InPerson,
}

/// <summary>An eligible channel with all that its place in the order depends on.</summary>
/// <param name="InTriedRoom">Whether it is in the reach of a channel that the caller tried in vain.</param>
/// <param name="PromisedAt">The instant that every source promises an answer by; unknown if absent.</param>
public sealed record Recommendation(ChannelDesk Desk, Outlook Outlook, bool InTriedRoom, bool Specialised, Instant? PromisedAt)
{
    public Channel Channel => Desk.Channel;

    public RecommendationClass Class { get; } = (Desk.Channel.Mode, Outlook.State) switch
    {
        (Mode.InPerson, _) => RecommendationClass.InPerson,
        (Mode.Live, HoursState.Open) => RecommendationClass.LiveAndOpen,
        (Mode.Live, HoursState.Disputed or HoursState.Unstated) => RecommendationClass.LiveAndUncertain,
        (Mode.Automated, not HoursState.Closed) => RecommendationClass.Automated,
        _ => RecommendationClass.Later,
    };

    public static Recommendation Of(ChannelDesk desk, Question question, Instant moment)
    {
        var outlook = desk.OutlookAt(moment);
        return new Recommendation(
            desk,
            outlook,
            question.Exclude.Count > 0 && desk.Around.Overlaps(question.Exclude),
            Eligibility.IsSpecialised(desk.Channel, question),
            outlook.Answer?.DueAt(moment));
    }
}
