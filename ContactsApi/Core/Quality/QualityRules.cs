using System.Collections.Frozen;

namespace ContactsApi.Core.Quality;

/// <summary>All rules. A new one is a file of its own and a line here, or in <see cref="CallerFindings"/> if callers are told too.</summary>
public static class QualityRules
{
    public static IReadOnlyList<QualityRule> All { get; } =
    [
        .. CallerFindings.Rules.Select(rule => rule.ForStewards),
        AmbiguousHours.Rule,
        CalendarUnbalanced.Rule,
        CalendarYearMissing.Rule,
        ContradictingAnswerTimes.Rule,
        ContradictingHours.Rule,
        IncompletePostalAddress.Rule,
        MissingAddress.Rule,
        NarrowerHours.Rule,
        OverlappingWindows.Rule,
        PastMidnight.Rule,
        SharedAddressHours.Rule,
        StaleFacts.Rule,
        SuspiciousEnd.Rule,
        UnfitContent.Rule,
        UnstatedHours.Rule,
    ];

    /// <summary>All that can be found, by code.</summary>
    public static FrozenDictionary<string, FindingKind> Kinds { get; } =
        All.SelectMany(rule => rule.Kinds).ToFrozenDictionary(kind => kind.Code, StringComparer.Ordinal);

    /// <summary>The worst first, then by code and channel; findings about no single channel go before those about one.</summary>
    public static IReadOnlyList<Finding> FindingsOf(QualityContext context) =>
    [
        .. All.SelectMany(rule => rule.Find(context))
            .OrderBy(finding => finding.Kind.Severity)
            .ThenBy(finding => finding.Kind.Code, StringComparer.Ordinal)
            .ThenBy(finding => finding.ChannelId, StringComparer.Ordinal),
    ];
}
