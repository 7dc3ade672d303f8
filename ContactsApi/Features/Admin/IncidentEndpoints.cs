using System.Text.Json;
using System.Text.Json.Nodes;
using ContactsApi.Core;
using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Hours;
using ContactsApi.Editing;
using ContactsApi.Hosting;
using ContactsApi.Hosting.Bodies;
using ContactsApi.Hosting.OpenApi;
using ContactsApi.Hosting.Queries;
using ContactsApi.Serialization;
using ContactsApi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using NodaTime.Text;

namespace ContactsApi.Features.Admin;

/// <summary>Announces an outage in one short request. It is ended by a PATCH of its end, or by itself at the end that it was given.</summary>
public static class IncidentEndpoints
{
    private static readonly CatalogPart Incidents = CatalogPart.Named("incidents");

    private static readonly LocalizedText IdIsMade = new(
        "Идентификатор даёт сервис; свой задают через PUT.", "The service makes the id; to give your own, use PUT.");

    public static void MapIncidents(this RouteGroupBuilder group) => group.MapPost("/incidents", AnnounceAsync)
        .WithName("announceIncident")
        .WithSummary("Announce an outage of a channel")
        .WithDescription(
            "From `start` (now, if it is left out) until `end` (until further notice, if it is left out) the channel is closed, and so are the "
            + "others of its desk and those reached through them, unless `onlyHere` is true; `affects` names them. Whatever else is said "
            + "of them does not count, and the very next answer shows it. To repeat the request is harmless: as long as an incident of the "
            + "channel with the same reason and end has not ended, it is not announced again, and the answer is that incident.")
        .WithQuery(Writes.Message, Writes.DryRun)
        .WithMetadata(
            new DocumentedBody(CatalogSchemas.Announcement, "The outage.", new DocumentedExample("An outage from now on", EditingExamples.Announcement)),
            EditingDocumentation.Tag(200, 201))
        .WithBody(new BodyContract(BodyContract.Json, BodyContract.ElementBytes))
        .ProducesProblems(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Ok<WriteResponse>, Created<WriteResponse>, JsonHttpResult<ProblemResponse>>> AnnounceAsync(
        HttpContext context, CatalogWriter writer, IClock clock)
    {
        var query = QueryReader.Of(context);
        var announced = context.ReadJson(query);
        var now = clock.GetCurrentInstant();
        return Writes.Answer(await Writes.WriteAsync(
            (snapshot, _) => Announcement(snapshot, announced, now), context, query, writer, clock, conditional: false));
    }

    private static EditedCatalog Announcement(CatalogSnapshot snapshot, JsonNode? announced, Instant now)
    {
        if (announced is not JsonObject incident)
            return new Edit(EditKind.Put, new(Incidents, "incident"), announced).On(snapshot, Preconditions.None);
        if (incident.ContainsKey("id"))
            return new EditedCatalog(snapshot, null) { Refusal = new(RefusalReason.Invalid, new Dictionary<string, IReadOnlyList<LocalizedText>> { ["id"] = [IdIsMade] }) };
        var catalog = snapshot.Directory.Catalog;
        var id = FreeId(catalog, incident["channelId"]?.ToString(), now);
        var whole = new JsonObject { ["id"] = id, ["start"] = InstantPattern.ExtendedIso.Format(now) };
        foreach (var (name, value) in incident)
            whole[name] = value?.DeepClone();
        return Running(whole, incident.ContainsKey("start"), catalog, now) is { } known
            ? new EditedCatalog(snapshot, new(Incidents, known.Id)).Of(catalog)
            : new Edit(EditKind.Put, new(Incidents, id), whole).On(snapshot, Preconditions.None);
    }

    /// <summary>The incident that says the same and has not ended; nothing if there is none.</summary>
    /// <param name="startGiven">Whether the announcement says when it starts; else any that has started will do.</param>
    private static Incident? Running(JsonObject announced, bool startGiven, Catalog catalog, Instant now) =>
        ShapeProblems.Of(announced, typeof(Incident)).Count == 0 && announced.Deserialize<Incident>(ContactsJson.Strict) is { } asked
            ? catalog.Incidents.FirstOrDefault(running =>
                (running.ChannelId, running.Reason, running.End, running.OnlyHere) == (asked.ChannelId, asked.Reason, asked.End, asked.OnlyHere)
                && (running.End is null || now < running.End)
                && (startGiven ? running.Start == asked.Start : running.Start <= now))
            : null;

    /// <summary>The channel and the date in Moscow, with a number if that is taken: <c>hotline-2026-11-22</c>, <c>hotline-2026-11-22.2</c>.</summary>
    private static string FreeId(Catalog catalog, string? channelId, Instant now)
    {
        var channel = catalog.Channels.FirstOrDefault(channel => channel.Id == channelId)?.Id ?? "incident";
        var name = $"{channel}-{LocalDatePattern.Iso.Format(MoscowTime.DateOf(now))}";
        var taken = catalog.Incidents.Select(incident => incident.Id).ToHashSet();
        return taken.Contains(name) ? Enumerable.Range(2, taken.Count).Select(i => $"{name}.{i}").First(id => !taken.Contains(id)) : name;
    }
}
