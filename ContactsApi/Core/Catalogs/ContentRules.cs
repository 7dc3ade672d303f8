using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using ContactsApi.Core.Channels;

namespace ContactsApi.Core.Catalogs;

/// <summary>
/// What may be shown to people: every text of a catalog legible and of a bounded length, every address a <see cref="SafeLink"/>. Nothing
/// new that breaks these rules is taken up; but a store that holds it already is answered from, since its hours and numbers are as
/// good as ever.
/// </summary>
public static class ContentRules
{
    /// <summary>The longest text, in UTF-16 code units.</summary>
    public const int LongestText = 1000;

    /// <summary>The longest text that stands for a thing in a list, a title or a sentence, in UTF-16 code units.</summary>
    public const int LongestLabel = 200;

    private static readonly string[] Labels = ["name", "display", "title"];

    /// <summary>What of a type may hold a text, with the name under which it is written.</summary>
    private static readonly ConcurrentDictionary<Type, (PropertyInfo Property, string Name)[]> Members = new();

    public static IReadOnlyList<CatalogProblem> ProblemsOf(Catalog catalog) => ProblemsOf(catalog, "$");

    /// <param name="part">A catalog, or any part of one.</param>
    /// <param name="path">Where it is.</param>
    public static IReadOnlyList<CatalogProblem> ProblemsOf(object part, string path)
    {
        var problems = new List<CatalogProblem>();
        Visit(part, () => path, LongestText, problems);
        return problems;
    }

    /// <param name="path">Is asked where there is something to blame: of twenty thousand offices hardly ever.</param>
    private static void Visit(object? part, Func<string> path, int longest, List<CatalogProblem> problems)
    {
        switch (part)
        {
            case string text:
                if (FaultOf(text, longest) is { } fault)
                    problems.Add(new(path(), fault));
                break;
            case Uri uri:
                if (SafeLink.FaultOf(uri) is { } unsafety)
                    problems.Add(new(path(), unsafety));
                break;
            case IDictionary entries:
                // What they are filed under is an id or the name of a value, which other rules hold.
                foreach (var value in entries.Values)
                    Visit(value, path, longest, problems);
                break;
            case IEnumerable items:
                foreach (var (index, item) in items.Cast<object?>().Index())
                    Visit(item, () => $"{path()}[{index}]", longest, problems);
                break;
            case not null when part.GetType().Namespace!.StartsWith(typeof(LocalizedText).Namespace!, StringComparison.Ordinal):
                foreach (var (property, name) in Members.GetOrAdd(part.GetType(), MembersOf))
                    Visit(property.GetValue(part), () => $"{path()}.{name}", Labels.Contains(name) ? LongestLabel : part is LocalizedText ? longest : LongestText, problems);
                break;
        }
    }

    private static LocalizedText? FaultOf(string text, int longest) => text.Length > longest
        ? new($"нужно не больше {longest} знаков", $"at most {longest} characters are needed")
        : Legible.FaultOf(text);

    private static (PropertyInfo Property, string Name)[] MembersOf(Type type) =>
    [
        .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => !property.PropertyType.IsValueType)
            .Select(property => (property, char.ToLowerInvariant(property.Name[0]) + property.Name[1..])),
    ];
}
