using ContactsApi.Core;
using ContactsApi.Core.Corrections;
using ContactsApi.Features.Asking;
using ContactsApi.Storage;
using NodaTime;

namespace ContactsApi.Features.Corrections;

/// <summary>What became of a correction, for whoever sent it.</summary>
/// <param name="Number">By which it is looked up. Keep it: nobody else is told.</param>
/// <param name="StatementId">The statement that is said to be wrong; null if none was named.</param>
/// <param name="Status">`received`: no steward has judged it yet. `accepted`: it was right, and the catalog was mended. `rejected`: it was
/// not right.</param>
/// <param name="ReceivedAt">When it was first sent, in Moscow's time.</param>
/// <param name="JudgedAt">When a steward judged it, in Moscow's time; null before.</param>
/// <param name="Revision">The revision that mended the catalog; null unless it is accepted.</param>
/// <param name="Explanation">What the steward says about it, in the language of the answer; null if nothing.</param>
public sealed record CorrectionResponse(
    string Number,
    string ChannelId,
    CorrectionElement Element,
    string? StatementId,
    CorrectionStatus Status,
    OffsetDateTime ReceivedAt,
    OffsetDateTime? JudgedAt,
    long? Revision,
    string? Explanation)
{
    public static CorrectionResponse Of(Correction correction, Language language) => new(
        correction.Number,
        correction.Report.ChannelId,
        correction.Report.Element,
        correction.Report.StatementId,
        correction.Status,
        CallerTime.InMoscow(correction.ReceivedAt),
        CallerTime.InMoscow(correction.JudgedAt),
        correction.Verdict?.Revision,
        correction.Verdict?.Words?.In(language));
}

/// <summary>A correction as stewards see it.</summary>
/// <param name="Number">By which its senders look it up.</param>
/// <param name="StatementId">The statement that is said to be wrong; null if none was named.</param>
/// <param name="Because">How the first sender knows.</param>
/// <param name="ShouldBe">What would be right; null if the senders do not know.</param>
/// <param name="Reports">How many times it was sent.</param>
/// <param name="Status">`received`: it waits for a steward. `accepted`, `rejected`: it was judged, once and for all.</param>
/// <param name="ReceivedAt">When it was first sent, in Moscow's time.</param>
/// <param name="LastReportedAt">When it was last sent, in Moscow's time.</param>
/// <param name="JudgedAt">When it was judged, in Moscow's time; null before.</param>
/// <param name="Revision">The revision that mended the catalog; null unless it is accepted.</param>
/// <param name="Explanation">What the senders are told about it, in each language; null if nothing.</param>
public sealed record CorrectionCaseResponse(
    string Number,
    string ChannelId,
    CorrectionElement Element,
    string? StatementId,
    string Because,
    string? ShouldBe,
    long Reports,
    CorrectionStatus Status,
    OffsetDateTime ReceivedAt,
    OffsetDateTime LastReportedAt,
    OffsetDateTime? JudgedAt,
    long? Revision,
    LocalizedText? Explanation)
{
    public static CorrectionCaseResponse Of(Correction correction) => new(
        correction.Number,
        correction.Report.ChannelId,
        correction.Report.Element,
        correction.Report.StatementId,
        correction.Report.Because,
        correction.Report.ShouldBe,
        correction.Reports,
        correction.Status,
        CallerTime.InMoscow(correction.ReceivedAt),
        CallerTime.InMoscow(correction.LastReportedAt),
        CallerTime.InMoscow(correction.JudgedAt),
        correction.Verdict?.Revision,
        correction.Verdict?.Words);
}

/// <summary>Corrections, the newest first.</summary>
/// <param name="Next">What to give as `cursor` for the next page; null if there is none.</param>
public sealed record CorrectionsResponse(IReadOnlyList<CorrectionCaseResponse> Corrections, string? Next)
{
    /// <param name="listed">One more than the limit, if there are as many.</param>
    public static CorrectionsResponse Of(IReadOnlyList<ListedCorrection> listed, int limit) => new(
        [.. listed.Take(limit).Select(one => CorrectionCaseResponse.Of(one.Correction))],
        listed.Count > limit ? $"{listed[limit - 1].Sequence}" : null);
}
