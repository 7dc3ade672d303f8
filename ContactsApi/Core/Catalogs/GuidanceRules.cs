using ContactsApi.Core.Guidance;
using ContactsApi.Core.Statements;
using NodaTime;

namespace ContactsApi.Core.Catalogs;

/// <summary>What makes advice whole: words in it, passages that exist, topics that exist, a wait that comes to an end.</summary>
public sealed class GuidanceRules(Catalog catalog)
{
    private readonly HashSet<string> references = [.. catalog.Source.Sections.Select(section => section.Reference), Provenance.Editorial];
    private readonly HashSet<string> topics = [.. catalog.Topics.Select(topic => topic.Id)];

    public static IEnumerable<CatalogProblem> ProblemsOf(Catalog catalog)
    {
        var rules = new GuidanceRules(catalog);
        return
        [
            .. catalog.Topics.SelectMany((topic, i) => topic.Steps.SelectMany(
                (step, j) => rules.Said(step.Text, step.Reference, $"$.topics[{i}].steps[{j}]"))),
            .. catalog.Channels.SelectMany((channel, i) => channel.Cost is { } cost ? rules.Said(cost.Text, cost.Reference, $"$.channels[{i}].cost") : []),
            .. catalog.Channels.SelectMany((channel, i) => channel.Notes.SelectMany((note, j) => rules.Said(note.Text, note.Reference, $"$.channels[{i}].notes[{j}]"))),
            .. catalog.Preparations.SelectMany((one, i) => rules.ProblemsOf(one, $"$.preparations[{i}]")),
            .. catalog.NextSteps.SelectMany((step, i) => rules.ProblemsOf(step, $"$.nextSteps[{i}]")),
        ];
    }

    private IEnumerable<CatalogProblem> ProblemsOf(Preparation one, string path) =>
    [
        .. Said(one.Text, one.Reference, path),
        .. one.Topics.Index().Where(topic => !topics.Contains(topic.Item)).Select(topic => CatalogProblem.Unknown($"{path}.topics[{topic.Index}]", topic.Item)),
    ];

    private IEnumerable<CatalogProblem> ProblemsOf(NextStep step, string path) =>
    [
        .. Said(step.Text, step.Reference, path),
        .. Worded(step.Otherwise, $"{path}.otherwise"),
        .. step.After <= Duration.Zero || step.After > Horizon.Length
            ? [new CatalogProblem($"{path}.after", new("срок больше нуля и до 400 суток", "a duration above zero and up to 400 days is needed"))]
            : Array.Empty<CatalogProblem>(),
    ];

    private IEnumerable<CatalogProblem> Said(LocalizedText text, string reference, string path) =>
    [
        .. Worded(text, $"{path}.text"),
        .. references.Contains(reference) ? [] : new[] { CatalogProblem.Unknown($"{path}.reference", reference) },
    ];

    private static IEnumerable<CatalogProblem> Worded(LocalizedText text, string path) =>
        string.IsNullOrWhiteSpace(text.Ru) || string.IsNullOrWhiteSpace(text.En) ? [new(path, CatalogProblem.Blank)] : [];
}
