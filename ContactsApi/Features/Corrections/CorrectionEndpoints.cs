using System.Globalization;
using ContactsApi.Hosting;
using ContactsApi.Hosting.Access;
using ContactsApi.Hosting.Bodies;
using ContactsApi.Hosting.Limits;
using ContactsApi.Hosting.Overload;
using ContactsApi.Hosting.Queries;
using ContactsApi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;

namespace ContactsApi.Features.Corrections;

/// <summary>For callers: tell what is wrong, and look up what became of it.</summary>
public static class CorrectionEndpoints
{
    /// <summary>Stewards judge in hours, not in seconds.</summary>
    private const int RetryFullAfterSeconds = 3600;

    public static void MapCorrections(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/corrections").ReadsStore().WithTags("Corrections").ProducesProblems(
            StatusCodes.Status400BadRequest, StatusCodes.Status503ServiceUnavailable);
        group.MapPost("", Receive)
            .WithName("sendCorrection")
            .WithSummary("This is wrong, because…")
            .WithDescription(
                "Tells the stewards that something about a channel is wrong. The outcome can be looked up by the "
                + "number in the answer. While a correction is open, whoever reports the same, but for letter case and signs, gets the same number, with 200.")
            .WithQuery()
            .WithForm<CorrectionRequest>(
                """
                {
                  "channelId": "hotline", "element": "hours", "statementId": "hours-3.1",
                  "because": "It answers at night", "shouldBe": "round the clock"
                }
                """)
            .WithOpenWriteLimit();
        group.MapGet("/{correctionNumber}", Get)
            .WithName("getCorrection")
            .WithSummary("What became of a correction")
            .WithDescription("Whether it was judged, when and how. Texts that were sent are not shown: several may have reported the same.")
            .WithQuery()
            .ProducesProblems(StatusCodes.Status404NotFound);
    }

    private static Results<Created<CorrectionResponse>, Ok<CorrectionResponse>, JsonHttpResult<ProblemResponse>> Receive(
        HttpContext context, CatalogSnapshots snapshots, CorrectionStore corrections, IClock clock)
    {
        var query = QueryReader.Of(context);
        if (ReportReader.Read(context.ReadForm<CorrectionRequest>(query), snapshots.Current.Directory) is not { } report)
            return context.Refuse(query);
        if (snapshots.ToStore(() => corrections.Receive(report, clock.GetCurrentInstant(), context.Origin())) is not { } receipt)
        {
            context.Response.Headers.RetryAfter = RetryFullAfterSeconds.ToString(CultureInfo.InvariantCulture);
            return context.Refuse(Problem.TooManyCorrections);
        }

        var answer = CorrectionResponse.Of(receipt.Correction, context.Language());
        return receipt.IsNew ? TypedResults.Created($"/v1/corrections/{answer.Number}", answer) : TypedResults.Ok(answer);
    }

    private static Results<Ok<CorrectionResponse>, JsonHttpResult<ProblemResponse>> Get(
        string correctionNumber, HttpContext context, StoreAccess access, CorrectionStore corrections)
    {
        var query = QueryReader.Of(context);
        if (query.Errors.Count > 0)
            return context.Refuse(query);
        return access.Read(() => corrections.Find(correctionNumber)) is { } correction
            ? TypedResults.Ok(CorrectionResponse.Of(correction, context.Language()))
            : context.Refuse(Problem.CorrectionNotFound);
    }
}
