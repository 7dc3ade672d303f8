using System.Text.Json.Nodes;
using ContactsApi.Core;
using ContactsApi.Core.Catalogs;
using ContactsApi.Hosting;
using ContactsApi.Serialization;

namespace ContactsApi.Editing;

/// <summary>Why a change is not made.</summary>
/// <param name="Errors">What is wrong, by the path inside what is edited, as <c>hours[0].schedule</c>.</param>
public sealed record Refusal(Problem Problem, IReadOnlyDictionary<string, IReadOnlyList<LocalizedText>> Errors)
{
    /// <summary>More about it than the problem's title.</summary>
    public LocalizedText? Detail { get; init; }

    public static Refusal For(Problem problem, LocalizedText? detail = null) =>
        new(problem, new Dictionary<string, IReadOnlyList<LocalizedText>>()) { Detail = detail };

    /// <param name="location">What is edited.</param>
    /// <param name="catalog">The catalog as the change would make it.</param>
    public static Refusal For(Problem problem, IEnumerable<CatalogProblem> problems, JsonLocation location, JsonObject catalog) => new(
        problem,
        problems.Take(ShapeProblems.Most).GroupBy(one => Named(one.Path, location.Path, catalog), one => one.Message)
            .ToDictionary(path => path.Key, path => (IReadOnlyList<LocalizedText>)[.. path.Distinct()]));

    /// <summary>Inside what is edited its path there, <c>$</c> for the whole; elsewhere as <c>channels[hotline].hours[0].schedule</c>.</summary>
    private static string Named(string path, string edited, JsonObject catalog)
    {
        if (path == edited)
            return "$";
        if (path.StartsWith(edited, StringComparison.Ordinal) && path[edited.Length] is '.' or '[')
            return path[edited.Length..].TrimStart('.');
        return NamedPath.Of(path, catalog);
    }
}
