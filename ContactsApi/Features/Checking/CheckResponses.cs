using ContactsApi.Core;
using ContactsApi.Core.Checking;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Quality;
using ContactsApi.Features.Responses;
using ContactsApi.Features.Wording;
using ContactsApi.Hosting;
using NodaTime;

namespace ContactsApi.Features.Checking;

/// <summary>What is known of what was asked about. It never says that somebody is safe, or a fraud: that is not known here.</summary>
/// <param name="Verdict">Of several values that of the one that may be relied on least.</param>
/// <param name="Text">All of it in plain words, in the language of the answer.</param>
/// <param name="Values">What was read from the text, mostly one.</param>
/// <param name="CallBack">If a number was asked about: by which listed numbers to call back, for a caller's number can be forged.</param>
/// <param name="CatalogRevision">The state of knowledge that the answer was given from.</param>
public sealed record CheckResponse(
    CheckVerdict Verdict, string Text, IReadOnlyList<CheckedValueResponse> Values, IReadOnlyList<CheckedContactResponse> CallBack, long CatalogRevision)
{
    public static CheckResponse Of(IReadOnlyList<CheckResult> results, ContactDirectory directory, long revision, Language language) => new(
        CheckWording.VerdictOf(results),
        CheckWording.Of(results, directory).In(language),
        [.. results.Select(result => CheckedValueResponse.Of(result, directory, language))],
        [
            .. results.Where(result => result.Value is PhoneValue).SelectMany(result => Core.Checking.CallBack.After(result, directory))
                .DistinctBy(contact => contact.Phone).Select(contact => CheckedContactResponse.Of(contact, directory, language)),
        ],
        revision);
}

/// <summary>One value, and what is known of it.</summary>
/// <param name="Kind">What it was read as.</param>
/// <param name="Understood">The form in which it was compared.</param>
/// <param name="Text">What is known of it, in the language of the answer.</param>
/// <param name="Difference">In what a look-alike differs from the listed one; else null.</param>
/// <param name="Contacts">Where it is listed, or was; of a look-alike, what it resembles.</param>
public sealed record CheckedValueResponse(
    CheckedKind Kind, string Understood, CheckVerdict Verdict, string Text, string? Difference, IReadOnlyList<CheckedContactResponse> Contacts)
{
    public static CheckedValueResponse Of(CheckResult result, ContactDirectory directory, Language language) => new(
        result.Value switch
        {
            PhoneValue => CheckedKind.Phone,
            MailboxValue => CheckedKind.Email,
            HandleValue => CheckedKind.Account,
            _ => CheckedKind.WebAddress,
        },
        CheckWording.Shown(result.Value),
        result.Verdict,
        CheckWording.Of(result, directory).In(language),
        result.Difference?.Text.In(language),
        [
            .. result.Listed.Select(one => one.Contact).DistinctBy(contact => (contact.Office?.Id, contact.Channel?.Id)).Select(contact => CheckedContactResponse.Of(contact, directory, language)),
            .. result.Former.Select(former => CheckedContactResponse.Of(former, directory, language)),
        ]);
}

public enum CheckedKind
{
    Phone,
    Email,
    Account,
    WebAddress,
}

/// <summary>A channel or an office of the directory.</summary>
/// <param name="ChannelId">Null if it is no channel.</param>
/// <param name="OfficeId">Null if it is no office.</param>
/// <param name="Address">As it is listed now; null if it no longer is.</param>
/// <param name="Segments">Whom it serves.</param>
/// <param name="References">The sections of the source that describe it.</param>
/// <param name="Until">When what was asked about ceased to be listed for it; else null.</param>
/// <param name="Warnings">What is doubtful about it.</param>
public sealed record CheckedContactResponse(
    string? ChannelId,
    string? OfficeId,
    string Name,
    AddressResponse? Address,
    IReadOnlyList<Segment> Segments,
    IReadOnlyList<string> References,
    Instant? Until,
    IReadOnlyList<WarningResponse> Warnings)
{
    public static CheckedContactResponse Of(Contact contact, ContactDirectory directory, Language language)
    {
        var (channel, office) = (contact.Office is null ? contact.Channel : null, contact.Office);
        return new(
            channel?.Id,
            office?.Id,
            (office?.Name ?? channel!.Name).In(language),
            AddressResponse.Of(office is null ? channel! : office.As(contact.Channel ?? Nowhere, directory.Regions[office.Region]), language),
            [.. (contact.Channel ?? Nowhere).Priority.Keys],
            channel?.References ?? [],
            null,
            [.. Wording.Warnings.Of(CallerFindings.About(contact, directory)).Select(warning => warning.In(language))]);
    }

    public static CheckedContactResponse Of(FormerValue former, ContactDirectory directory, Language language)
    {
        var contact = Contact.In(directory.Catalog).FirstOrDefault(one => one.Office?.Id == former.OfficeId && (former.OfficeId is not null || one.Channel!.Id == former.ChannelId));
        return contact is null
            ? new(former.ChannelId, former.OfficeId, former.Name.In(language), null, [], [], former.Until, [])
            : Of(contact, directory, language) with { Until = former.Until };
    }

    /// <summary>Stands in for the channel of offices where there is none.</summary>
    private static readonly Core.Channels.Channel Nowhere =
        new("", Core.Channels.ChannelKind.Office, Core.Channels.Mode.InPerson, new("", ""), new("", "")) { Priority = new Dictionary<Segment, int>() };
}

/// <summary>The answers, one for each value in the order of the values, all from one state of knowledge.</summary>
public sealed record CheckBatchResponse(IReadOnlyList<CheckBatchAnswerResponse> Answers);

/// <summary>The answer to one value.</summary>
/// <param name="Answer">What `GET /v1/contacts/check` would answer; null if there is a problem.</param>
/// <param name="Problem">With what it would refuse the value; null if there is none.</param>
public sealed record CheckBatchAnswerResponse(CheckResponse? Answer, ProblemResponse? Problem);
