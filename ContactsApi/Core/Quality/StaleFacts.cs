using ContactsApi.Core.Channels;
using ContactsApi.Core.Statements;
using NodaTime;
using NodaTime.Text;

namespace ContactsApi.Core.Quality;

/// <summary>
/// Numbers are given up and hours change without anybody telling us. So what nobody has verified for some time, or ever, is
/// doubtful; what was disputed stays so until it is verified. Deprecated statements never count and need no look.
/// </summary>
public static class StaleFacts
{
    private static readonly FindingKind Stale = new("stale-facts", Severity.Notice, new(
        "Сверьте эти сведения с центром поддержки и отметьте каждое проверенным, с датой и способом.",
        "Compare these facts with the support centre, and mark each of them verified, with the date and how it was done."));

    public static QualityRule Rule { get; } = new(Find, Stale);

    private static IEnumerable<Finding> Find(QualityContext context) =>
        from channel in context.Catalog.Channels
        let stale = FactsOf(channel).Where(fact => IsStale(fact, context)).ToList()
        where stale.Count > 0
        select Stale.FoundIn(channel, Told(stale, context.StaleAfterDays)) with
        {
            Statements = [.. stale.Select(fact => fact.Statement?.Id).OfType<string>()],
            References = [.. stale.SelectMany(fact => fact.References).Distinct()],
        };

    private static IEnumerable<Fact> FactsOf(Channel channel) =>
    [
        .. channel.Address is { } address ? [new Fact(null, address.Verification, channel.References)] : Array.Empty<Fact>(),
        .. channel.Hours.Concat<Statement>(channel.Answers)
            .Where(statement => statement.Rank != Rank.Deprecated)
            .Select(statement => new Fact(statement, statement.Verification, [statement.Reference])),
    ];

    private static bool IsStale(Fact fact, QualityContext context) =>
        fact.VerifiedOn is not { } date || Period.DaysBetween(date, context.Today) >= context.StaleAfterDays;

    private static LocalizedText Told(List<Fact> stale, int days)
    {
        var names = Phrases.Joined(", ", stale.Select(fact => fact.Name));
        var oldest = Oldest(stale);
        return new($"Не проверялось {days} сут. или дольше: {names.Ru}. {oldest.Ru}", $"Not verified for {days} days or longer: {names.En}. {oldest.En}");
    }

    private static LocalizedText Oldest(List<Fact> stale)
    {
        if (stale.Min(fact => fact.VerifiedOn) is not { } oldest)
            return new("Проверки не было ни разу.", "There never was a verification.");
        var date = LocalDatePattern.Iso.Format(oldest);
        return stale.Exists(fact => fact.VerifiedOn is null)
            ? new($"Самая давняя проверка: {date}; часть не проверялась ни разу.", $"The oldest verification is of {date}; some were never verified.")
            : new($"Самая давняя проверка: {date}.", $"The oldest verification is of {date}.");
    }

    /// <param name="Statement">Nothing for the address.</param>
    private sealed record Fact(Statement? Statement, Verification? Mark, IReadOnlyList<string> References)
    {
        public LocalizedText Name => Statement is null ? new("адрес", "the address") : new(Statement.Id, Statement.Id);

        public LocalDate? VerifiedOn => Mark is { Outcome: VerificationOutcome.Verified } ? Mark.Date : null;
    }
}
