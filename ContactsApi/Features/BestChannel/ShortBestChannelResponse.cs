using System.Text.Json;
using System.Text.Json.Serialization;
using ContactsApi.Core;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Hours;
using ContactsApi.Core.Promises;
using ContactsApi.Features.Asking;
using ContactsApi.Features.Responses;
using ContactsApi.Features.Wording;
using ContactsApi.Hosting.Caching;
using ContactsApi.Serialization;
using NodaTime;

namespace ContactsApi.Features.BestChannel;

/// <summary>The best channel for a bad line: what a caller needs, and nothing else. What there is not is left out.</summary>
/// <param name="Text">The whole in a few sentences, as `Accept: text/plain` gets it.</param>
/// <param name="CatalogRevision">The state of knowledge that the answer was given from.</param>
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
    /// <summary>A type of its own, so that what reads the whole answer never meets this one.</summary>
    public const string MediaType = "application/vnd.contacts-api.short+json";

    private const int Most = 3;

    public static ShortBestChannelResponse Of(Decision decision, BestChannelQuery query, long revision, Language language)
    {
        ShortRecommendationResponse[] order = [.. decision.Order.Take(Most).Select(one => ShortRecommendationResponse.Of(one, decision.Question, language))];
        return new(
            new ShortAnswer(query.Time, language, decision.Question.Country).Of(decision),
            revision,
            CallerTime.InMoscow(decision.ValidUntil),
            order.FirstOrDefault(),
            [.. order.Skip(1)]);
    }

    public ResponseBody Body() => new(JsonSerializer.SerializeToUtf8Bytes(this, ContactsJson.Options), MediaType) { Variant = "short" };
}

/// <summary>A channel to use, in short.</summary>
/// <param name="ChannelId">The channel's id in the directory.</param>
/// <param name="Name">In the language of the answer.</param>
/// <param name="Address">For a person to read: a number in the customary form, or words.</param>
/// <param name="Uri">For a program to open; absent where no such address is known.</param>
/// <param name="Dial">What to dial in the country asked for; absent if none was asked for, or the address is no number.</param>
/// <param name="State">What the counting statements say: open and closed are certain, disputed is not.</param>
/// <param name="Until">When the state next changes, in Moscow's time; absent if not within 400 days.</param>
/// <param name="OpensAt">For a closed channel, when it is next not closed.</param>
/// <param name="Answer">When an answer comes at the latest, by every source; absent if that is not stated.</param>
public sealed record ShortRecommendationResponse(
    string ChannelId,
    string Name,
    string Address,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Uri,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Dial,
    HoursState State,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] OffsetDateTime? Until,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] OffsetDateTime? OpensAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ShortPromiseResponse? Answer)
{
    public static ShortRecommendationResponse Of(Recommendation recommendation, Question question, Language language)
    {
        var (channel, availability) = (recommendation.Channel, recommendation.Availability);
        var address = AddressResponse.Of(channel, language, question.Segment, question.Country);
        return new(
            channel.Id,
            channel.Name.In(language),
            address.Display,
            address.Uri,
            address.Dial,
            availability.State,
            CallerTime.InMoscow(availability.Until),
            CallerTime.InMoscow(availability.OpensAt),
            ShortPromiseResponse.Of(availability.Answer));
    }
}

/// <summary>When an answer comes at the latest: within a duration from the moment, or by an instant; the other one is absent.</summary>
/// <param name="Within">An ISO 8601 duration.</param>
/// <param name="By">An instant, in Moscow's time.</param>
/// <param name="Approximate">Whether the source gives no exact figure ("a few minutes").</param>
public sealed record ShortPromiseResponse(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Duration? Within,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] OffsetDateTime? By,
    bool Approximate)
{
    public static ShortPromiseResponse? Of(Promise? promise) =>
        promise is null ? null : new(promise.Within, CallerTime.InMoscow(promise.By), promise.Approximate);
}
