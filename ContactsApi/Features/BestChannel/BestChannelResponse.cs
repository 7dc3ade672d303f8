using System.Text.Json.Serialization;
using ContactsApi.Core;
using ContactsApi.Core.Calendar;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Choosing;
using ContactsApi.Features.Responses;
using ContactsApi.Features.Asking;
using ContactsApi.Features.Wording;
using ContactsApi.Hosting.Caching;
using ContactsApi.Serialization;
using ContactsApi.Storage;
using NodaTime;

namespace ContactsApi.Features.BestChannel;

/// <summary>The best channel at a moment, what comes next if nobody answers there, and until when all this holds.</summary>
/// <param name="Moment">The moment asked about, in Moscow's time.</param>
/// <param name="CallerMoment">The same moment in the caller's time.</param>
/// <param name="TimeZone">The caller's zone, as asked for.</param>
/// <param name="CalendarBasis">That of the weakest of the moment and all instants shown.</param>
/// <param name="CatalogRevision">The revision that was answered from.</param>
/// <param name="Best">Null if no channel is eligible; `ineligible` then says why.</param>
/// <param name="Alternatives">What to try next, in order.</param>
/// <param name="Ineligible">The other channels of the segment, by id.</param>
/// <param name="ValidUntil">The first instant at which the passing of time changes this answer, its explanation included; null if not
/// within 400 days.</param>
/// <param name="Explanation">With `explain=true`, how every channel of the segment fared; else null.</param>
public sealed record BestChannelResponse(
    [property: JsonConverter(typeof(MomentOfAsking))] OffsetDateTime Moment,
    [property: JsonConverter(typeof(CallerMomentOfAsking))] OffsetDateTime CallerMoment,
    string TimeZone,
    Segment Segment,
    CalendarBasis CalendarBasis,
    long CatalogRevision,
    [property: JsonConverter(typeof(RecommendationConverter))] RecommendationResponse? Best,
    [property: JsonConverter(typeof(RecommendationsConverter))] IReadOnlyList<RecommendationResponse> Alternatives,
    IReadOnlyList<IneligibleResponse> Ineligible,
    OffsetDateTime? ValidUntil,
    IReadOnlyList<ChannelExplanation>? Explanation)
{
    public static BestChannelResponse Of(Decision decision, BestChannelQuery query, CatalogSnapshot snapshot, Language language)
    {
        AddressResponse[] addresses = [.. decision.Order.Select(one => AddressResponse.Of(one.Channel, language, decision.Question.Segment, decision.Question.Country))];
        NextMoves[] next = [.. decision.Order.Select((_, i) => decision.NextFrom(i))];
        List<RecommendationResponse> recommendations =
        [
            .. decision.Order.Select((recommendation, i) => RecommendationResponse.Of(
                recommendation,
                StandingWords.Of(recommendation, snapshot.Directory, query.Time, language),
                addresses[i],
                [.. Reasons.OfQuestion(recommendation, decision.Question, runnerUp: i == 0 ? decision.Order.ElementAtOrDefault(1) : null).Select(reason => reason.In(language))],
                Advice.Of(next[i].Steps, decision, addresses, language),
                next[i].Then is { } then ? decision.Order[then].Channel.Id : null,
                decision,
                language)),
        ];
        return new BestChannelResponse(
            query.Time.MoscowMoment,
            query.Time.CallerMoment,
            query.Time.ZoneId,
            decision.Question.Segment,
            decision.CalendarBasis,
            snapshot.Revision,
            recommendations.FirstOrDefault(),
            [.. recommendations.Skip(1)],
            [.. decision.Ineligible.Select(ineligible => new IneligibleResponse(ineligible.Channel.Id, ineligible.Reasons))],
            CallerTime.InMoscow(decision.ValidUntil),
            decision.Question.Explain ? Explanations.Of(decision, language) : null);
    }
}

/// <summary>A channel to use.</summary>
/// <param name="ChannelId">The channel's id in the directory.</param>
/// <param name="Name">In the language of the answer.</param>
/// <param name="Answer">When an answer comes at the latest, by every source; null if that is not stated.</param>
/// <param name="Perhaps">What the more favourable source promises, where that starts sooner; else null.</param>
/// <param name="Because">The reasons, each with its source. Of a closed channel the first, `nobody-answers-now`, says when somebody will.</param>
/// <param name="Warnings">What to know before relying on it: first what is doubtful about the channel by itself, by the codes of `/v1/quality`.</param>
/// <param name="Cost">What it costs, where the source states it; else null.</param>
/// <param name="Notes">What to expect there. Empty if nothing is known.</param>
/// <param name="Prepare">What to have at hand: what the topic asks for first, then what every request needs. Empty if nothing is known.</param>
/// <param name="OutsideHours">What becomes of a request that comes now, where a source says that it is outside hours and what happens then;
/// else null.</param>
/// <param name="Next">What to do if nobody answers.</param>
/// <param name="NextChannelId">The one channel to turn to if nobody answers: as `next` advises, unless somebody is there for certain
/// elsewhere; null if there is none.</param>
public sealed record RecommendationResponse(
    string ChannelId,
    ChannelKind Kind,
    Mode Mode,
    string Name,
    AddressResponse Address,
    AvailabilityResponse Availability,
    PromiseResponse? Answer,
    PromiseResponse? Perhaps,
    [property: JsonConverter(typeof(WrittenListConverter<ReasonResponse>))] IReadOnlyList<ReasonResponse> Because,
    [property: JsonConverter(typeof(WrittenListConverter<WarningResponse>))] IReadOnlyList<WarningResponse> Warnings,
    CostResponse? Cost,
    [property: JsonConverter(typeof(WrittenListConverter<NoteResponse>))] IReadOnlyList<NoteResponse> Notes,
    [property: JsonConverter(typeof(WrittenListConverter<PreparationResponse>))] IReadOnlyList<PreparationResponse> Prepare,
    OutsideHoursResponse? OutsideHours,
    [property: JsonConverter(typeof(WrittenListConverter<NextStepResponse>))] IReadOnlyList<NextStepResponse> Next,
    string? NextChannelId)
{
    /// <summary>As much of it as is in JSON already; nothing where that is not kept.</summary>
    internal WrittenRecommendation? Written { get; init; }

    /// <param name="standing">What is told of it whatever was asked.</param>
    /// <param name="because">The reasons that hang on what was asked.</param>
    public static RecommendationResponse Of(
        Recommendation recommendation,
        StandingWords standing,
        AddressResponse address,
        IReadOnlyList<ReasonResponse> because,
        IReadOnlyList<NextStepResponse> next,
        string? nextChannelId,
        Decision decision,
        Language language)
    {
        WarningResponse[] first = recommendation.InTriedRoom ? [Wording.Warnings.RoomTried.In(language)] : [];
        WarningResponse[] last = Wording.Warnings.Of(recommendation, decision.CalendarBasis) is { } unsettled ? [unsettled.In(language)] : [];
        return new(
            recommendation.Channel.Id,
            recommendation.Channel.Kind,
            recommendation.Channel.Mode,
            recommendation.Channel.Name.In(language),
            address,
            AvailabilityResponse.Of(recommendation.Availability),
            PromiseResponse.Of(recommendation.Availability.Answer),
            PromiseResponse.Of(recommendation.Availability.Perhaps),
            because.Count == 0 ? standing.Because : new JoinedList<ReasonResponse>([standing.Because, because]),
            first.Length + last.Length == 0 ? standing.Warnings : new JoinedList<WarningResponse>([first, standing.Warnings, last]),
            CostResponse.Of(recommendation.Channel.Cost, language),
            standing.Notes,
            StandingWords.Of(recommendation.Served.Guide.PreparationFor(decision.Question.Topic), language),
            standing.OutsideHours,
            next,
            nextChannelId)
        {
            // An address is another in each country that is dialled from.
            Written = standing.IsKept && decision.Question.Country is null ? WrittenRecommendation.Of(standing) : null,
        };
    }
}

/// <summary>A channel of the segment that cannot be recommended.</summary>
/// <param name="ChannelId">The channel's id in the directory.</param>
/// <param name="Reasons">All that speaks against it.</param>
public sealed record IneligibleResponse(string ChannelId, IReadOnlyList<IneligibleReason> Reasons);
