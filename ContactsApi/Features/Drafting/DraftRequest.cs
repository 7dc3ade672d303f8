using System.ComponentModel.DataAnnotations;
using ContactsApi.Core;

namespace ContactsApi.Features.Drafting;

/// <summary>
/// What somebody wants to write to the support centre, in the parts that section 5.2 of the source asks for. All but the first two may
/// be left out: the answer says what is missing. Nothing of it is stored or logged.
/// </summary>
/// <param name="ChannelId">The channel it goes to, by its id.</param>
/// <param name="Segment">Whom the sender speaks for.</param>
/// <param name="Aim">What it is about, as "I cannot register".</param>
/// <param name="Name">The sender's full name, or the registered name of the organisation.</param>
/// <param name="Inn">The taxpayer number: 10 digits of an organisation, 12 of a person.</param>
/// <param name="Snils">The insurance number: 11 digits, with or without spaces and hyphens.</param>
/// <param name="Account">The number of the account on the portal.</param>
/// <param name="ApplicationNumber">The number of the application, or its reference code.</param>
/// <param name="AppealNumber">The number of an earlier request to the support centre about the same.</param>
/// <param name="Step">At which step it failed.</param>
/// <param name="SystemMessage">What the system said then, word for word.</param>
/// <param name="WantedResult">What should come of it.</param>
/// <param name="CallbackPhone">A phone number for a call back; a Russian one, or one with a plus and its country code.</param>
/// <param name="CallbackTime">When a call suits best, in words of one's own.</param>
/// <param name="CallbackAt">The same as a moment, at most 31 days ahead: ISO 8601 with an offset, or by the clocks of `timeZone`. Whether somebody is
/// there then is checked.</param>
/// <param name="TimeZone">The sender's IANA time zone; absent, Moscow's.</param>
public sealed record DraftRequest(
    string ChannelId,
    Segment Segment,
    [property: MaxLength(DraftReader.LongestText)] string? Aim = null,
    [property: MaxLength(DraftReader.LongestLine)] string? Name = null,
    string? Inn = null,
    string? Snils = null,
    [property: MaxLength(DraftReader.LongestLine)] string? Account = null,
    [property: MaxLength(DraftReader.LongestLine)] string? ApplicationNumber = null,
    [property: MaxLength(DraftReader.LongestLine)] string? AppealNumber = null,
    [property: MaxLength(DraftReader.LongestText)] string? Step = null,
    [property: MaxLength(DraftReader.LongestText)] string? SystemMessage = null,
    [property: MaxLength(DraftReader.LongestText)] string? WantedResult = null,
    [property: MaxLength(DraftReader.LongestLine)] string? CallbackPhone = null,
    [property: MaxLength(DraftReader.LongestLine)] string? CallbackTime = null,
    string? CallbackAt = null,
    string? TimeZone = null);
