using ContactsApi.Core;
using ContactsApi.Core.Quality;

namespace ContactsApi.Features.Quality;

/// <summary>What is doubtful about the catalog.</summary>
/// <param name="Counts">How many findings are shown, by severity.</param>
/// <param name="Findings">The worst first, then by code and channel.</param>
public sealed record QualityResponse(long CatalogRevision, SeverityCountsResponse Counts, IReadOnlyList<FindingResponse> Findings)
{
    public static QualityResponse Of(long revision, IReadOnlyList<Finding> findings, Language language) => new(
        revision,
        new SeverityCountsResponse(Count(findings, Severity.Error), Count(findings, Severity.Warning), Count(findings, Severity.Notice)),
        [.. findings.Select(finding => FindingResponse.Of(finding, language))]);

    private static int Count(IReadOnlyList<Finding> findings, Severity severity) => findings.Count(finding => finding.Kind.Severity == severity);
}

/// <summary>How many findings are shown, by severity.</summary>
public sealed record SeverityCountsResponse(int Error, int Warning, int Notice);

/// <summary>One thing that is doubtful.</summary>
/// <param name="Code">What kind of doubt it is; stable, for programs.</param>
/// <param name="Severity">`error`: people are told something false, or cannot be sent there. `warning`: answers are less certain or
/// less useful than they could be. `notice`: it may well be right.</param>
/// <param name="ChannelId">The channel concerned; null if it is no single one.</param>
/// <param name="OfficeId">The office concerned; null if it is none.</param>
/// <param name="Statements">The ids of the statements concerned, all of that channel.</param>
/// <param name="References">The sections of the source concerned, `editorial` or `operator`.</param>
/// <param name="Text">What is doubtful, for people, in the language of the answer.</param>
/// <param name="ToCaller">The warning by this code that stands in every answer that recommends the channel; null if callers are not told.</param>
/// <param name="Remedy">What a data steward should do about it, in the language of the answer.</param>
public sealed record FindingResponse(
    string Code,
    Severity Severity,
    string? ChannelId,
    string? OfficeId,
    IReadOnlyList<string> Statements,
    IReadOnlyList<string> References,
    string Text,
    string? ToCaller,
    string Remedy)
{
    public static FindingResponse Of(Finding finding, Language language) => new(
        finding.Kind.Code,
        finding.Kind.Severity,
        finding.ChannelId,
        finding.OfficeId,
        finding.Statements,
        finding.References,
        finding.Text.In(language),
        finding.ToCaller?.In(language),
        finding.Kind.Remedy.In(language));
}
