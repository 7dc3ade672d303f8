namespace ContactsApi.Core.Quality;

/// <summary>Passages that count for the same people, and of which no reading agrees.</summary>
public static class ContradictingHours
{
    private static readonly FindingKind Contradicting = new("contradicting-hours", Severity.Error, new(
        "Узнайте у центра поддержки настоящие часы и дайте верному утверждению ранг preferred или ошибочному — deprecated.",
        "Ask the support centre for the true hours, and rank the right statement preferred or the wrong one deprecated."));

    public static QualityRule Rule { get; } = new(Find, Contradicting);

    private static IEnumerable<Finding> Find(QualityContext context) =>
        from channel in context.Catalog.Channels
        from counting in CountingSet.Of(channel, channel.Hours)
        let passages = Passage.Of(counting.Statements, context.Index)
        where passages.Any(one => passages.Any(one.Contradicts))
        let whom = Phrases.Of(counting.Segments)
        let says = Phrases.WhoSaysWhat(Interpretation.Of(counting.Statements, context.Index)
            .Select(reading => (reading.Statements.Select(statement => statement.Reference), Phrases.Quoted(reading.Name))))
        select Contradicting.FoundIn(channel, new(
            $"На портале указаны разные часы работы для {whom.Ru}. {says.Ru}.",
            $"The portal gives different hours for {whom.En}. {says.En}.")) with
        {
            Statements = counting.Ids,
            References = counting.References,
        };
}
