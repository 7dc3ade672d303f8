using ContactsApi.Core.Calendar;
using NodaTime;

namespace ContactsApi.Core.Hours;

/// <summary>
/// The hours of one channel for one segment, compiled for any moment of the years 2000 to 2100: the state now, the next
/// change, the next opening and the windows of a range. See <c>docs/decisions/0011-compiled-hours.md</c>.
/// </summary>
public sealed class HoursTimeline
{
    /// <summary>More counting statements than this cannot be told apart in <see cref="HoursReading.OpenStatements"/>.</summary>
    public const int MaxStatements = 64;

    private readonly ScheduledHours scheduled;
    private readonly Outages outages;

    /// <param name="zone">The zone of the windows; the dates of overrides are dates in it too.</param>
    /// <param name="statements">The hours that each counting statement gives; none makes the channel unstated.</param>
    /// <param name="toldApart">The bits of the statements of which <see cref="HoursReading.OpenStatements"/> has to tell; all, if left out.</param>
    public HoursTimeline(
        ProductionCalendar calendar,
        DateTimeZone zone,
        IReadOnlyList<WeeklyHours> statements,
        IReadOnlyList<Override> overrides,
        IReadOnlyList<Incident> incidents,
        ulong toldApart = ulong.MaxValue)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(statements.Count, MaxStatements);
        scheduled = new ScheduledHours(new DayPatterns(calendar, statements, overrides, toldApart), Clocks.Of(zone));
        outages = new Outages(incidents);
    }

    /// <summary>The reading is the same at all times.</summary>
    public bool IsConstant => scheduled.IsConstant && outages.None;

    /// <summary>Looks a moment up, for several searches from it.</summary>
    public HoursPosition PositionOf(Instant moment) => scheduled.PositionOf(moment);

    public HoursReading At(Instant moment) => outages.At(moment) ?? scheduled.At(moment);

    public HoursReading At(in HoursPosition position) => outages.At(position.Moment) ?? position.Reading;

    /// <summary>What decides at the moment, for those who ask why.</summary>
    public Layers LayersAt(Instant moment) => scheduled.LayersAt(moment) with { Incident = outages.IncidentAt(moment) };

    /// <summary>The first instant after the moment at which the reading, or what decides, may be another: the end of the date at the latest.</summary>
    public Instant NextEdge(Instant moment) => Instant.Min(scheduled.NextEdge(moment), outages.NextEdge(moment) ?? Instant.MaxValue);

    /// <inheritdoc cref="First(ReadingCriterion, in HoursPosition, Instant)"/>
    public Instant? First(ReadingCriterion criterion, Instant from, Instant limit) => from < limit ? First(criterion, PositionOf(from), limit) : null;

    /// <summary>The first instant, not before the position and before the limit, at which the criterion holds.</summary>
    /// <param name="limit">After the position.</param>
    public Instant? First(ReadingCriterion criterion, in HoursPosition from, Instant limit) =>
        outages.None ? scheduled.First(criterion, from, limit) : FirstAmidOutages(criterion, from.Moment, limit);

    /// <summary>When the reading next changes, if that is after the moment and before the limit.</summary>
    public Instant? NextChange(Instant moment, Instant limit)
    {
        var here = PositionOf(moment);
        return First(ReadingCriterion.ChangeOf(At(here)), here, limit);
    }

    /// <summary>
    /// The maximal intervals of equal reading that tile <c>[from, to)</c>, in order, computed as they are asked for. The first
    /// and the last are cut at the ends of the span.
    /// </summary>
    public IEnumerable<StateInterval> Intervals(Instant from, Instant to)
    {
        while (from < to)
        {
            var here = PositionOf(from);
            var reading = At(here);
            var end = First(ReadingCriterion.ChangeOf(reading), here, to) ?? to;
            yield return new StateInterval(from, end, reading);
            from = end;
        }
    }

    private Instant? FirstAmidOutages(ReadingCriterion criterion, Instant from, Instant limit)
    {
        while (from < limit && outages.From(from) is { } outage && outage.Start < limit)
        {
            if (from < outage.Start && scheduled.First(criterion, PositionOf(from), outage.Start) is { } found)
                return found;
            from = Instant.Max(from, outage.Start);
            if (criterion.Is(outage.Reading))
                return from;
            from = outage.End;
        }

        return from < limit ? scheduled.First(criterion, PositionOf(from), limit) : null;
    }
}
