using ContactsApi.Core;
using ContactsApi.Hosting.Queries;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactsApi.Hosting;

/// <summary>Refuses requests, in the language of the caller.</summary>
public static class Refusals
{
    /// <summary>A crowd is over in less than a second, or else the next try is refused as quickly.</summary>
    private const string RetryAfterCrowdSeconds = "1";

    /// <summary>Refuses a request because there are too many at once.</summary>
    public static JsonHttpResult<ProblemResponse> RefuseOverloaded(this HttpContext context)
    {
        context.Response.Headers.RetryAfter = RetryAfterCrowdSeconds;
        return context.Refuse(Problem.Overloaded);
    }

    public static JsonHttpResult<ProblemResponse> Refuse(this HttpContext context, Problem problem, LocalizedText? detail = null, IDictionary<string, object>? more = null) =>
        context.Unkept(problem.In(context.Language(), detail: detail, more: more));

    /// <summary>Refuses a request for all that is wrong with its parameters.</summary>
    public static JsonHttpResult<ProblemResponse> Refuse(this HttpContext context, QueryReader query) => context.Unkept(Invalid(query, context.Language()));

    /// <summary>All that is wrong with the parameters of a question.</summary>
    public static JsonHttpResult<ProblemResponse> Invalid(QueryReader query, Language language) => Problem.InvalidParameters.In(
        language,
        query.Errors.ToDictionary(
            error => error.Key,
            error => (IReadOnlyList<string>)[.. error.Value.Select(text => text.In(language))]));

    public static JsonHttpResult<ProblemResponse> Refuse(this HttpContext context, Problem problem, string parameter, LocalizedText error) => context.Unkept(problem.In(
        context.Language(), new Dictionary<string, IReadOnlyList<string>> { [parameter] = [error.In(context.Language())] }));

    /// <summary>Caches may keep even a 404 of which nothing else is said, and would go on refusing what is right meanwhile.</summary>
    private static JsonHttpResult<ProblemResponse> Unkept(this HttpContext context, JsonHttpResult<ProblemResponse> refusal)
    {
        context.Response.Headers.CacheControl = CacheControl.NoStore;
        return refusal;
    }

    /// <summary>Publishes that an endpoint may refuse with these statuses.</summary>
    public static TBuilder ProducesProblems<TBuilder>(this TBuilder builder, params int[] statuses)
        where TBuilder : IEndpointConventionBuilder
    {
        foreach (var status in statuses)
            builder.WithMetadata(new ProducesResponseTypeMetadata(status, typeof(ProblemResponse), [ProblemResponse.ContentType]));
        return builder;
    }
}
