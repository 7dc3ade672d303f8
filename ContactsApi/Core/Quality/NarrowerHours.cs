using ContactsApi.Core.Statements;

namespace ContactsApi.Core.Quality;

/// <summary>A segment to which even the most favourable statement gives fewer hours than another segment gets.</summary>
public static class NarrowerHours
{
    private static readonly FindingKind Narrower = new("narrower-hours-for-segment", Severity.Notice, new(
        "Спросите у центра поддержки, так ли это задумано. Если нет, добавьте утверждение с настоящими часами для этих людей и дайте ему ранг preferred.",
        "Ask the support centre whether that is meant. If not, add a statement with the true hours for these people and rank it preferred."));

    public static QualityRule Rule { get; } = new(Find, Narrower);

    private static IEnumerable<Finding> Find(QualityContext context) =>
        from channel in context.Catalog.Channels
        let sets = CountingSet.Of(channel, channel.Hours).Where(counting => counting.Statements.Count > 0)
            .Select(counting => (Counting: counting, AtMost: AtMost(counting, context))).ToList()
        from narrow in sets
        let wider = sets.FindAll(wide => narrow.AtMost.IsNarrowerThan(wide.AtMost))
        where wider.Count > 0
        let whom = Phrases.Of(narrow.Counting.Segments)
        let others = Phrases.Of([.. wider.SelectMany(wide => wide.Counting.Segments).Order()])
        select Narrower.FoundIn(channel, new(
            $"Часы работы для {whom.Ru} уже, чем для {others.Ru}, хотя канал один и тот же.",
            $"The hours for {whom.En} are narrower than for {others.En}, though the channel is the same.")) with
        {
            Statements = narrow.Counting.Ids,
            References = narrow.Counting.References,
        };

    private static Coverage AtMost(CountingSet<HoursStatement> counting, QualityContext context) => counting.Statements.Aggregate(
        Coverage.None, (open, statement) => open.Or(Coverage.Of(context.Index.Schedules[statement.Schedule].Hours)));
}
