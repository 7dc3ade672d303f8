using System.Text.Json.Serialization;
using ContactsApi.Core;
using ContactsApi.Core.Calendar;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Due;
using ContactsApi.Core.Hours;
using ContactsApi.Core.Promises;
using ContactsApi.Features.Asking;
using ContactsApi.Features.Responses;
using ContactsApi.Features.Wording;
using ContactsApi.Hosting.Caching;
using ContactsApi.Storage;
using NodaTime;

namespace ContactsApi.Features.Due;

/// <summary>By when a request is answered, and what to do when it is not.</summary>
/// <param name="CatalogRevision">That which `next` comes from: the newest.</param>
/// <param name="PromiseRevision">That which held at `sentAt`, and the promises come from.</param>
/// <param name="Answer">What every source promises; null if they do not promise anything together.</param>
/// <param name="Perhaps">What the more favourable source promises, where that starts sooner; else null.</param>
/// <param name="Because">How it stands, then what each source promises, the latest first.</param>
/// <param name="Next">What to do when the answer does not come.</param>
/// <param name="ValidUntil">The first instant at which the passing of time changes this answer; null if not within 400 days.</param>
public sealed record DueResponse(
    [property: JsonConverter(typeof(MomentOfAsking))] OffsetDateTime Moment,
    [property: JsonConverter(typeof(CallerMomentOfAsking))] OffsetDateTime CallerMoment,
    string TimeZone,
    string ChannelId,
    string Name,
    Segment Segment,
    OffsetDateTime SentAt,
    OffsetDateTime CallerSentAt,
    CalendarBasis CalendarBasis,
    long CatalogRevision,
    long PromiseRevision,
    DueState State,
    DuePromiseResponse? Answer,
    DuePromiseResponse? Perhaps,
    IReadOnlyList<ReasonResponse> Because,
    IReadOnlyList<WarningResponse> Warnings,
    IReadOnlyList<FollowUpResponse> Next,
    OffsetDateTime? ValidUntil)
{
    private static readonly Warning BeforeFirstRevision = new("before-first-revision", new(
        "Что источники обещали тогда, не записано: ответ дан по самой ранней записи.",
        "What the sources promised then is not on record: the answer comes from the earliest record."));

    /// <param name="served">The channel as the segment met it when the request was sent.</param>
    public static DueResponse Of(DueQuery query, ServedChannel served, Language language)
    {
        var (time, question, now) = (query.Time, query.Question, query.Newest.Directory);
        var due = RequestDue.Of(served, query.SentAt);
        var state = due.StateAt(time.Moment);
        // What to do now is told by what is known now, and of a channel that is no more by what was known.
        var here = now.Channels.TryGetValue(query.Channel.Id, out var channel) ? now.ServedAs(channel, question.Segment, question.Region) ?? served : served;
        var next = FollowUp.To(due, here, now, question, time.Moment);
        return new(
            time.MoscowMoment,
            time.CallerMoment,
            time.ZoneId,
            served.Channel.Id,
            served.Channel.Name.In(language),
            question.Segment,
            CallerTime.InMoscow(due.SentAt),
            time.InCallerZone(due.SentAt),
            due.CalendarBasis,
            query.Newest.Revision,
            query.Held.Revision,
            state,
            DuePromiseResponse.Of(due.Answer, due.SentAt, time),
            DuePromiseResponse.Of(due.Perhaps, due.SentAt, time),
            [.. DueWording.Reasons(due, state, query.Held.Directory, time).Select(reason => reason.In(language))],
            [.. DoubtsOf(due, query.Held).Select(warning => warning.In(language))],
            [.. next.Select(one => FollowUpResponse.Of(one, question, time, language))],
            CallerTime.InMoscow(Horizon.Shown(ChangesAt(due, state, next), time.Moment)));
    }

    private static Instant? ChangesAt(RequestDue due, DueState state, IReadOnlyList<FollowUp> next) =>
        next.Select(one => one.ChangesAt).Append(state == DueState.Waiting ? due.At : null).Min();

    private static IEnumerable<Warning> DoubtsOf(RequestDue due, CatalogSnapshot held) =>
    [
        .. Wording.Warnings.Of(due.CalendarBasis) is { } unsettled ? [unsettled] : Array.Empty<Warning>(),
        .. due.SentAt < held.CreatedAt ? [BeforeFirstRevision] : Array.Empty<Warning>(),
    ];
}

/// <summary>What is promised, and the instant that it comes to.</summary>
/// <param name="Within">Counted from `sentAt`; null if it is `by` an instant.</param>
/// <param name="Due">It is overdue from here on.</param>
public sealed record DuePromiseResponse(Duration? Within, OffsetDateTime? By, bool Approximate, OffsetDateTime Due, OffsetDateTime CallerDue)
{
    public static DuePromiseResponse? Of(Promise? promise, Instant sentAt, CallerTime caller) => promise is null ? null : new(
        promise.Within,
        CallerTime.InMoscow(promise.By),
        promise.Approximate,
        CallerTime.InMoscow(promise.DueAt(sentAt)),
        caller.InCallerZone(promise.DueAt(sentAt)));
}

/// <summary>What to do when the answer does not come.</summary>
/// <param name="From">Null: as soon as it is plain that nobody answers.</param>
/// <param name="Then">The id of the channel to change to; null if none can help then.</param>
/// <param name="State">Whether somebody is there then; null without a channel.</param>
/// <param name="Reference">The section of the source; `editorial` for our advice.</param>
public sealed record FollowUpResponse(OffsetDateTime? From, OffsetDateTime? CallerFrom, string? Then, HoursState? State, string Text, string Reference)
{
    public static FollowUpResponse Of(FollowUp one, Question question, CallerTime caller, Language language) => new(
        CallerTime.InMoscow(one.From),
        one.From is { } from ? caller.InCallerZone(from) : null,
        one.Then?.Channel.Id,
        one.Then?.Availability.State,
        one.Then is { } then ? Leading(one, then, question, language) : one.Step.Otherwise.In(language),
        one.Step.Reference);

    private static string Leading(FollowUp one, Recommendation then, Question question, Language language) => Sentences.Joined(
        Advice.Leading(one.Step, then, AddressResponse.Of(then.Channel, language, question.Segment, question.Country), language),
        DueWording.Doubt(then)?.In(language) ?? "");
}
