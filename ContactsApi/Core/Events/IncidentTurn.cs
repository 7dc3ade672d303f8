using ContactsApi.Core.Hours;
using NodaTime;

namespace ContactsApi.Core.Events;

/// <summary>The moment at which an incident begins or ceases to close channels.</summary>
/// <param name="Starts">Whether it begins; else it ceases.</param>
public sealed record IncidentTurn(Instant At, Incident Incident, bool Starts)
{
    /// <summary>Those by the passing of time after one moment, up to another (included); in order.</summary>
    /// <param name="incidents">As they are announced all the while.</param>
    public static IEnumerable<IncidentTurn> ByTime(IEnumerable<Incident> incidents, Instant after, Instant until) =>
        from incident in incidents
        // One that ends before it starts never closes anything.
        where incident.End is not { } end || incident.Start < end
        from turn in EdgesOf(incident)
        where after < turn.At && turn.At <= until
        orderby turn.At, turn.Starts
        select turn;

    /// <summary>Those by a change of what is announced, at its moment. One that was over before, or is to come after it, does not turn by that.</summary>
    public static IEnumerable<IncidentTurn> ByChange(IEnumerable<Incident> before, IEnumerable<Incident> after, Instant at)
    {
        var (ran, runs) = (RunningAt(before, at), RunningAt(after, at));
        return ran.Where(incident => !runs.ContainsKey(incident.Key)).Select(incident => new IncidentTurn(at, incident.Value, false))
            .Concat(runs.Where(incident => !ran.ContainsKey(incident.Key)).Select(incident => new IncidentTurn(at, incident.Value, true)));
    }

    private static IEnumerable<IncidentTurn> EdgesOf(Incident incident)
    {
        yield return new(incident.Start, incident, true);
        if (incident.End is { } end)
            yield return new(end, incident, false);
    }

    private static Dictionary<string, Incident> RunningAt(IEnumerable<Incident> incidents, Instant at) =>
        incidents.Where(incident => incident.Covers(at)).ToDictionary(incident => incident.Id, StringComparer.Ordinal);
}
