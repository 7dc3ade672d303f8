using System.Text.Json.Nodes;
using ContactsApi.Core;
using ContactsApi.Core.Catalogs;
using ContactsApi.Serialization;

namespace ContactsApi.Editing;

/// <summary>The kinds of reasons why a change is not made.</summary>
public enum RefusalReason
{
    /// <summary>What is to be changed is not there.</summary>
    NotFound,

    /// <summary>The revision to go back to is not there.</summary>
    RevisionNotFound,

    /// <summary>The write has to say which state it was made on, and does not.</summary>
    PreconditionRequired,

    /// <summary>It was made on another state.</summary>
    PreconditionFailed,

    /// <summary>The catalog would not be whole with what is put there.</summary>
    Invalid,

    /// <summary>Others refer to what is taken away.</summary>
    InUse,
}

/// <summary>Why a change is not made.</summary>
/// <param name="Errors">What is wrong, by the path inside what is edited, as <c>hours[0].schedule</c>.</param>
public sealed record Refusal(RefusalReason Reason, IReadOnlyDictionary<string, IReadOnlyList<LocalizedText>> Errors)
{
    /// <summary>More about it than the reason says.</summary>
    public LocalizedText? Detail { get; init; }

    public static Refusal For(RefusalReason reason, LocalizedText? detail = null) =>
        new(reason, new Dictionary<string, IReadOnlyList<LocalizedText>>()) { Detail = detail };

    /// <param name="location">What is edited.</param>
    /// <param name="catalog">The catalog as the change would make it.</param>
    public static Refusal For(RefusalReason reason, IEnumerable<CatalogProblem> problems, JsonLocation location, JsonObject catalog) => new(
        reason,
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
