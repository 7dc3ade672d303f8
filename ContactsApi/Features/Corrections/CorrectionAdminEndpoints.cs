using ContactsApi.Core;
using ContactsApi.Core.Corrections;
using ContactsApi.Features.Asking;
using ContactsApi.Hosting;
using ContactsApi.Hosting.Access;
using ContactsApi.Hosting.Bodies;
using ContactsApi.Hosting.Overload;
using ContactsApi.Hosting.Queries;
using ContactsApi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;

namespace ContactsApi.Features.Corrections;

/// <summary>For stewards: see what callers say is wrong, and judge it.</summary>
public static class CorrectionAdminEndpoints
{
    private const long DefaultLimit = 20;

    private const string JudgedOnce =
        " A correction is judged once. To judge it again in the same way changes nothing, so the request can be repeated, and needs no "
        + "`If-Match`; in another way it is refused with 409.";

    private static readonly QueryParameter<CorrectionStatus> Status =
        Parameters.OneOf<CorrectionStatus>("status", "Only corrections of this status.", "received");

    private static readonly CatalogParameter<Core.Channels.Channel> Channel =
        Parameters.Channel with { Description = "Only corrections of this channel, by its id." };

    public static void MapCorrectionAdmin(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/admin/corrections").ReadsStore().WithTags("Corrections").RequireScope(Scope.Steward).ProducesProblems(
            StatusCodes.Status400BadRequest, StatusCodes.Status503ServiceUnavailable);
        group.MapGet("", List)
            .WithName("listCorrections")
            .WithSummary("What callers say is wrong")
            .WithDescription("Corrections, the newest first, page by page: give `next` as `cursor` for what is older.")
            .WithQuery(Status, Channel, Parameters.Limit, Parameters.Cursor);
        group.MapGet("/{correctionNumber}", Get)
            .WithName("getCorrectionCase")
            .WithSummary("One correction in full")
            .WithDescription("What was reported, how many times, and what became of it.")
            .WithQuery()
            .ProducesProblems(StatusCodes.Status404NotFound);
        group.MapPost("/{correctionNumber}/accept", Accept)
            .WithName("acceptCorrection")
            .WithSummary("It was right: this revision mends it")
            .WithDescription("Closes a correction with the revision that mended the catalog." + JudgedOnce)
            .WithQuery()
            .WithForm<AcceptanceRequest>("""{ "revision": 1, "comment": { "ru": "Исправлено, спасибо.", "en": "Mended, thank you." } }""")
            .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
        group.MapPost("/{correctionNumber}/reject", Reject)
            .WithName("rejectCorrection")
            .WithSummary("It was not right, and why")
            .WithDescription("Closes a correction with a reason, which its senders can read." + JudgedOnce)
            .WithQuery()
            .WithForm<RejectionRequest>(
                """{ "reason": { "ru": "На портале указаны те же часы.", "en": "The portal states the same hours." } }""")
            .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
    }

    private static Results<Ok<CorrectionsResponse>, JsonHttpResult<ProblemResponse>> List(
        HttpContext context, CatalogQuery query, StoreAccess access, CorrectionStore corrections)
    {
        var filter = new CorrectionFilter(
            query.TryGet(Status, out var status) ? status : null, query.TryGet(Channel, out var channel) ? channel.Id : null);
        var limit = query.TryGet(Parameters.Limit, out var asked) ? (int)asked : (int)DefaultLimit;
        var before = query.TryGet(Parameters.Cursor, out var cursor) ? cursor : long.MaxValue;
        if (query.Errors.Count > 0)
            return context.Refuse(query);
        return TypedResults.Ok(CorrectionsResponse.Of(access.Read(() => corrections.List(filter, before, limit + 1)), limit));
    }

    private static Results<Ok<CorrectionCaseResponse>, JsonHttpResult<ProblemResponse>> Get(
        string correctionNumber, HttpContext context, StoreAccess access, CorrectionStore corrections)
    {
        var query = QueryReader.Of(context);
        if (query.Errors.Count > 0)
            return context.Refuse(query);
        return access.Read(() => corrections.Find(correctionNumber)) is { } correction
            ? TypedResults.Ok(CorrectionCaseResponse.Of(correction))
            : context.Refuse(Problem.CorrectionNotFound);
    }

    private static Results<Ok<CorrectionCaseResponse>, JsonHttpResult<ProblemResponse>> Accept(
        string correctionNumber, HttpContext context, CatalogSnapshots snapshots, StoreAccess access, RevisionStore revisions, CorrectionStore corrections, IClock clock)
    {
        var query = QueryReader.Of(context);
        var body = context.ReadForm<AcceptanceRequest>(query);
        if (body.TryGet(asked => asked.Revision, out var revision))
        {
            var newest = access.Read(() => revisions.List(long.MaxValue, 1))[0].Number;
            if (revision < 1 || revision > newest)
                body.Refuse(asked => asked.Revision, RevisionSelector.NewestIs(newest));
        }

        Paragraph.TryGet(body, asked => asked.Comment!.Ru, out _);
        Paragraph.TryGet(body, asked => asked.Comment!.En, out _);
        return body.Read() is { } asked
            ? Judge(correctionNumber, Verdict.Accept(asked.Revision, asked.Comment), context, snapshots, corrections, clock)
            : context.Refuse(query);
    }

    private static Results<Ok<CorrectionCaseResponse>, JsonHttpResult<ProblemResponse>> Reject(
        string correctionNumber, HttpContext context, CatalogSnapshots snapshots, CorrectionStore corrections, IClock clock)
    {
        var query = QueryReader.Of(context);
        var body = context.ReadForm<RejectionRequest>(query);
        Paragraph.TryGet(body, asked => asked.Reason.Ru, out _);
        Paragraph.TryGet(body, asked => asked.Reason.En, out _);
        return body.Read() is { } asked
            ? Judge(correctionNumber, Verdict.Reject(asked.Reason), context, snapshots, corrections, clock)
            : context.Refuse(query);
    }

    private static Results<Ok<CorrectionCaseResponse>, JsonHttpResult<ProblemResponse>> Judge(
        string number, Verdict verdict, HttpContext context, CatalogSnapshots snapshots, CorrectionStore corrections, IClock clock) =>
        snapshots.ToStore(() => corrections.Judge(number, verdict, clock.GetCurrentInstant(), context.Origin())) switch
        {
            null => context.Refuse(Problem.CorrectionNotFound),
            var correction when correction.Verdict == verdict => TypedResults.Ok(CorrectionCaseResponse.Of(correction)),
            var correction => context.Refuse(Problem.CorrectionJudged, As(correction.Verdict!)),
        };

    private static LocalizedText As(Verdict verdict) => verdict.Revision is { } revision
        ? new($"Поправка уже принята, с ревизией {revision}.", $"It was accepted before, with revision {revision}.")
        : new($"Поправка уже отклонена: {verdict.Words!.Ru}", $"It was rejected before: {verdict.Words!.En}");
}
