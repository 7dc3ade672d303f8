using System.Text.Json.Serialization;
using ContactsApi.Core;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Hours;
using ContactsApi.Features.Responses;
using ContactsApi.Features.Asking;
using ContactsApi.Hosting.Caching;
using ContactsApi.Storage;
using NodaTime;

namespace ContactsApi.Features.Channels;

/// <summary>Whether a channel is open at a moment, with the statements that count and what each says.</summary>
/// <param name="State">What the counting statements say: open and closed are certain, disputed is not.</param>
/// <param name="Until">When the state next changes, in Moscow's time; null if not within 400 days.</param>
/// <param name="OpensAt">For a closed channel, when it is next not closed; null if not within 400 days.</param>
/// <param name="Cause">What the state rests on. An incident or override goes before the statements.</param>
/// <param name="Statements">The counting statements; empty if no source states hours.</param>
public sealed record ChannelAvailabilityResponse(
    string ChannelId,
    Segment Segment,
    [property: JsonConverter(typeof(MomentOfAsking))] OffsetDateTime Moment,
    [property: JsonConverter(typeof(CallerMomentOfAsking))] OffsetDateTime CallerMoment,
    string TimeZone,
    long CatalogRevision,
    HoursState State,
    OffsetDateTime? Until,
    OffsetDateTime? OpensAt,
    Cause Cause,
    IReadOnlyList<SaysResponse> Statements)
{
    public static ChannelAvailabilityResponse Of(
        ServedChannel served, Availability availability, CallerTime time, CatalogSnapshot snapshot, Language language)
    {
        var shown = AvailabilityResponse.Of(availability);
        var says = served.SaidAt(time.Moment);
        return new ChannelAvailabilityResponse(
            served.Channel.Id,
            served.Segment,
            time.MoscowMoment,
            time.CallerMoment,
            time.ZoneId,
            snapshot.Revision,
            shown.State,
            shown.Until,
            shown.OpensAt,
            shown.Cause,
            [.. served.CountingHours.Zip(says, (statement, state) => SaysResponse.Of(statement, state, snapshot.Directory, language))]);
    }
}

/// <summary>What one counting statement says at the moment, by itself.</summary>
/// <param name="Says">Whether it says open or closed.</param>
/// <param name="Verification">Whether somebody verified or disputed it; null if nobody did either.</param>
public sealed record SaysResponse(
    string Id,
    string Reference,
    Core.Statements.Rank Rank,
    HoursState Says,
    string? Note,
    ScheduleResponse Schedule,
    VerificationResponse? Verification)
{
    public static SaysResponse Of(
        Core.Statements.HoursStatement statement, HoursState says, ContactDirectory directory, Language language) => new(
            statement.Id,
            statement.Reference,
            statement.Rank,
            says,
            statement.Note?.In(language),
            ScheduleResponse.Of(directory.Schedules[statement.Schedule], language),
            VerificationResponse.Of(statement.Verification, language));
}
