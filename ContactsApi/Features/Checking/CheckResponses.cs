using ContactsApi.Core;
using ContactsApi.Core.Checking;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Quality;
using ContactsApi.Features.Asking;
using ContactsApi.Features.Responses;
using ContactsApi.Features.Wording;
using NodaTime;

namespace ContactsApi.Features.Checking;

/// <summary>What is known of what was asked about; never that somebody is safe, or a fraud.</summary>
/// <param name="Verdict">Of several values that of the one that may be relied on least.</param>
/// <param name="Text">All of it in plain words.</param>
/// <param name="Values">What was read from the text, mostly one.</param>
/// <param name="CallBack">By which listed numbers to call back, if a number was asked about.</param>
/// <param name="CatalogRevision">The revision that was answered from.</param>
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
/// <param name="Understood">The form in which it was compared.</param>
/// <param name="Difference">In what a look-alike differs from the listed one; else null.</param>
/// <param name="Contacts">Where it is listed, or was; of a look-alike, what it resembles.</param>
public sealed record CheckedValueResponse(
    CheckedKind Kind, string Understood, CheckVerdict Verdict, string? Difference, IReadOnlyList<CheckedContactResponse> Contacts)
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
/// <param name="Address">As it is listed now; null if it no longer is.</param>
/// <param name="Until">When what was asked about ceased to be listed for it; else null.</param>
public sealed record CheckedContactResponse(
    string? ChannelId,
    string? OfficeId,
    string Name,
    AddressResponse? Address,
    OffsetDateTime? Until)
{
    public static CheckedContactResponse Of(Contact contact, ContactDirectory directory, Language language)
    {
        var (channel, office) = (contact.Office is null ? contact.Channel : null, contact.Office);
        return new(
            channel?.Id,
            office?.Id,
            (office?.Name ?? channel!.Name).In(language),
            AddressResponse.Of(WithNumberShown(office is null ? channel! : office.As(contact.Channel ?? Nowhere, directory.Regions[office.Region])), language),
            null);
    }

    public static CheckedContactResponse Of(FormerValue former, ContactDirectory directory, Language language)
    {
        var contact = Contact.In(directory.Catalog).FirstOrDefault(one => one.Office?.Id == former.OfficeId && (former.OfficeId is not null || one.Channel!.Id == former.ChannelId));
        return contact is null
            ? new(former.ChannelId, former.OfficeId, former.Name.In(language), null, CallerTime.InMoscow(former.Until))
            : Of(contact, directory, language) with { Until = CallerTime.InMoscow(former.Until) };
    }

    /// <summary>Of an office its number, and not the street.</summary>
    private static Core.Channels.Channel WithNumberShown(Core.Channels.Channel channel) =>
        channel.Address is { Phone: not null } address ? channel with { Address = address with { Display = null } } : channel;

    /// <summary>Stands in for the channel of offices where there is none.</summary>
    private static readonly Core.Channels.Channel Nowhere =
        new("", Core.Channels.ChannelKind.Office, Core.Channels.Mode.InPerson, new("", ""), new("", "")) { Priority = new Dictionary<Segment, int>() };
}

/// <summary>The answers, one for each value in the order of the values.</summary>
public sealed record CheckBatchResponse(IReadOnlyList<CheckBatchAnswerResponse> Answers);

/// <param name="Answer">Null where the value holds nothing to compare.</param>
public sealed record CheckBatchAnswerResponse(CheckResponse? Answer);
