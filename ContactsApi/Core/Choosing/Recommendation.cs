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
public sealed record Recommendation(ServedChannel Served, Availability Availability, bool InTriedRoom, bool Specialised, Instant? PromisedAt)
{
    public Channel Channel => Served.Channel;

    public RecommendationClass Class { get; } = (Served.Channel.Mode, Availability.State) switch
    {
        (Mode.InPerson, _) => RecommendationClass.InPerson,
        (Mode.Live, HoursState.Open) => RecommendationClass.LiveAndOpen,
        (Mode.Live, HoursState.Disputed or HoursState.Unstated) => RecommendationClass.LiveAndUncertain,
        (Mode.Automated, not HoursState.Closed) => RecommendationClass.Automated,
        _ => RecommendationClass.Later,
    };

    public static Recommendation Of(ServedChannel served, Question question, Instant moment)
    {
        var availability = served.AvailabilityAt(moment);
        return new Recommendation(
            served,
            availability,
            question.Exclude.Count > 0 && served.Around.Overlaps(question.Exclude),
            Eligibility.IsSpecialised(served.Channel, question),
            availability.Answer?.DueAt(moment));
    }
}
