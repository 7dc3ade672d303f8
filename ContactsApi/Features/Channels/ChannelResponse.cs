using ContactsApi.Core;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Quality;
using ContactsApi.Features.Responses;
using ContactsApi.Serialization;

namespace ContactsApi.Features.Channels;

/// <summary>The channels asked for, in the order of the catalog.</summary>
/// <param name="CatalogRevision">The revision that was answered from.</param>
public sealed record ChannelsResponse(long CatalogRevision, IReadOnlyList<ChannelResponse> Channels);

/// <summary>One way to reach the support centre, with all that is said about it.</summary>
/// <param name="Address">Null where the source gives none: such a channel is never recommended.</param>
/// <param name="TimeZone">The IANA zone of its hours.</param>
/// <param name="Segments">The segments it serves.</param>
/// <param name="Capabilities">What it can do.</param>
/// <param name="Languages">In which languages it serves.</param>
/// <param name="References">The sections of the source that describe it.</param>
/// <param name="Desk">The people who answer: channels of one desk are doors to one room, and are out of order together. Null if it shares them with
/// no other channel.</param>
/// <param name="Through">The channel by which alone this one is reached: where that is out of order, so is this one. Null if there is none.</param>
/// <param name="StatementsOf">The channel whose statements these are, where it is another door to the same desk; else null.</param>
/// <param name="Statements">What each passage says of hours and answer times.</param>
/// <param name="Notices">What to know before using it.</param>
/// <param name="Cost">What it costs, where the source states it; else null.</param>
/// <param name="Notes">What to expect there.</param>
/// <param name="Warnings">What is doubtful about it by itself: it is told with every recommendation of the channel too.</param>
/// <param name="Provenance">Where each value that is no statement comes from.</param>
public sealed record ChannelResponse(
    string Id,
    ChannelKind Kind,
    Mode Mode,
    string Name,
    string Description,
    AddressResponse? Address,
    string TimeZone,
    IReadOnlyList<SegmentResponse> Segments,
    IReadOnlyList<Capability> Capabilities,
    IReadOnlyList<Language> Languages,
    RestrictionsResponse Restrictions,
    IReadOnlyList<string> References,
    string? Desk,
    string? Through,
    string? StatementsOf,
    IReadOnlyList<StatementResponse> Statements,
    IReadOnlyList<NoticeResponse> Notices,
    CostResponse? Cost,
    IReadOnlyList<ChannelNoteResponse> Notes,
    IReadOnlyList<WarningResponse> Warnings,
    IReadOnlyList<ProvenanceResponse> Provenance)
{
    public static ChannelResponse Of(Channel channel, ContactDirectory directory, Language language)
    {
        var stating = directory.StatementsOf(channel);
        return new ChannelResponse(
            channel.Id,
            channel.Kind,
            channel.Mode,
            channel.Name.In(language),
            channel.Description.In(language),
            AddressResponse.Of(channel, language),
            channel.TimeZone ?? MoscowTime.Zone.Id,
            [.. channel.Priority.Select(priority => new SegmentResponse(priority.Key, priority.Value))],
            [.. channel.Capabilities.Keys],
            [.. channel.Languages.Keys],
            new RestrictionsResponse(
                channel.Restrictions.UrgentOnly is not null, [.. channel.Restrictions.Topics.Keys], [.. channel.Restrictions.Regions.Keys]),
            channel.References,
            channel.Desk,
            channel.Through,
            channel.StatementsOf,
            [
                .. stating.Hours.Select(statement => StatementResponse.Of(statement, directory, language)),
                .. stating.Answers.Select(statement => StatementResponse.Of(statement, language)),
            ],
            [.. channel.Notices.Select(notice => new NoticeResponse(notice.Code, notice.Text.In(language), notice.Reference, notice.When))],
            CostResponse.Of(channel.Cost, language),
            [.. channel.Notes.Select(note => new ChannelNoteResponse(note.Text.In(language), note.Reference, note.When))],
            [.. Wording.Warnings.Of(CallerFindings.About(new Contact(channel, null), directory)).Select(warning => warning.In(language))],
            [.. ProvenanceOf(channel)]);
    }

    private static IEnumerable<ProvenanceResponse> ProvenanceOf(Channel channel) =>
    [
        .. channel.Priority.Keys.Select(segment => From($"segments/{EnumNames<Segment>.Of(segment)}/priority", Core.Statements.Provenance.Editorial)),
        .. channel.Capabilities.Select(entry => From($"capabilities/{EnumNames<Capability>.Of(entry.Key)}", entry.Value)),
        .. channel.Languages.Select(entry => From($"languages/{EnumNames<Language>.Of(entry.Key)}", entry.Value)),
        .. channel.Restrictions.Topics.Select(entry => From($"restrictions/topics/{entry.Key}", entry.Value)),
        .. channel.Restrictions.Regions.Select(entry => From($"restrictions/regions/{entry.Key}", entry.Value)),
        .. channel.Restrictions.UrgentOnly is { } urgent ? [From("restrictions/urgentOnly", urgent)] : Array.Empty<ProvenanceResponse>(),
    ];

    private static ProvenanceResponse From(string element, string reference) => reference == Core.Statements.Provenance.Editorial
        ? new ProvenanceResponse(element, null, true)
        : new ProvenanceResponse(element, reference, false);
}

/// <summary>A segment that a channel serves.</summary>
/// <param name="Priority">The editors' order among channels otherwise equal; the lower goes first.</param>
public sealed record SegmentResponse(Segment Segment, int Priority);

/// <summary>Whom a channel is limited to.</summary>
/// <param name="UrgentOnly">Whether it is for urgent requests only.</param>
/// <param name="Topics">The only topics it serves; empty means all.</param>
/// <param name="Regions">The only regions it serves, by ISO 3166-2 code; empty means all.</param>
public sealed record RestrictionsResponse(bool UrgentOnly, IReadOnlyList<string> Topics, IReadOnlyList<string> Regions);

/// <summary>A warning that goes with recommendations of the channel.</summary>
/// <param name="When">The states in which it is shown; empty means always.</param>
public sealed record NoticeResponse(string Code, string Text, string Reference, IReadOnlyList<Core.Hours.HoursState> When);

/// <summary>What to expect of a channel.</summary>
/// <param name="When">The states in which it is told; empty means always.</param>
public sealed record ChannelNoteResponse(string Text, string Reference, IReadOnlyList<Core.Hours.HoursState> When);

/// <summary>Where a value comes from.</summary>
/// <param name="Element">The value, as `capabilities/voice`.</param>
/// <param name="Reference">The section that states it; null if none does.</param>
/// <param name="Editorial">Whether it is our editors' own.</param>
public sealed record ProvenanceResponse(string Element, string? Reference, bool Editorial);
