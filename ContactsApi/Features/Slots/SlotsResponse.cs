using System.Text.Json.Serialization;
using ContactsApi.Core;
using ContactsApi.Core.Calendar;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Hours;
using ContactsApi.Core.Slots;
using ContactsApi.Features.Asking;
using ContactsApi.Features.Responses;
using ContactsApi.Features.Wording;
using ContactsApi.Hosting.Caching;
using ContactsApi.Storage;
using NodaTime;

namespace ContactsApi.Features.Slots;

/// <summary>When to call, or to be called.</summary>
/// <param name="Moment">The moment asked about, in Moscow's time.</param>
/// <param name="CallerMoment">The same moment in the caller's time.</param>
/// <param name="TimeZone">The caller's zone, as asked for.</param>
/// <param name="Length">How long it takes.</param>
/// <param name="CalendarBasis">`statute` if a date looked at lies in a year for which no decree is known.</param>
/// <param name="CatalogRevision">The state of knowledge that the answer was given from.</param>
/// <param name="Slots">When somebody is there for certain, the best first: who can be called before who has to be visited, the sooner date first,
/// on it who is for just this matter, then the sooner hour. Empty if there is no such time.</param>
/// <param name="Perhaps">When somebody may be there and nobody who can be called is for certain, in the same order.</param>
/// <param name="Channels">The channels named, by id.</param>
/// <param name="Warnings">What to know before relying on it.</param>
/// <param name="ValidUntil">An instant up to which the passing of time does not change this answer.</param>
public sealed record SlotsResponse(
    [property: JsonConverter(typeof(MomentOfAsking))] OffsetDateTime Moment,
    [property: JsonConverter(typeof(CallerMomentOfAsking))] OffsetDateTime CallerMoment,
    string TimeZone,
    Segment Segment,
    Duration Length,
    CalendarBasis CalendarBasis,
    long CatalogRevision,
    IReadOnlyList<SlotResponse> Slots,
    IReadOnlyList<SlotResponse> Perhaps,
    IReadOnlyList<SlotChannelResponse> Channels,
    IReadOnlyList<WarningResponse> Warnings,
    OffsetDateTime ValidUntil)
{
    public static SlotsResponse Of(SlotsFound found, SlotQuery query, CatalogSnapshot snapshot, Language language)
    {
        var (question, time) = (query.Search.Question, query.Time);
        IReadOnlyList<Slot> certain = [.. found.Certain.Take(query.Limit)];
        IReadOnlyList<Slot> perhaps = [.. found.Perhaps.Take(query.Limit)];
        return new(
            time.MoscowMoment,
            time.CallerMoment,
            time.ZoneId,
            question.Segment,
            query.Search.Length,
            found.CalendarBasis,
            snapshot.Revision,
            [.. certain.Select(slot => SlotResponse.Of(slot, slot.Start, question, snapshot.Directory, time, language))],
            [.. perhaps.Select(slot => SlotResponse.Of(slot, slot.Start, question, snapshot.Directory, time, language))],
            [
                .. certain.Concat(perhaps).SelectMany(slot => slot.Channels).DistinctBy(one => one.Channel.Id).OrderBy(one => one.Channel.Id, StringComparer.Ordinal)
                    .Select(one => SlotChannelResponse.Of(one, question, language)),
            ],
            [.. found.CalendarBasis == CalendarBasis.Statute ? new[] { Wording.Warnings.CalendarProjected.In(language) } : []],
            CallerTime.InMoscow(found.ChangesAt));
    }
}

/// <summary>A time at which a talk has room.</summary>
/// <param name="Start">In Moscow's time.</param>
/// <param name="End">`start` and the length.</param>
/// <param name="LastStart">It may begin as late as this: all that is said here holds until it ends then.</param>
/// <param name="CallerStart">`start` in the caller's time.</param>
/// <param name="CallerEnd">`end` in the caller's time.</param>
/// <param name="CallerLastStart">`lastStart` in the caller's time.</param>
/// <param name="State">`open` where somebody is there for certain; else why not.</param>
/// <param name="ChannelIds">Whom to turn to, the best first.</param>
/// <param name="Because">The reasons about the first, each with its source.</param>
public sealed record SlotResponse(
    OffsetDateTime Start,
    OffsetDateTime End,
    OffsetDateTime LastStart,
    OffsetDateTime CallerStart,
    OffsetDateTime CallerEnd,
    OffsetDateTime CallerLastStart,
    HoursState State,
    IReadOnlyList<string> ChannelIds,
    IReadOnlyList<ReasonResponse> Because)
{
    /// <param name="start">When it begins.</param>
    public static SlotResponse Of(Slot slot, Instant start, Question question, ContactDirectory directory, CallerTime time, Language language) => new(
        CallerTime.InMoscow(start),
        CallerTime.InMoscow(start + slot.Length),
        CallerTime.InMoscow(slot.LastStart),
        time.InCallerZone(start),
        time.InCallerZone(start + slot.Length),
        time.InCallerZone(slot.LastStart),
        slot.State,
        [.. slot.Channels.Select(one => one.Channel.Id)],
        [.. SlotWording.Reasons(slot, question, directory, time).Select(reason => reason.In(language))]);
}

/// <summary>Whom to turn to.</summary>
/// <param name="ChannelId">The channel's id in the directory.</param>
/// <param name="Name">In the language of the answer.</param>
/// <param name="Warnings">What is doubtful about the channel by itself, by the codes of `/v1/quality`.</param>
public sealed record SlotChannelResponse(
    string ChannelId, ChannelKind Kind, Mode Mode, string Name, AddressResponse Address, IReadOnlyList<WarningResponse> Warnings)
{
    public static SlotChannelResponse Of(Recommendation one, Question question, Language language) => new(
        one.Channel.Id,
        one.Channel.Kind,
        one.Channel.Mode,
        one.Channel.Name.In(language),
        AddressResponse.Of(one.Channel, language, question.Segment, question.Country),
        [.. Wording.Warnings.Of(one.Served.Findings).Select(warning => warning.In(language))]);
}
