using ContactsApi.Core;
using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Corrections;
using ContactsApi.Core.Statements;
using ContactsApi.Hosting.Queries;

namespace ContactsApi.Features.Corrections;

/// <summary>What a sender reports, held against the catalog.</summary>
public static class ReportReader
{
    private static readonly Text NoStatement = new(
        "Утверждения есть только у часов и времени ответа (element: hours или answer-time).",
        "Only hours and answer times have statements (element: hours or answer-time).");

    /// <returns>Nothing that is of use if the query turns out to have errors.</returns>
    public static Report Read(CorrectionRequest asked, ContactDirectory directory, QueryReader query)
    {
        if (!directory.Channels.TryGetValue(asked.ChannelId, out var channel))
            query.Refuse("channelId", QueryErrors.OneOf(directory.Channels.Keys.Order(StringComparer.Ordinal)));
        else if (asked.StatementId is not null && FaultOfStatement(asked, channel, directory) is { } fault)
            query.Refuse("statementId", fault);

        CheckWords(query, "because", asked.Because, directory.Catalog, isAddress: false);
        if (asked.ShouldBe is not null)
            CheckWords(query, "shouldBe", asked.ShouldBe, directory.Catalog, isAddress: asked.Element == CorrectionElement.Address);
        return new(asked.ChannelId, asked.Element, asked.StatementId, asked.Because.Trim(), asked.ShouldBe?.Trim());
    }

    private static Text? FaultOfStatement(CorrectionRequest asked, Channel channel, ContactDirectory directory)
    {
        var desk = channel.StatementsOf is { } other ? directory.Channels[other] : channel;
        IReadOnlyList<Statement>? statements = asked.Element switch
        {
            CorrectionElement.Hours => desk.Hours,
            CorrectionElement.AnswerTime => desk.Answers,
            _ => null,
        };
        return statements switch
        {
            null => NoStatement,
            [] => new("У канала нет таких утверждений.", "The channel has no such statements."),
            _ when statements.Any(statement => statement.Id == asked.StatementId) => null,
            _ => QueryErrors.OneOf(statements.Select(statement => statement.Id)),
        };
    }

    private static void CheckWords(QueryReader query, string path, string text, Catalog catalog, bool isAddress)
    {
        if (!Paragraph.Check(query, path, text))
            return;
        foreach (var refusal in PersonalData.In(text, catalog, isAddress))
            query.Refuse(path, refusal);
    }
}
