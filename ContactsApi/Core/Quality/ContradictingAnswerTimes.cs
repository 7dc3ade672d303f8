using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Statements;
using NodaTime;

namespace ContactsApi.Core.Quality;

/// <summary>
/// Passages that count for the same people and promise different answer times. A passage may promise several, each under its
/// own condition; it contradicts another that does not promise just the same.
/// </summary>
public static class ContradictingAnswerTimes
{
    private static readonly FindingKind Contradicting = new("contradicting-answer-times", Severity.Warning, new(
        "Узнайте у центра поддержки, какой срок соблюдают, и дайте этому утверждению ранг preferred; до тех пор обещаем самый долгий.",
        "Ask the support centre which time is kept, and rank that statement preferred; until then the longest one is promised."));

    public static QualityRule Rule { get; } = new(Find, Contradicting);

    /// <param name="statements">That count together.</param>
    public static bool AreFoundIn(IReadOnlyList<AnswerStatement> statements)
    {
        var passages = statements.GroupBy(statement => statement.Reference).Select(passage => passage.Select(PromiseOf).ToHashSet()).ToList();
        return passages.Exists(one => !one.SetEquals(passages[0]));
    }

    private static IEnumerable<Finding> Find(QualityContext context) =>
        from channel in context.Catalog.Channels
        from counting in CountingSet.Of(channel, channel.Answers)
        where AreFoundIn(counting.Statements)
        let whom = Phrases.Of(counting.Segments)
        let says = Phrases.WhoSaysWhat(
            from statement in counting.Statements
            group statement by PromiseOf(statement) into same
            select (same.Select(statement => statement.Reference), InWords(same.First(), context.Index)))
        select Contradicting.FoundIn(channel, new(
            $"На портале обещают ответ для {whom.Ru} в разные сроки. {says.Ru}.",
            $"The portal promises different answer times for {whom.En}. {says.En}.")) with
        {
            Statements = counting.Ids,
            References = counting.References,
        };

    /// <summary>Whether a figure is exact does not make it another one.</summary>
    private static (Duration? Within, int? WorkingHours, string? Inside, string? Outside) PromiseOf(AnswerStatement statement) =>
        (statement.Within, statement.WorkingHours, statement.Inside, statement.Outside);

    /// <summary>As <c>within about 5 minutes during the hours “round the clock”</c>.</summary>
    public static LocalizedText InWords(AnswerStatement statement, CatalogIndex index)
    {
        var time = Time(statement);
        return statement switch
        {
            { Inside: { } inside } => new($"{time.Ru} в часы {Name(inside).Ru}", $"{time.En} during the hours {Name(inside).En}"),
            { Outside: { } outside } => new($"{time.Ru} вне часов {Name(outside).Ru}", $"{time.En} outside the hours {Name(outside).En}"),
            _ => time,
        };

        LocalizedText Name(string schedule) => Phrases.Quoted(index.Schedules[schedule].Name);
    }

    private static LocalizedText Time(AnswerStatement statement)
    {
        if (statement.Within is { } within)
            return Durations.Within(within, statement.Approximate);
        if (statement.ByEndOfWorkingDay)
            return new("до конца рабочего дня", "by the end of the working day");
        var about = statement.Approximate ? new LocalizedText("примерно ", "about ") : new("", "");
        var time = WorkingHours(statement.WorkingHours!.Value);
        return new($"{about.Ru}в течение {time.Ru}", $"within {about.En}{time.En}");
    }

    private static LocalizedText WorkingHours(int hours) => new(
        $"{hours} {Plurals.Russian(hours, "рабочего часа", "рабочих часов", "рабочих часов")}", $"{hours} working {(hours == 1 ? "hour" : "hours")}");
}
