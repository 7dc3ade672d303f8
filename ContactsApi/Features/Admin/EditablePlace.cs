using ContactsApi.Editing;
using ContactsApi.Hosting.OpenApi;

namespace ContactsApi.Features.Admin;

/// <summary>A kind of place in the catalog that has an address of its own, with examples that the contract shows.</summary>
/// <param name="Route">Below <c>/v1/admin</c>.</param>
/// <param name="Name">What stands there, in the ids of operations.</param>
/// <param name="Of">The place that the values of the route's parameters name.</param>
/// <param name="Path">The parameters of the route.</param>
/// <param name="Item">What may stand there, as JSON.</param>
/// <param name="Patch">A merge patch for it; nothing for what has no properties.</param>
public sealed record EditablePlace(
    string Route, string Name, Func<IReadOnlyList<string>, Place> Of, IReadOnlyList<DocumentedPath> Path, string Item, string? Patch)
{
    public static IReadOnlyList<EditablePlace> All { get; } =
    [
        InList("channels", "hotline", EditingExamples.Channel, """{ "name": { "en": "The hotline" } }"""),
        InList("schedules", "H-0820", EditingExamples.Schedule, """{ "hours": { "holiday": [] } }"""),
        InList("topics", "sms-code", EditingExamples.Topic, """{ "marks": ["cannot-sign-in", "needs-human"] }"""),
        InList("regions", "RU-SPE", EditingExamples.Region, """{ "name": { "en": "St Petersburg" } }"""),
        InList("offices", "spb-nevsky", EditingExamples.Office, """{ "name": { "en": "Office on Nevsky Prospekt" } }"""),
        InList("years", "2026", EditingExamples.Year, """{ "nonWorking": [] }"""),
        InList("preparations", "email-subject", EditingExamples.Preparation, """{ "topics": ["application-status"] }"""),
        InList("nextSteps", "chat-to-phone", EditingExamples.NextStep, """{ "after": "PT5M" }"""),
        InList("overrides", "hotline-new-year", EditingExamples.Override, """{ "windows": [] }"""),
        InList("incidents", "hotline-2026-11-22", EditingExamples.Incident, """{ "end": "2026-11-22T03:00:00Z" }"""),
        Statement("hours", "hours-3.1", EditingExamples.HoursStatement),
        Statement("answers", "answer-3.3", EditingExamples.AnswerStatement),
        Value("source", "Source", EditingExamples.Source, """{ "title": { "en": "Gosuslugi support centre" } }"""),
        Value("statute", "Statute", EditingExamples.Statute, """{ "reference": { "en": "Labour Code, article 112" } }"""),
        Value("callCentreSchedule", "CallCentreSchedule", "\"H-GRAPH\"", null),
    ];

    /// <summary>Whether it is one of many, which can be created and deleted.</summary>
    public bool IsItem => Path.Count > 0;

    /// <summary>Whether other elements may refer to it.</summary>
    public bool IsReferredTo => Name is "Channel" or "Schedule" or "Topic" or "Region";

    /// <summary>The list that is shown as a whole, too.</summary>
    public CatalogPart? List => Path.Count == 1 ? Of(["*"]).Part : null;

    /// <summary>The type of what stands there.</summary>
    public Type Type => Of([.. Path.Select(parameter => parameter.Example)]).Type;

    private static EditablePlace InList(string list, string id, string item, string patch)
    {
        var part = CatalogPart.Named(list);
        return new($"/{list}/{{id}}", part.Type.Name, ids => new(part, ids[0]), [new("id", $"One of the {list}, by its {part.Key}.", id)], item, patch);
    }

    private static EditablePlace Statement(string list, string id, string item)
    {
        var channels = CatalogPart.Named("channels");
        return new(
            $"/channels/{{id}}/{list}/{{statementId}}",
            list == "hours" ? "HoursStatement" : "AnswerStatement",
            ids => new(channels, ids[0], list, ids[1]),
            [new("id", "The id of a channel.", "hotline"), new("statementId", "The id of a statement, unique within the channel.", id)],
            item,
            """{ "rank": "preferred" }""");
    }

    private static EditablePlace Value(string name, string operation, string item, string? patch)
    {
        var part = CatalogPart.Named(name);
        return new($"/{name}", operation, _ => new(part, name), [], item, patch);
    }
}
