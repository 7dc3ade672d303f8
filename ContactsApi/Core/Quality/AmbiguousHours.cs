namespace ContactsApi.Core.Quality;

/// <summary>
/// One passage that can be read in several ways. Where it names no days, one reading is "every day"; that alone is the finding
/// <c>unstated-days</c>. If the readings differ in more than the days, or in days that are named, the hours are ambiguous.
/// </summary>
public static class AmbiguousHours
{
    private static readonly FindingKind UnstatedDays = new("unstated-days", Severity.Warning, new(
        "Узнайте у центра поддержки, в какие дни действуют эти часы, и оставьте одно прочтение: верному ранг preferred, остальным deprecated.",
        "Ask the support centre on which days these hours hold, and keep one reading: rank the right one preferred, the others deprecated."));

    private static readonly FindingKind Ambiguous = new("ambiguous-hours", Severity.Warning, new(
        "Узнайте у центра поддержки, что имелось в виду, и оставьте одно прочтение: верному ранг preferred, остальным deprecated.",
        "Ask the support centre what is meant, and keep one reading: rank the right one preferred, the others deprecated."));

    public static QualityRule Rule { get; } = new(Find, UnstatedDays, Ambiguous);

    private static IEnumerable<Finding> Find(QualityContext context) =>
        from channel in context.Catalog.Channels
        from counting in CountingSet.Of(channel, channel.Hours)
        from passage in Passage.Of(counting.Statements, context.Index)
        where passage.Readings.Count > 1
        let whom = Phrases.Of(counting.Segments)
        let readings = Phrases.Either(passage.Readings.Select(reading => reading.Name))
        from finding in KindsOf(passage).Select(kind => kind == UnstatedDays
            ? kind.FoundIn(channel, new(
                $"Раздел {passage.Reference} называет часы для {whom.Ru}, но не дни: {readings.Ru}.",
                $"Section {passage.Reference} gives hours for {whom.En} but no days: {readings.En}."))
            : kind.FoundIn(channel, new(
                $"Раздел {passage.Reference} о часах для {whom.Ru} можно понять по-разному: {readings.Ru}.",
                $"Section {passage.Reference} on the hours for {whom.En} can be read in several ways: {readings.En}.")))
        select finding with { Statements = passage.Ids, References = [passage.Reference] };

    private static IEnumerable<FindingKind> KindsOf(Passage passage)
    {
        var readings = passage.Readings.Select(reading => reading.Coverage).ToList();
        var daysUnstated = readings.Exists(reading => reading.IsTheSamePartOfEveryDay);
        if (daysUnstated)
            yield return UnstatedDays;
        if (!daysUnstated || readings.Exists(one => readings.Exists(one.ClashesWith)))
            yield return Ambiguous;
    }
}
