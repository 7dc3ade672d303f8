using NodaTime;

namespace ContactsApi.Core.Hours;

/// <summary>The incidents of one channel, laid side by side: spans in order of time, without overlap.</summary>
public sealed class Outages
{
    private readonly StateInterval[] spans;
    private readonly Incident[] incidentOf;
    private readonly Instant[] ends;

    public Outages(IReadOnlyList<Incident> incidents)
    {
        Instant[] edges = [.. incidents.SelectMany(incident => new[] { incident.Start, incident.End ?? Instant.MaxValue }).Distinct().Order()];
        (StateInterval Span, Incident Incident)[] outages =
        [
            .. from edge in edges.Zip(edges.Skip(1))
               // Of several incidents at once the one that began first gives the reason.
               let incident = incidents.Where(incident => incident.Covers(edge.First)).MinBy(incident => incident.Start)
               where incident is not null
               select (new StateInterval(edge.First, edge.Second, new HoursReading(HoursState.Closed, Cause.Incident, 0, incident.Reason)), incident),
        ];
        spans = [.. outages.Select(outage => outage.Span)];
        incidentOf = [.. outages.Select(outage => outage.Incident)];
        ends = [.. spans.Select(span => span.End)];
    }

    public bool None => spans.Length == 0;

    /// <summary>What is read during an outage; nothing when there is none at the moment.</summary>
    public HoursReading? At(Instant moment) => !None && From(moment) is { } span && span.Start <= moment ? span.Reading : null;

    /// <summary>The outage that covers the moment or, without one, the next.</summary>
    public StateInterval? From(Instant moment) => NotOver(moment) is var next && next < spans.Length ? spans[next] : null;

    /// <summary>The incident in force at the moment, of several the one that began first; nothing when there is none.</summary>
    public Incident? IncidentAt(Instant moment) =>
        NotOver(moment) is var next && next < spans.Length && spans[next].Start <= moment ? incidentOf[next] : null;

    /// <summary>The first instant after the moment at which an outage begins or ends; nothing if none does.</summary>
    public Instant? NextEdge(Instant moment) => From(moment) is { } span ? span.Start > moment ? span.Start : span.End : null;

    private int NotOver(Instant moment)
    {
        var found = Array.BinarySearch(ends, moment);
        // A span does not include its end.
        return found < 0 ? ~found : found + 1;
    }
}
