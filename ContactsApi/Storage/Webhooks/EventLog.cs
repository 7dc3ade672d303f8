using System.Data;
using System.Security.Cryptography;
using System.Text.Json;
using ContactsApi.Core;
using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Events;
using ContactsApi.Core.Hours;
using ContactsApi.Serialization;
using Dapper;
using NodaTime;

namespace ContactsApi.Storage.Webhooks;

/// <summary>Something that happened, not yet in the log.</summary>
/// <param name="Webhook">The one that it is for; absent, it is for all.</param>
public sealed record NewEvent(Instant At, string Type, object Data, string? Webhook = null);

/// <summary>
/// The log of what happened, for those who asked to be told. An entry is written in the transaction of the change that it tells of: so
/// there is none without the other, and none twice.
/// </summary>
public static class EventLog
{
    private const string Channels = "channels";
    private const string Incidents = "incidents";

    /// <summary>So long can be replayed. Nobody waits longer: what cannot be delivered for three days is given up.</summary>
    public static readonly Duration Kept = Duration.FromDays(30);

    /// <summary>Tells of a revision, and before it of what came about by the passing of time until then.</summary>
    /// <param name="before">The elements until then.</param>
    /// <param name="changed">The elements that the revision changed.</param>
    public static void TellRevision(
        IDbTransaction transaction, RevisionEntry entry, IReadOnlyList<CatalogElement> before, IReadOnlyCollection<CatalogElement> changed, Catalog after)
    {
        // Whoever fills an empty store tells nobody anything new.
        if (entry.Number == 1)
            return;
        var ran = IncidentsIn(before);
        var known = before.Where(element => element.Kind == Channels).ToDictionary(element => element.Id);
        TellTime(transaction, ran, entry.Number - 1, entry.CreatedAt);
        // A write that had to wait is of a moment before that up to which all is told: what it starts or ends before then would never be.
        var told = ToldUntil(transaction) ?? entry.CreatedAt;
        Write(
            transaction,
            [
                new(entry.CreatedAt, EventTypes.RevisionCreated, new RevisionCreated(entry.Number, entry.Author, entry.Message, changed.Count)),
                .. from element in changed
                   where element.Kind == Channels
                   let old = known.GetValueOrDefault(element.Id)
                   // Another place in the list is no change of the channel.
                   where old?.Body != element.Body
                   select new NewEvent(entry.CreatedAt, EventTypes.ChannelChanged, new ChannelChanged(element.Id, ChangeOf(old, element), entry.Number)),
                .. IncidentTurn.ByChange(ran, after.Incidents, told).Select(turn => EventOf(turn, entry.Number)),
            ]);
    }

    /// <summary>Tells of the incidents that started or ended by the passing of time, up to a moment, and that they are told.</summary>
    public static void TellTime(IDbTransaction transaction, IEnumerable<Incident> incidents, long revision, Instant now)
    {
        var told = ToldUntil(transaction);
        if (now <= told)
            return;
        // Before the first time nobody could have asked.
        Write(transaction, [.. IncidentTurn.ByTime(incidents, told ?? now, now).Select(turn => EventOf(turn, revision))]);
        transaction.Connection!.Execute("UPDATE told SET moment = @now", new { now }, transaction);
    }

    /// <summary>Up to where all incidents that started or ended are told; nothing before the first time.</summary>
    public static Instant? ToldUntil(IDbTransaction transaction) =>
        transaction.Connection!.QuerySingleOrDefault<Instant?>("SELECT moment FROM told WHERE moment IS NOT NULL", transaction: transaction);

    /// <summary>The newest event that there ever was.</summary>
    public static long Newest(IDbTransaction transaction) =>
        transaction.Connection!.ExecuteScalar<long>("SELECT sequence FROM told", transaction: transaction);

    /// <summary>Writes events down, in order, and forgets the oldest.</summary>
    public static void Write(IDbTransaction transaction, IReadOnlyCollection<NewEvent> events)
    {
        if (events.Count == 0)
            return;
        var sequence = Newest(transaction);
        transaction.Connection!.Execute(
            "INSERT INTO event (sequence, id, at, type, webhook, body) VALUES (@Sequence, @Id, @At, @Type, @Webhook, @Body)",
            events.Select(one => RowOf(one, ++sequence)),
            transaction);
        transaction.Connection!.Execute("UPDATE told SET sequence = @sequence", new { sequence }, transaction);
        transaction.Connection!.Execute("DELETE FROM event WHERE at < @before", new { before = events.Max(one => one.At) - Kept }, transaction);
    }

    /// <summary>An id for a message. At random, so that a store that was restored does not give one out again.</summary>
    public static string NewId() => $"evt_{RandomNumberGenerator.GetHexString(24, lowercase: true)}";

    /// <summary>The message as it is sent.</summary>
    public static string BodyOf(string type, Instant at, long? sequence, object data) =>
        JsonSerializer.Serialize(new EventMessage(type, MoscowTime.Of(at), sequence, data), ContactsJson.Options);

    private static object RowOf(NewEvent one, long sequence) => new
    {
        Sequence = sequence,
        Id = NewId(),
        one.At,
        one.Type,
        one.Webhook,
        Body = BodyOf(one.Type, one.At, sequence, one.Data),
    };

    private static NewEvent EventOf(IncidentTurn turn, long revision) =>
        new(turn.At, turn.Starts ? EventTypes.IncidentStarted : EventTypes.IncidentEnded, IncidentTurned.Of(turn, revision));

    private static ChannelChange ChangeOf(CatalogElement? before, CatalogElement after) =>
        before is null ? ChannelChange.Added : after.Body is null ? ChannelChange.Removed : ChannelChange.Changed;

    private static List<Incident> IncidentsIn(IEnumerable<CatalogElement> elements) =>
        [.. elements.Where(element => element.Kind == Incidents).Select(element => JsonSerializer.Deserialize<Incident>(element.Body!, ContactsJson.Strict)!)];
}
