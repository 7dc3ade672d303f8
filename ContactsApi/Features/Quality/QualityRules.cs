using System.Collections.Frozen;
using ContactsApi.Core.Quality;

namespace ContactsApi.Features.Quality;

/// <summary>All rules. A new one is a file of its own and a line here.</summary>
public static class QualityRules
{
    public static IReadOnlyList<QualityRule> All { get; } =
    [
        AmbiguousHours.Rule,
        CalendarUnbalanced.Rule,
        CalendarYearMissing.Rule,
        ContradictingAnswerTimes.Rule,
        ContradictingHours.Rule,
        InvalidNumber.Rule,
        MissingAddress.Rule,
        NarrowerHours.Rule,
        NumberOfAnotherArea.Rule,
        NumberOfAnotherCountry.Rule,
        OverlappingWindows.Rule,
        PastMidnight.Rule,
        SharedAddress.Rule,
        StaleFacts.Rule,
        SuspiciousEnd.Rule,
        TollFreeClaim.Rule,
        UnconfirmedStatus.Rule,
        UnfitContent.Rule,
        UnstatedHours.Rule,
    ];

    /// <summary>All that can be found, by code.</summary>
    public static FrozenDictionary<string, Doubt> Doubts { get; } =
        All.SelectMany(rule => rule.Doubts).ToFrozenDictionary(doubt => doubt.Code, StringComparer.Ordinal);

    /// <summary>The worst first, then by code and channel; findings about no single channel go before those about one.</summary>
    public static IReadOnlyList<Finding> FindingsOf(Examination examination) =>
    [
        .. All.SelectMany(rule => rule.Find(examination))
            .OrderBy(finding => finding.Doubt.Severity)
            .ThenBy(finding => finding.Doubt.Code, StringComparer.Ordinal)
            .ThenBy(finding => finding.ChannelId, StringComparer.Ordinal),
    ];
}
