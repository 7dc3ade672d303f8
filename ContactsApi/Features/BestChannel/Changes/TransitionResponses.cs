using ContactsApi.Core;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Hours;
using ContactsApi.Features.Asking;
using NodaTime;

namespace ContactsApi.Features.BestChannel.Changes;

/// <summary>The moments of a span at which the best channel changes.</summary>
/// <param name="TimeZone">The caller's zone, as asked for.</param>
/// <param name="CatalogRevision">The revision that was answered from.</param>
/// <param name="From">The beginning of the span, included; in Moscow's time.</param>
/// <param name="To">The end of the span, not included; in Moscow's time.</param>
/// <param name="Transitions">In order.</param>
/// <param name="TruncatedAt">Where the list ends early: from here on nothing is told yet. Ask again with this as `from`. Null if it is complete.</param>
public sealed record TransitionsResponse(
    Segment Segment,
    string TimeZone,
    long CatalogRevision,
    OffsetDateTime From,
    OffsetDateTime To,
    IReadOnlyList<TransitionResponse> Transitions,
    OffsetDateTime? TruncatedAt);

/// <summary>A moment from which on another channel is the best, or the state of the best is another.</summary>
/// <param name="Moment">In Moscow's time.</param>
/// <param name="CallerMoment">The same moment in the caller's time.</param>
/// <param name="Before">What is the best until then; null if no channel is eligible.</param>
/// <param name="After">What is the best from then on; null if no channel is eligible.</param>
public sealed record TransitionResponse(OffsetDateTime Moment, OffsetDateTime CallerMoment, BestStateResponse? Before, BestStateResponse? After)
{
    public static TransitionResponse Of(Transition transition, CallerTime caller, Language language) =>
        Of(transition.Moment, transition.Before, transition.After, caller, language);

    public static TransitionResponse Of(Instant moment, Recommendation? before, Recommendation? after, CallerTime caller, Language language) => new(
        CallerTime.InMoscow(moment), caller.InCallerZone(moment), BestStateResponse.Of(before, language), BestStateResponse.Of(after, language));
}

/// <summary>A best channel in short.</summary>
/// <param name="ChannelId">The channel's id in the directory.</param>
/// <param name="Name">In the language of the answer.</param>
public sealed record BestStateResponse(string ChannelId, string Name, HoursState State)
{
    public static BestStateResponse? Of(Recommendation? best, Language language) =>
        best is null ? null : new(best.Channel.Id, best.Channel.Name.In(language), best.Availability.State);
}
