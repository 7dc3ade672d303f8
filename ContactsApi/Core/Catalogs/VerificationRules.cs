using ContactsApi.Core.Channels;
using ContactsApi.Core.Statements;

namespace ContactsApi.Core.Catalogs;

/// <summary>A mark of verification says who and how. Whether its date has come yet is not for the core to know.</summary>
public static class VerificationRules
{
    public static IEnumerable<CatalogProblem> ProblemsOf(Channel channel, string path) =>
    [
        .. ProblemsOf(channel.Address?.Verification, $"{path}.address"),
        .. ProblemsOf(channel.Hours, $"{path}.hours"),
        .. ProblemsOf(channel.Answers, $"{path}.answers"),
    ];

    public static IEnumerable<CatalogProblem> ProblemsOf(IReadOnlyList<Statement> statements, string path) =>
        statements.SelectMany((statement, i) => ProblemsOf(statement.Verification, $"{path}[{i}]"));

    /// <param name="path">Of what is marked.</param>
    public static IEnumerable<CatalogProblem> ProblemsOf(Verification? mark, string path) =>
        from text in mark is null ? [] : new[] { (Name: "by", Words: mark.By), (Name: "how.ru", Words: mark.How.Ru), (Name: "how.en", Words: mark.How.En) }
        where string.IsNullOrWhiteSpace(text.Words)
        select new CatalogProblem($"{path}.verification.{text.Name}", CatalogRules.Blank);
}
