using ContactsApi.Core;
using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Hours;
using NodaTime;

namespace ContactsApi.Revisions;

/// <summary>How an incident stands.</summary>
public enum IncidentStanding
{
    Running,
    ToCome,
    Ended,

    /// <summary>It is no longer in the catalog.</summary>
    Removed,
}

/// <summary>An incident that a rollback leaves as it is now, though the older revision has it otherwise.</summary>
/// <param name="Incident">As it is now; if it is removed, as it was.</param>
public sealed record KeptIncident(Incident Incident, IncidentStanding Standing)
{
    public LocalizedText Text => Standing switch
    {
        IncidentStanding.Running => new("Сбой идёт и остаётся, как есть.", "The outage runs, and stays as it is."),
        IncidentStanding.ToCome => new("Сбой предстоит и остаётся, как есть.", "The outage is to come, and stays as it is."),
        IncidentStanding.Ended => new("Сбой закончился и не возобновляется.", "The outage has ended, and does not start again."),
        _ => new("Сбой удалён и не возвращается.", "The outage was removed, and does not come back."),
    };
}

/// <summary>What keeps an older catalog from being taken up: an incident that runs or is to come would not close a channel that it closes now.</summary>
public sealed record Obstacle(Incident Incident, string ChannelId)
{
    /// <param name="revision">The number of the older one.</param>
    public LocalizedText Text(long revision) => ChannelId == Incident.ChannelId
        ? new(
            $"В ревизии {revision} нет канала «{ChannelId}», а его сбой ещё не закончился. Сначала завершите или удалите этот сбой.",
            $"Revision {revision} has no channel '{ChannelId}', and its outage has not ended. End or remove that outage first.")
        : new(
            $"По ревизии {revision} этот сбой не закрывает канал «{ChannelId}», который закрыт им сейчас. Сначала объявите сбой и для него.",
            $"By revision {revision} this outage does not close the channel '{ChannelId}', which it closes now. First announce an outage of that one too.");
}

/// <summary>
/// An older catalog as it is taken up again: all but the incidents, which are those of now. What is out of order now does not depend on
/// what was known then, nor on which channels shared a desk then.
/// </summary>
/// <param name="Kept">Only those that run or are to come, or would after the older revision.</param>
/// <param name="InTheWay">If there is any, it cannot be taken up.</param>
public sealed record Rollback(Catalog Catalog, IReadOnlyList<KeptIncident> Kept, IReadOnlyList<Obstacle> InTheWay)
{
    public static Rollback Of(Catalog older, Catalog newest, Instant now)
    {
        var channels = older.Channels.ToDictionary(channel => channel.Id);
        // One that has ended goes with its channel.
        var incidents = newest.Incidents.Where(incident => channels.ContainsKey(incident.ChannelId) || StandingAt(now, incident) != IncidentStanding.Ended).ToList();
        return new(
            older with { Incidents = incidents },
            [
                .. from incident in newest.Incidents.Except(older.Incidents)
                   let before = older.Incidents.FirstOrDefault(one => one.Id == incident.Id)
                   where StandingAt(now, incident) != IncidentStanding.Ended || (before is not null && StandingAt(now, before) != IncidentStanding.Ended)
                   select new KeptIncident(incident, StandingAt(now, incident)),
                .. from incident in older.Incidents
                   where newest.Incidents.All(one => one.Id != incident.Id) && StandingAt(now, incident) != IncidentStanding.Ended
                   select new KeptIncident(incident, IncidentStanding.Removed),
            ],
            [.. Obstacles()]);

        IEnumerable<Obstacle> Obstacles()
        {
            var (then, since) = (new Reach(older.Channels), new Reach(newest.Channels));
            return from incident in newest.Incidents
                   where StandingAt(now, incident) != IncidentStanding.Ended
                   from channel in newest.Channels
                   where since.Holds(channel, incident.ChannelId, incident.OnlyHere)
                   // Without its own channel there is nothing more to say of the incident.
                   where channel.Id == incident.ChannelId || channels.ContainsKey(incident.ChannelId)
                   where channels.TryGetValue(channel.Id, out var former) ? !IsClosed(former, incident, then) : channel.Id == incident.ChannelId
                   select new Obstacle(incident, channel.Id);
        }

        bool IsClosed(Channel channel, Incident incident, Reach reach) => incidents.Any(one =>
            channels.ContainsKey(one.ChannelId) && reach.Holds(channel, one.ChannelId, one.OnlyHere)
            && one.Start <= Instant.Max(now, incident.Start) && (one.End is null || one.End >= incident.End));
    }

    private static IncidentStanding StandingAt(Instant now, Incident incident) =>
        incident.End <= now ? IncidentStanding.Ended : incident.Start <= now ? IncidentStanding.Running : IncidentStanding.ToCome;
}
