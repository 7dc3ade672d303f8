using ContactsApi.Core;
using ContactsApi.Core.Catalogs;
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

/// <summary>
/// An older catalog as it is taken up again: all but the incidents, which are those of now. What is out of order now does not depend on
/// what was known then.
/// </summary>
/// <param name="Kept">Only those that run or are to come, or would after the older revision.</param>
/// <param name="InTheWay">Incidents that run or are to come, of channels that the older catalog does not have: it cannot be taken up.</param>
public sealed record Rollback(Catalog Catalog, IReadOnlyList<KeptIncident> Kept, IReadOnlyList<Incident> InTheWay)
{
    public static Rollback Of(Catalog older, Catalog newest, Instant now)
    {
        var channels = older.Channels.Select(channel => channel.Id).ToHashSet();
        // One that has ended goes with its channel.
        var incidents = newest.Incidents.Where(incident => channels.Contains(incident.ChannelId) || StandingAt(now, incident) != IncidentStanding.Ended).ToList();
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
            [.. incidents.Where(incident => !channels.Contains(incident.ChannelId))]);
    }

    /// <summary>Why it is in the way.</summary>
    public static LocalizedText WithoutChannel(Incident incident, long revision) => new(
        $"В ревизии {revision} нет канала «{incident.ChannelId}», а его сбой ещё не закончился. Сначала завершите или удалите этот сбой.",
        $"Revision {revision} has no channel '{incident.ChannelId}', and its outage has not ended. End or remove that outage first.");

    private static IncidentStanding StandingAt(Instant now, Incident incident) =>
        incident.End <= now ? IncidentStanding.Ended : incident.Start <= now ? IncidentStanding.Running : IncidentStanding.ToCome;
}
