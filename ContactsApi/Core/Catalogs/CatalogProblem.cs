using ContactsApi.Core.Hours;

namespace ContactsApi.Core.Catalogs;

/// <summary>Something that keeps a catalog from being used.</summary>
/// <param name="Path">Where it is, as <c>$.channels[3].hours[0].schedule</c>.</param>
public sealed record CatalogProblem(string Path, LocalizedText Message)
{
    internal static LocalizedText Blank { get; } = new("текст пуст", "the text is blank");

    internal static CatalogProblem Unknown(string path, string id) => new(path, new($"«{id}» в каталоге нет", $"the catalog has no '{id}'"));

    internal static CatalogProblem TooManyStatements(string path) => new(path, new(
        $"больше {HoursTimeline.MaxStatements} утверждений о часах", $"more than {HoursTimeline.MaxStatements} hours statements"));
}
