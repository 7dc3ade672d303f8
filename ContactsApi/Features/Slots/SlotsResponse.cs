using System.Text.Json.Serialization;
using ContactsApi.Core;
using ContactsApi.Core.Calendar;
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
/// <param name="Slots">When somebody is there for certain, the best first.</param>
/// <param name="Perhaps">When somebody may be, and nobody who can be called is for certain.</param>
/// <param name="More">How many of both did not fit into `limit`.</param>
/// <param name="OtherHours">Where `slots` is empty: certain times nearest to what suits.</param>
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
    int More,
    IReadOnlyList<SlotResponse> OtherHours,
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
            found.Certain.Count - certain.Count + found.Perhaps.Count - perhaps.Count,
            [.. found.Others.Select(one => SlotResponse.Of(one.Slot, one.Start, question, snapshot.Directory, time, language))],
            [.. Doubts(found, certain.Concat(perhaps), time).Distinct().Select(warning => warning.In(language))],
            CallerTime.InMoscow(found.ChangesAt));
    }

    private static IEnumerable<Warning> Doubts(SlotsFound found, IEnumerable<Slot> slots, CallerTime time) =>
    [
        .. found.Certain.Count == 0 ? [SlotWording.NoneSuits(found, time)] : Array.Empty<Warning>(),
        .. Wording.Warnings.Of(found.CalendarBasis) is { } unsettled ? [unsettled] : Array.Empty<Warning>(),
        .. slots.SelectMany(slot => Wording.Warnings.Of(slot.Channels[0].Served.Findings)),
    ];
}

/// <summary>A time at which a talk has room, by Moscow's clocks and the caller's.</summary>
/// <param name="LastStart">It may begin as late as this.</param>
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
