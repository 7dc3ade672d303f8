using System.Text.Json.Nodes;
using ContactsApi.CatalogFiles;
using ContactsApi.Editing;
using ContactsApi.Hosting;

namespace ContactsApi.Features.Admin;

/// <summary>A kind of place in the catalog that has an address of its own, with examples that the contract shows.</summary>
/// <param name="Route">Below <c>/v1/admin</c>.</param>
/// <param name="Name">What stands there, in the ids of operations.</param>
/// <param name="Of">The place that the values of the route's parameters name.</param>
/// <param name="Path">The parameters of the route, naming what the shipped catalog has.</param>
/// <param name="Item">What may stand there, as JSON.</param>
/// <param name="Patches">Merge patches for what <paramref name="Path"/> names; none for what has no properties.</param>
public sealed record EditablePlace(
    string Route,
    string Name,
    Func<IReadOnlyList<string>, ElementPath> Of,
    IReadOnlyList<DocumentedPath> Path,
    Func<string> Item,
    params IReadOnlyList<DocumentedExample> Patches)
{
    public static IReadOnlyList<EditablePlace> All { get; } =
    [
        InList("channels", "hotline", EditingExamples.Channel, EditingExamples.ChannelPatches) with { RemovableId = "viber" },
        // Channels refer to every schedule that ships.
        InList("schedules", "H-0820", EditingExamples.Schedule, new DocumentedExample("Other hours", """{ "hours": { "holiday": [] } }""")) with
        {
            RemovableId = "H-1018",
        },
        InList("topics", "sms-code", EditingExamples.Topic, new DocumentedExample("Other marks", """{ "marks": ["cannot-sign-in", "needs-human"] }""")) with
        {
            RemovableId = "application-status",
        },
        InList("regions", "RU-SPE", EditingExamples.Region, new DocumentedExample("Another name", """{ "name": { "en": "St Petersburg" } }""")) with
        {
            RemovableId = "RU-KGD",
        },
        // Neither offices nor overrides nor incidents ship: these are what PUT makes.
        InList("offices", "spb-nevsky", EditingExamples.Office, EditingExamples.OfficePatches),
        InList("years", "2026", EditingExamples.Year, new DocumentedExample("Nothing declared non-working", """{ "nonWorking": [] }""")),
        InList("regionalHolidays", "RU-TA", EditingExamples.RegionalHolidays, new DocumentedExample("Days off move", """{ "movesFromWeekend": true }""")),
        InList("preparations", "email-subject", EditingExamples.Preparation, new DocumentedExample("For a topic only", """{ "topics": ["application-status"] }""")),
        InList("nextSteps", "chat-to-phone", EditingExamples.NextStep, new DocumentedExample("A shorter wait", """{ "after": "PT5M" }""")),
        InList("overrides", "hotline-new-year", EditingExamples.Override, EditingExamples.OverridePatches),
        InList("incidents", "hotline-2026-11-22", EditingExamples.Incident, new DocumentedExample("It is over", """{ "end": "2026-11-22T03:00:00Z" }""")),
        Statement("hours", "hours-3.1", EditingExamples.HoursStatement, new DocumentedExample("Other hours", """{ "schedule": "H-0820" }""")),
        Statement("answers", "answer-3.3", EditingExamples.AnswerStatement, new DocumentedExample("Another time", """{ "within": "PT1M" }""")),
        Value("organization", "Organization", () => EditingExamples.Organization, new DocumentedExample("Another name", """{ "legalName": { "ru": "Центр поддержки", "en": "Support Centre" } }""")),
        Value("source", "Source", Shipped("source"), new DocumentedExample("Another title", """{ "title": { "en": "Gosuslugi support centre" } }""")),
        Value("statute", "Statute", Shipped("statute"), new DocumentedExample("Another reference", """{ "reference": { "en": "Labour Code, article 112" } }""")),
        Value("callCentreSchedule", "CallCentreSchedule", () => "\"H-GRAPH\""),
    ];

    /// <summary>The id of an item to which nothing else refers; the one of <see cref="Path"/> when absent.</summary>
    public string? RemovableId { get; init; }

    /// <summary>The parameters of the route, naming what <see cref="Item"/> is.</summary>
    public IReadOnlyList<DocumentedPath> PathOfItem => PathTo(IsItem ? JsonNode.Parse(Item())![ElementPath.Key!]!.ToString() : null);

    /// <summary>The parameters of the route, naming what can be removed.</summary>
    public IReadOnlyList<DocumentedPath> PathOfRemovable => PathTo(RemovableId);

    /// <summary>Whether it is one of many, which can be created and deleted.</summary>
    public bool IsItem => Path.Count > 0;

    /// <summary>Whether other elements may refer to it.</summary>
    public bool IsReferredTo => Name is "Channel" or "Schedule" or "Topic" or "Region";

    /// <summary>The list that is shown as a whole, too.</summary>
    public CatalogPart? List => Path.Count == 1 ? Of(["*"]).Part : null;

    /// <summary>The type of what stands there.</summary>
    public Type Type => ElementPath.Type;

    private ElementPath ElementPath => Of([.. Path.Select(parameter => parameter.Example)]);

    private IReadOnlyList<DocumentedPath> PathTo(string? id) => id is null ? Path : [.. Path.SkipLast(1), Path[^1] with { Example = id }];

    private static EditablePlace InList(string list, string id, string item, params IReadOnlyList<DocumentedExample> patches)
    {
        var part = CatalogPart.Named(list);
        return new(
            $"/{list}/{{id}}", part.Type.Name, ids => new(part, ids[0]), [new("id", $"One of the {list}, by its {part.Key}.", id)], () => item, patches);
    }

    private static EditablePlace Statement(string list, string id, string item, DocumentedExample patch)
    {
        var channels = CatalogPart.Named("channels");
        return new(
            $"/channels/{{id}}/{list}/{{statementId}}",
            list == "hours" ? "HoursStatement" : "AnswerStatement",
            ids => new(channels, ids[0], list, ids[1]),
            [new("id", "The id of a channel.", "hotline"), new("statementId", "The id of a statement, unique within the channel.", id)],
            () => item,
            [.. EditingExamples.StatementPatches, patch]);
    }

    private static EditablePlace Value(string name, string operation, Func<string> item, params IReadOnlyList<DocumentedExample> patches)
    {
        var part = CatalogPart.Named(name);
        return new($"/{name}", operation, _ => new(part, name), [], item, patches);
    }

    /// <summary>A value as it ships: others depend on all of it, so that less would be refused.</summary>
    private static Func<string> Shipped(string name) => () => BareCatalog.Of(ShippedCatalog.Read())[name]!.ToJsonString();
}
