using ContactsApi.Core;
using ContactsApi.Editing;
using ContactsApi.Hosting.Queries;
using Microsoft.Net.Http.Headers;

namespace ContactsApi.Features.Admin;

/// <summary>Reads <see cref="Preconditions"/> as requests have them.</summary>
public static class PreconditionHeaders
{
    private static readonly LocalizedText WrongTag = new(
        "Нужны метки в кавычках, например \"12\", или *.", "Entity tags in quotes are needed, as \"12\", or *.");

    /// <param name="query">Is told of headers that are not right.</param>
    public static Preconditions Read(HttpRequest request, QueryReader query, bool required) => new(
        Tags(request, HeaderNames.IfMatch, query), Tags(request, HeaderNames.IfNoneMatch, query), required);

    private static List<EntityTagHeaderValue>? Tags(HttpRequest request, string header, QueryReader query)
    {
        if (!request.Headers.TryGetValue(header, out var sent))
            return null;
        if (!EntityTagHeaderValue.TryParseStrictList([.. sent.OfType<string>()], out var tags) || tags.Count == 0)
            query.Refuse(header, WrongTag);
        return [.. tags ?? []];
    }
}
