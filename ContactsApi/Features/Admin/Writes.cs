using ContactsApi.Core;
using ContactsApi.Editing;
using ContactsApi.Features.Asking;
using ContactsApi.Hosting;
using ContactsApi.Hosting.Access;
using ContactsApi.Hosting.Bodies;
using ContactsApi.Hosting.Queries;
using ContactsApi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;

namespace ContactsApi.Features.Admin;

/// <summary>What came of a write.</summary>
/// <param name="Response">Nothing if it is refused.</param>
/// <param name="Created">The address of what it created, if it created something.</param>
public sealed record WriteOutcome(WriteResponse? Response, string? Created = null, JsonHttpResult<ProblemResponse>? Refusal = null);

/// <summary>How every write goes: read the request, make the change, write it unless it is a dry run, and tell what came of it.</summary>
public static class Writes
{
    public static QueryParameter<string> Message { get; } = new(
        "message", "Why, for the history. Absent, the change is summed up.", "The dispute about the hotline is settled",
        text => Legible.FaultOf(text) is { } fault ? new LocalizedText($"Не подходит: {fault.Ru}.", $"Does not fit: {fault.En}.") : text);

    public static QueryParameter<bool> DryRun { get; } = Parameters.Boolean(
        "dryRun",
        "Whether to write nothing, and tell what answers would change within 14 days. Preconditions are then not required.",
        "true") with { Prefilled = true };

    /// <summary>A change of one place, by the body of the request if it has one.</summary>
    public static async Task<Results<Ok<WriteResponse>, JsonHttpResult<ProblemResponse>>> EditAsync(
        EditKind kind, ElementPath path, HttpContext context, CatalogWriter writer, IClock clock)
    {
        var outcome = await TryEditAsync(kind, path, context, writer, clock);
        return outcome.Refusal is { } refusal ? refusal : TypedResults.Ok(outcome.Response!);
    }

    /// <summary>The same where the place may be new.</summary>
    public static async Task<Results<Ok<WriteResponse>, Created<WriteResponse>, JsonHttpResult<ProblemResponse>>> PutAsync(
        ElementPath path, HttpContext context, CatalogWriter writer, IClock clock) => Answer(await TryEditAsync(EditKind.Put, path, context, writer, clock));

    public static Results<Ok<WriteResponse>, Created<WriteResponse>, JsonHttpResult<ProblemResponse>> Answer(WriteOutcome outcome) =>
        outcome.Refusal is { } refusal ? refusal
        : outcome.Created is { } address ? TypedResults.Created(address, outcome.Response)
        : TypedResults.Ok(outcome.Response!);

    /// <summary>Any change.</summary>
    /// <param name="query">May have been told already what is wrong with the body.</param>
    /// <param name="defaultMessage">Why, if the request does not say it; a summary of the change when absent.</param>
    /// <param name="conditional">Whether the write needs a precondition, unless it is a dry run.</param>
    public static async Task<WriteOutcome> WriteAsync(
        Func<CatalogSnapshot, Preconditions, EditedCatalog> change, HttpContext context, QueryReader query, CatalogWriter writer, IClock clock,
        bool conditional = true, string? defaultMessage = null)
    {
        query.TryGet(DryRun, out var dryRun);
        query.TryGet(Message, out var message);
        var preconditions = PreconditionHeaders.Read(context.Request, query, required: conditional && !dryRun);
        if (query.Errors.Count > 0)
            return new(null, Refusal: context.Refuse(query));
        if (dryRun)
        {
            var edited = writer.Preview(snapshot => change(snapshot, preconditions));
            return edited.Refusal is { } no
                ? new(null, Refusal: Refuse(context, no, edited))
                : new(WriteResponse.OfDryRun(edited, clock.GetCurrentInstant(), context.Language()));
        }

        var writing = await writer.WriteAsync(
            snapshot => change(snapshot, preconditions), context.Origin(), message ?? defaultMessage, context.RequestAborted);
        if (writing.Edited.Refusal is { } refusal)
            return new(null, Refusal: Refuse(context, refusal, writing.Edited));
        var response = WriteResponse.Of(writing, context.Language());
        if (writing.Edited.Path is not { } path)
            SetTag(context, writing.After.Revision);
        else if (response.Element is not null)
            SetTag(context, path.VersionIn(writing.After));
        return new(response, Created: writing.Edited.Creates ? $"/v1/admin/{writing.Edited.Path}" : null);
    }

    public static void SetTag(HttpContext context, long? version) => context.Response.Headers.ETag = version is { } number ? Preconditions.TagOf(number) : default;

    private static async Task<WriteOutcome> TryEditAsync(EditKind kind, ElementPath path, HttpContext context, CatalogWriter writer, IClock clock)
    {
        var query = QueryReader.Of(context);
        var body = kind == EditKind.Delete ? null : context.ReadJson(query);
        return await WriteAsync(new Edit(kind, path, body).On, context, query, writer, clock);
    }

    private static JsonHttpResult<ProblemResponse> Refuse(HttpContext context, Refusal refusal, EditedCatalog edited)
    {
        if (refusal.Reason is RefusalReason.PreconditionFailed or RefusalReason.PreconditionRequired)
            SetTag(context, edited.Path is { } path ? path.VersionIn(edited.Before) : edited.Before.Revision);
        var language = context.Language();
        var problem = ProblemOf(refusal.Reason);
        return refusal.Errors.Count == 0
            ? context.Refuse(problem, refusal.Detail)
            : problem.In(
                language,
                refusal.Errors.ToDictionary(error => error.Key, error => (IReadOnlyList<string>)[.. error.Value.Select(text => text.In(language))]));
    }

    private static Problem ProblemOf(RefusalReason reason) => reason switch
    {
        RefusalReason.NotFound => Problem.ElementNotFound,
        RefusalReason.RevisionNotFound => Problem.RevisionNotFound,
        RefusalReason.PreconditionRequired => Problem.PreconditionRequired,
        RefusalReason.PreconditionFailed => Problem.PreconditionFailed,
        RefusalReason.InUse => Problem.ElementInUse,
        _ => Problem.InvalidElement,
    };
}
