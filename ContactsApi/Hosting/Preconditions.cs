using ContactsApi.Core;
using ContactsApi.Hosting.Queries;
using Microsoft.Net.Http.Headers;

namespace ContactsApi.Hosting;

/// <summary>
/// What a write demands of the state that it changes (RFC 9110, section 13). An entity tag is the number of the revision that last
/// changed an element. A write without such a demand is refused, so that a repeated one, or one made on an old state, is harmless.
/// </summary>
/// <param name="IfMatch">Absent if the header was not sent.</param>
/// <param name="IfNoneMatch">Absent if the header was not sent.</param>
/// <param name="Required">Whether a write without a demand is refused.</param>
public sealed record Preconditions(IReadOnlyList<EntityTagHeaderValue>? IfMatch, IReadOnlyList<EntityTagHeaderValue>? IfNoneMatch, bool Required)
{
    private static readonly LocalizedText WrongTag = new(
        "Нужны метки в кавычках, например \"12\", или *.", "Entity tags in quotes are needed, as \"12\", or *.");

    public static Preconditions None { get; } = new(null, null, false);

    /// <param name="query">Is told of headers that are not right.</param>
    public static Preconditions Read(HttpRequest request, QueryReader query, bool required) => new(
        Tags(request, HeaderNames.IfMatch, query), Tags(request, HeaderNames.IfNoneMatch, query), required);

    public static string TagOf(long version) => $"\"{version}\"";

    /// <summary>Why the write may not be made; nothing if it may.</summary>
    /// <param name="version">The version of what is to be changed; nothing if it is not there yet.</param>
    public Problem? Unmet(long? version)
    {
        if (IfMatch is not null && !(version is not null && IfMatch.Any(tag => IsAny(tag) || (!tag.IsWeak && tag.Tag == TagOf(version.Value)))))
            return Problem.PreconditionFailed;
        if (IfNoneMatch is not null && version is not null && IfNoneMatch.Any(tag => IsAny(tag) || tag.Tag == TagOf(version.Value)))
            return Problem.PreconditionFailed;
        var demands = IfMatch is not null || IfNoneMatch?.Any(IsAny) == true;
        return Required && !demands ? Problem.PreconditionRequired : null;
    }

    private static bool IsAny(EntityTagHeaderValue tag) => tag.Equals(EntityTagHeaderValue.Any);

    private static List<EntityTagHeaderValue>? Tags(HttpRequest request, string header, QueryReader query)
    {
        if (!request.Headers.TryGetValue(header, out var sent))
            return null;
        if (!EntityTagHeaderValue.TryParseStrictList([.. sent.OfType<string>()], out var tags) || tags.Count == 0)
            query.Refuse(header, WrongTag);
        return [.. tags ?? []];
    }
}
