using System.Text.Json;
using System.Text.Json.Nodes;
using ContactsApi.Core;
using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Hours;
using ContactsApi.Serialization;
using ContactsApi.Storage;
using NodaTime;
using NodaTime.Text;

namespace ContactsApi.Editing;

/// <summary>Announces an outage, whoever does: over the API, at the desk or by a command.</summary>
public static class Announcement
{
    private static readonly CatalogPart Incidents = CatalogPart.Named("incidents");

    private static readonly LocalizedText IdIsMade = new(
        "Идентификатор даёт сервис; свой задают через PUT.", "The service makes the id; to give your own, use PUT.");

    /// <summary>What an announcement makes of a revision. One that says the same as an incident that has not ended changes nothing.</summary>
    /// <param name="announced">An incident without an id; without a start it starts now.</param>
    public static EditedCatalog On(CatalogSnapshot snapshot, JsonNode? announced, Instant now)
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
