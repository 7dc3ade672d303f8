using ContactsApi.Core;
using ContactsApi.Core.Checking;
using ContactsApi.Features.Asking;
using ContactsApi.Features.Wording;
using ContactsApi.Hosting;
using ContactsApi.Hosting.Bodies;
using ContactsApi.Hosting.Limits;
using ContactsApi.Hosting.Overload;
using ContactsApi.Hosting.Queries;
using ContactsApi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactsApi.Features.Checking;

/// <summary>Is this number theirs? For whoever was called, written to, or handed a link.</summary>
public static class CheckEndpoints
{
    /// <summary>Values in one request.</summary>
    public const int Most = 100;

    /// <summary>Several times what a hundred of the longest values take, in bytes.</summary>
    private const int MostBytes = BodyContract.ElementBytes;

    private static readonly QueryParameter<string> Value = new(
        "value",
        "A phone number, e-mail address, account, web address, message or the content of a QR code, in any spelling.",
        "8 (800) 555-35-35",
        text => text) { Required = true, MaxLength = ValueReader.MaxLength, IsMultiline = true };

    private static readonly LocalizedText Unfit = new(
        $"Нужен текст не длиннее {ValueReader.MaxLength} знаков.", $"A text of at most {ValueReader.MaxLength} characters is needed.");

    public static void AddChecks(this IServiceCollection services) => services.AddSingleton<ContactChecks>();

    public static void MapChecks(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/contacts/check").WithTags("Checks").WithCheckLimit().ProducesProblems(
            StatusCodes.Status400BadRequest, StatusCodes.Status503ServiceUnavailable);
        group.MapGet("", Check)
            .WithName("checkContact")
            .WithSummary("Is this number theirs?")
            .WithDescription(
                "Compares it with the directory as it is and was. `verified`: a steward found it right. `listed`: verified by nobody. `disputed`: "
                + "listed, in doubt. `formerly-listed`: no longer. `look-alike`: easily taken for what is listed. `unknown`: nothing is known, for or "
                + "against. What is asked is neither logged nor kept; proxies may log addresses: `POST` tells them less.")
            .WithQuery(Value)
            .ReadsStore();
        group.MapPost("", CheckMany)
            .WithName("checkContacts")
            .WithSummary("Are these numbers theirs?")
            .WithDescription(
                "Answers each as `GET` would. Each counts as a request.")
            .WithQuery()
            .WithForm<CheckRequest>("""{ "values": ["8 (800) 555-35-35", "https://gosuslugi.ru.example.org/login"] }""", MostBytes);
    }

    private static Results<Ok<CheckResponse>, JsonHttpResult<ProblemResponse>> Check(HttpContext context, CatalogSnapshots snapshots, ContactChecks checks)
    {
        context.Response.Headers.CacheControl = CacheControl.PrivateNoStore;
        var query = QueryReader.Of(context);
        if (!query.TryGet(Value, out var value))
            return context.Refuse(query);
        if (query.Errors.Count == 0 && Answer(value, snapshots.Current, checks, context.Language()) is { } answer)
            return TypedResults.Ok(answer);
        if (query.Errors.Count == 0)
            query.Refuse(Value.Name, CheckWording.NothingIn);
        return context.Refuse(query);
    }

    private static Results<Ok<CheckBatchResponse>, JsonHttpResult<ProblemResponse>> CheckMany(
        HttpContext context, CatalogSnapshots snapshots, ContactChecks checks, RequestLimiter limiter)
    {
        context.Response.Headers.CacheControl = CacheControl.PrivateNoStore;
        var query = QueryReader.Of(context);
        var body = context.ReadForm<CheckRequest>(query);
        if (body.TryGet(asked => asked.Values, out var values))
        {
            if (values.Count > Most)
                query.Refuse("values", TooMany(values.Count));
            foreach (var (i, _) in values.Index().Where(value => value.Item.Length > ValueReader.MaxLength))
                query.Refuse($"values[{i}]", Unfit);
        }

        if (query.Errors.Count > 0 || values is null)
            return context.Refuse(query);
        if (context.RefuseTooManyQuestions(limiter, values.Count) is { } refusal)
            return refusal;
        var (snapshot, language) = (snapshots.Current, context.Language());
        return TypedResults.Ok(new CheckBatchResponse([.. values.Select(value => new CheckBatchAnswerResponse(Answer(value, snapshot, checks, language)))]));
    }

    private static CheckResponse? Answer(string value, CatalogSnapshot snapshot, ContactChecks checks, Language language) =>
        checks.Check(value, snapshot) is { Count: > 0 } results ? CheckResponse.Of(results, snapshot.Directory, snapshot.Revision, language) : null;

    private static LocalizedText TooMany(int count) => new(
        $"Значений {count}, а в одном запросе их может быть не больше {Most}.", $"There are {count} values; one request may have at most {Most}.");
}
