using ContactsApi.Core;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Hours;
using ContactsApi.Features.Asking;
using ContactsApi.Features.BestChannel;
using ContactsApi.Serialization;
using ContactsApi.Features.Wording;
using NodaTime;

namespace ContactsApi.Features.Pages;

/// <summary>An answer for people, and what it was made from.</summary>
public sealed record NowView(BestChannelQuery Query, Decision Decision, BestChannelResponse Answer, ContactDirectory Directory)
{
    /// <summary>Where all was tried in vain, the answer as if nothing had been; else nothing.</summary>
    public NowView? Again { get; init; }

    public CallerTime Time => Query.Time;

    /// <summary>Whether the caller's clocks show what Moscow's show.</summary>
    public bool IsMoscow => Time.MoscowMoment.Offset == Time.CallerMoment.Offset;

    /// <summary>Whether a link leads only to a site as such: that is not the chat or form behind it.</summary>
    public static bool IsFrontDoor(string? link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri is { Scheme: "https" or "http", PathAndQuery: "/", Fragment: "" };

    /// <summary>How the style sheet knows the state of a channel.</summary>
    public static string StateClass(RecommendationResponse one) => $"is-{EnumNames<HoursState>.Of(one.Availability.State)}";

    /// <summary>What to try next: first where the card sends if nobody answers, last the other doors to the same room.</summary>
    public IReadOnlyList<RecommendationResponse> Alternatives { get; } =
    [
        .. Answer.Alternatives
            .OrderBy(one => one.ChannelId != Answer.Best!.NextChannelId)
            .ThenBy(one => IsSameRoom(Decision, one, Answer.Best!)),
    ];

    /// <summary>Whether the same people answer there as at the best channel.</summary>
    public bool IsSameRoom(RecommendationResponse one) => IsSameRoom(Decision, one, Answer.Best!);

    /// <summary>The outages of now, and what of this answer each closes.</summary>
    public IEnumerable<(Incident Incident, IReadOnlyList<RecommendationResponse> Closed)> Outages =>
        from incident in Directory.Catalog.Incidents
        where incident.Covers(Time.Moment)
        let ids = Directory.ClosedBy(incident).Select(channel => channel.Id).ToHashSet()
        let closed = Answer.Alternatives.Prepend(Answer.Best).OfType<RecommendationResponse>().Where(one => ids.Contains(one.ChannelId)).OrderBy(one => one.ChannelId != incident.ChannelId).ToList()
        where closed.Count > 0
        select (incident, (IReadOnlyList<RecommendationResponse>)closed);

    public Recommendation RecommendationOf(string channelId) => Decision.Order.First(one => one.Channel.Id == channelId);

    /// <summary>An instant as people near that moment would say it, in the caller's time; to follow "until" or "from".</summary>
    public LocalizedText Said(OffsetDateTime instant) => Said(instant.ToInstant());

    /// <inheritdoc cref="Said(OffsetDateTime)"/>
    public LocalizedText Said(Instant instant)
    {
        var there = Time.InCallerZone(instant).LocalDateTime;
        var days = Period.DaysBetween(Time.CallerMoment.Date, there.Date);
        var clock = Times.Clock(there.TimeOfDay);
        var said = days switch
        {
            0 => new LocalizedText(clock, clock),
            1 => new($"завтра, {clock}", $"tomorrow, {clock}"),
            _ => new($"{PageWords.Day(there.Date).Ru}, {clock}", $"{PageWords.Day(there.Date).En}, {clock}"),
        };
        var moscow = Times.Clock(CallerTime.InMoscow(instant).TimeOfDay);
        return moscow == clock ? said : new($"{said.Ru} ({moscow} по Москве)", $"{said.En} ({moscow} in Moscow)");
    }

    private static bool IsSameRoom(Decision decision, RecommendationResponse one, RecommendationResponse best) =>
        decision.Order.First(other => other.Channel.Id == one.ChannelId).Served.Around.Contains(best.ChannelId);
}
