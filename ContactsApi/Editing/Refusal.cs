using System.Text.Json.Nodes;
using ContactsApi.Core;
using ContactsApi.Core.Catalogs;
using ContactsApi.Hosting;
using ContactsApi.Serialization;

namespace ContactsApi.Editing;

/// <summary>Why a change is not made.</summary>
/// <param name="Errors">What is wrong, by the path inside what is edited, as <c>hours[0].schedule</c>.</param>
public sealed record Refusal(Problem Problem, IReadOnlyDictionary<string, IReadOnlyList<Text>> Errors)
{
    /// <summary>More about it than the problem's title.</summary>
    public Text? Detail { get; init; }

    public static Refusal For(Problem problem, Text? detail = null) =>
        new(problem, new Dictionary<string, IReadOnlyList<Text>>()) { Detail = detail };

    /// <param name="slot">What is edited.</param>
    /// <param name="catalog">The catalog as the change would make it.</param>
    public static Refusal For(Problem problem, IEnumerable<CatalogProblem> problems, Slot slot, JsonObject catalog) => new(
        problem,
        problems.Take(ShapeProblems.Most).GroupBy(one => Named(one.Path, slot.Path, catalog), one => one.Message)
            .ToDictionary(path => path.Key, path => (IReadOnlyList<Text>)[.. path.Distinct()]));

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
