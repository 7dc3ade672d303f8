using System.Linq.Expressions;
using ContactsApi.Core;
using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Corrections;
using ContactsApi.Core.Statements;
using ContactsApi.Hosting.Bodies;
using ContactsApi.Hosting.Queries;

namespace ContactsApi.Features.Corrections;

/// <summary>What a sender reports, held against the catalog.</summary>
public static class ReportReader
{
    private static readonly LocalizedText NoStatement = new(
        "Утверждения есть только у часов и времени ответа (element: hours или answer-time).",
        "Only hours and answer times have statements (element: hours or answer-time).");

    /// <returns>Nothing if anything is wrong, which the reader is told.</returns>
    public static Report? Read(BodyReader<CorrectionRequest> body, ContactDirectory directory)
    {
        CorrectionElement? element = body.TryGet(asked => asked.Element, out var known) ? known : null;
        CheckSubject(body, element, directory);
        CheckWords(body, asked => asked.Because, directory.Catalog, mayBeAddress: false);
        CheckWords(body, asked => asked.ShouldBe, directory.Catalog, mayBeAddress: element is null or CorrectionElement.Address);
        return body.Read() is { } asked
            ? new(asked.ChannelId, asked.Element, asked.StatementId, asked.Because.Trim(), asked.ShouldBe?.Trim())
            : null;
    }

    private static void CheckSubject(BodyReader<CorrectionRequest> body, CorrectionElement? element, ContactDirectory directory)
    {
        if (!body.TryGet(asked => asked.ChannelId, out var id))
            return;
        if (!directory.Channels.TryGetValue(id, out var channel))
            body.Refuse(asked => asked.ChannelId, QueryErrors.OneOf(directory.Channels.Keys.Order(StringComparer.Ordinal)));
        else if (element is not null && body.TryGet(asked => asked.StatementId, out var statement)
            && FaultOf(statement, element.Value, channel, directory) is { } fault)
            body.Refuse(asked => asked.StatementId, fault);
    }

    private static LocalizedText? FaultOf(string statement, CorrectionElement element, Channel channel, ContactDirectory directory)
    {
        var stating = directory.StatementsOf(channel);
        IReadOnlyList<Statement>? statements = element switch
        {
            CorrectionElement.Hours => stating.Hours,
            CorrectionElement.AnswerTime => stating.Answers,
            _ => null,
        };
        return statements switch
        {
            null => NoStatement,
            [] => new("У канала нет таких утверждений.", "The channel has no such statements."),
            _ when statements.Any(known => known.Id == statement) => null,
            _ => QueryErrors.OneOf(statements.Select(known => known.Id)),
        };
    }

    private static void CheckWords(
        BodyReader<CorrectionRequest> body, Expression<Func<CorrectionRequest, string?>> words, Catalog catalog, bool mayBeAddress)
    {
        if (!Paragraph.TryGet(body, words, out var text))
            return;
        foreach (var refusal in PersonalData.In(text, catalog, mayBeAddress))
            body.Refuse(words, refusal);
    }
}
