using System.ComponentModel.DataAnnotations;
using ContactsApi.Core;
using ContactsApi.Core.Corrections;

namespace ContactsApi.Features.Corrections;

/// <summary>
/// That something about a channel is wrong. Say nothing about yourself or anybody else: neither name nor phone number, e-mail
/// address, document or request number. A text that seems to hold such is refused.
/// </summary>
/// <param name="ChannelId">The channel, by its id.</param>
/// <param name="Element">What of it is wrong.</param>
/// <param name="Because">How you know, in one paragraph.</param>
/// <param name="StatementId">The statement that is wrong, by its id at that channel; only with the elements `hours` and `answer-time`.</param>
/// <param name="ShouldBe">What would be right, in one paragraph; for the element `address` a phone number, an e-mail address or a link.</param>
public sealed record CorrectionRequest(
    string ChannelId,
    CorrectionElement Element,
    [property: MaxLength(Paragraph.MaxLength)] string Because,
    string? StatementId = null,
    [property: MaxLength(Paragraph.MaxLength)] string? ShouldBe = null);

/// <summary>That a correction is right.</summary>
/// <param name="Revision">The revision that mended the catalog. It may be older than the correction: some report what is mended already.</param>
/// <param name="Comment">For the sender, one paragraph in each language.</param>
public sealed record AcceptanceRequest(long Revision, LocalizedText? Comment = null);

/// <summary>That a correction is not right.</summary>
/// <param name="Reason">For the sender, one paragraph in each language.</param>
public sealed record RejectionRequest(LocalizedText Reason);
