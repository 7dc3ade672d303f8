using ContactsApi.Core.Catalogs;

namespace ContactsApi.Core.Quality;

/// <summary>What a store holds from a time when <see cref="ContentRules"/> were not yet kept, or by another program.</summary>
public static class UnfitContent
{
    private static readonly FindingKind Unfit = new("content-unfit", Severity.Error, new(
        "Впишите это место заново; до тех пор адрес не будет ссылкой, а текст показывается как есть.",
        "Enter this place anew; until then an address there is no link, and a text is shown as it is."));

    public static QualityRule Rule { get; } = new(Find, Unfit);

    private static IEnumerable<Finding> Find(QualityContext context) =>
    [
        .. from problem in ContentRules.ProblemsOf(context.Catalog with { Channels = [] })
           select Unfit.Found(Said(problem)),
        .. from channel in context.Catalog.Channels
           from problem in ContentRules.ProblemsOf(channel, $"channels[{channel.Id}]")
           select Unfit.FoundIn(channel, Said(problem)),
    ];

    private static LocalizedText Said(CatalogProblem problem)
    {
        var place = problem.Path.Replace("$.", "", StringComparison.Ordinal);
        return new($"Это не годится для показа людям: {place}: {problem.Message.Ru}.", $"This is not fit to be shown to people: {place}: {problem.Message.En}.");
    }
}
