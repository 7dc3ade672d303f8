using System.Text.Json.Serialization;
using ContactsApi.Core;
using ContactsApi.Core.Choosing;
using ContactsApi.Features.Asking;
using ContactsApi.Features.Responses;
using ContactsApi.Features.Wording;
using ContactsApi.Storage;
using NodaTime;

namespace ContactsApi.Features.BestChannel;

/// <summary>The best channel for a bad line: as much of `BestChannelResponse` as a caller needs at once, in the same places, and the whole in words.
/// What there is not is left out.</summary>
/// <param name="Text">In a few sentences, as `Accept: text/plain` gets it.</param>
/// <param name="CatalogRevision">The revision that was answered from.</param>
/// <param name="ValidUntil">The first instant at which the passing of time changes this answer; absent if not within 400 days.</param>
/// <param name="Best">Absent if no channel is eligible.</param>
/// <param name="Alternatives">What to try next, in order; two at most.</param>
public sealed record ShortBestChannelResponse(
    string Text,
    long CatalogRevision,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] OffsetDateTime? ValidUntil,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ShortRecommendationResponse? Best,
    IReadOnlyList<ShortRecommendationResponse> Alternatives)
{
    /// <summary>How many channels are shown.</summary>
    private const int Most = 3;

    public static ShortBestChannelResponse Of(Decision decision, BestChannelQuery query, CatalogSnapshot snapshot, Language language)
    {
        ShortRecommendationResponse[] order = [.. decision.Order.Take(Most).Select(one => ShortRecommendationResponse.Of(one, decision.Question, language))];
        return new(
            new ShortAnswer(query.Time, language, decision.Question.Country).Of(decision),
            snapshot.Revision,
            CallerTime.InMoscow(decision.ValidUntil),
            order.FirstOrDefault(),
            [.. order.Skip(1)]);
    }
}

/// <summary>A channel to use, in short.</summary>
/// <param name="ChannelId">The channel's id in the directory.</param>
/// <param name="Name">In the language of the answer.</param>
/// <param name="Answer">When an answer comes at the latest, by every source; absent if that is not stated.</param>
public sealed record ShortRecommendationResponse(
    string ChannelId,
    string Name,
    ShortAddressResponse Address,
    ShortAvailabilityResponse Availability,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ShortPromiseResponse? Answer)
{
    public static ShortRecommendationResponse Of(Recommendation recommendation, Question question, Language language) => new(
        recommendation.Channel.Id,
        recommendation.Channel.Name.In(language),
        ShortAddressResponse.Of(AddressResponse.Of(recommendation.Channel, language, question.Segment, question.Country)),
        ShortAvailabilityResponse.Of(recommendation.Availability),
        ShortPromiseResponse.Of(recommendation.Availability.Answer));
}
