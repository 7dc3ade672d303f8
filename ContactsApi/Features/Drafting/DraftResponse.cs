using ContactsApi.Core;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Quality;
using ContactsApi.Features.Due;
using ContactsApi.Features.Responses;

namespace ContactsApi.Features.Drafting;

/// <summary>A request to the support centre, ready to be sent.</summary>
/// <param name="ChannelId">The channel it is for.</param>
/// <param name="Address">Where to send it; null if no address of the channel is known.</param>
/// <param name="Language">The language of the subject and of the labels in the text: one that the channel answers in.</param>
/// <param name="Subject">With the number of the earlier request, if there is one.</param>
/// <param name="Text">To be sent, or read out. Lines end with `\n`.</param>
/// <param name="Complete">Whether nothing is missing.</param>
/// <param name="Missing">What the operator will ask for.</param>
/// <param name="Mail">Null for a channel without an e-mail address.</param>
/// <param name="Attachments">Null for a channel that takes none.</param>
/// <param name="Warnings">What to know before sending it.</param>
/// <param name="Callback">Whether somebody is there at the time at which a call is wanted; null if none is given by `callbackAt`.</param>
/// <param name="Due">When an answer is due if it is sent now, and what to do when none comes.</param>
public sealed record DraftResponse(
    string ChannelId,
    AddressResponse? Address,
    Language Language,
    string Subject,
    string Text,
    bool Complete,
    IReadOnlyList<MissingPartResponse> Missing,
    MailLinkResponse? Mail,
    AttachmentsResponse? Attachments,
    IReadOnlyList<WarningResponse> Warnings,
    CallbackResponse? Callback,
    DueResponse Due)
{
    /// <param name="findings">About the channel.</param>
    /// <param name="language">The caller's.</param>
    public static DraftResponse Of(
        RequestDraft draft, IReadOnlyList<Finding> findings, CallbackResponse? callback, DueResponse due, Language language)
    {
        var channel = draft.Channel;
        var written = channel.Languages.ContainsKey(language) ? language : channel.Languages.Keys.Append(Language.Ru).First();
        var letter = Letter.Of(draft, written);
        var mail = MailLink.Of(channel.Address, letter);
        var missing = MissingParts.Of(draft).Select(part => new MissingPartResponse(part.Property, part.Text.In(language), part.Reference)).ToList();
        return new(
            channel.Id,
            AddressResponse.Of(channel, language),
            written,
            letter.Subject,
            letter.Text,
            missing.Count == 0,
            missing,
            mail is null ? null : new(mail.Uri, mail.HoldsText),
            channel.Capabilities.ContainsKey(Capability.Attachments) ? AttachmentsResponse.In(language) : null,
            [.. Wording.Warnings.Of(findings).Concat(DraftWarnings.Of(channel, mail, written, language)).Select(warning => warning.In(language))],
            callback,
            due);
    }
}

/// <summary>A part without which the operator has to ask again.</summary>
/// <param name="Property">Where it goes in the request; of several that serve, the first.</param>
/// <param name="Text">For people, in the language of the answer.</param>
/// <param name="Reference">The section of the source that asks for it.</param>
public sealed record MissingPartResponse(string Property, string Text, string Reference);

/// <summary>A link that opens a prefilled letter in the sender's mail program.</summary>
/// <param name="Uri">`mailto:`, at most 2,000 characters.</param>
/// <param name="HoldsText">Whether the text is in it; if not, the subject alone is, and the text has to be pasted.</param>
public sealed record MailLinkResponse(string Uri, bool HoldsText);

/// <summary>What may be sent along.</summary>
/// <param name="MediaType">The format that is asked for.</param>
/// <param name="MaxMegabytes">The largest file.</param>
/// <param name="Text">For people, in the language of the answer.</param>
/// <param name="References">The sections of the source that say so.</param>
public sealed record AttachmentsResponse(string MediaType, int MaxMegabytes, string Text, IReadOnlyList<string> References)
{
    private const int Largest = 5;

    private static readonly LocalizedText Advice = new(
        $"Приложите снимки экрана с ошибкой и скан документа, о котором речь: в формате PDF, каждый файл не больше {Largest} МБ.",
        $"Attach screenshots of the error and a scan of the document in question: as PDF, each file at most {Largest} MB.");

    public static AttachmentsResponse In(Language language) => new("application/pdf", Largest, Advice.In(language), ["1.4", "4.1", "4.2"]);
}
