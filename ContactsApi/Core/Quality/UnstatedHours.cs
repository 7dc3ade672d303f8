namespace ContactsApi.Core.Quality;

/// <summary>Nobody says when the channel can be reached.</summary>
public static class UnstatedHours
{
    private static readonly FindingKind Unstated = new("unstated-hours", Severity.Warning, new(
        "Узнайте часы работы у центра поддержки и добавьте утверждение о них.",
        "Ask the support centre for the hours, and add a statement of them."));

    public static QualityRule Rule { get; } = new(Find, Unstated);

    private static IEnumerable<Finding> Find(QualityContext context) =>
        from channel in context.Catalog.Channels
        where !(channel.StandsForOffices() && context.Catalog.Offices is [_, ..] offices && offices.All(office => office.Hours.Count > 0))
        from counting in CountingSet.Of(channel, channel.Hours)
        where counting.Statements.Count == 0
        let whom = Phrases.Of(counting.Segments)
        select Unstated.FoundIn(channel, new(
            $"Часы работы для {whom.Ru} нигде не названы.", $"The hours for {whom.En} are not stated anywhere."));
}
