using ContactsApi.Core.Calendar;
using NodaTime;

namespace ContactsApi.Core.Hours;

/// <summary>
/// The hours of one channel for one segment, compiled for any moment of the years 2000 to 2100: the state now, the next
/// change, the next opening and the windows of a range. See <c>docs/decisions/0011-compiled-hours.md</c>.
/// </summary>
public sealed class HoursTimeline
{
    /// <summary>More counting statements than this cannot be told apart in <see cref="Reading.OpenStatements"/>.</summary>
    public const int MaxStatements = 64;

    private readonly ScheduledHours scheduled;
    private readonly Outages outages;

    /// <param name="zone">The zone of the windows; the dates of overrides are dates in it too.</param>
    /// <param name="statements">The hours that each counting statement gives; none makes the channel unstated.</param>
    public HoursTimeline(
        ProductionCalendar calendar,
        DateTimeZone zone,
        IReadOnlyList<WeeklyHours> statements,
        IReadOnlyList<Override> overrides,
        IReadOnlyList<Incident> incidents)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(statements.Count, MaxStatements);
        scheduled = new ScheduledHours(new DayPatterns(calendar, statements, overrides), zone);
        outages = new Outages(incidents);
    }

    public Reading At(Instant moment) =>
        outages.From(moment) is { } outage && outage.Start <= moment ? outage.Reading : scheduled.At(moment);

    /// <summary>The first instant in <c>[from, limit)</c> at which what is sought holds.</summary>
    public Instant? First(Sought sought, Instant from, Instant limit)
    {
        while (from < limit && outages.From(from) is { } outage && outage.Start < limit)
        {
            if (from < outage.Start && scheduled.First(sought, from, outage.Start) is { } found)
                return found;
            from = Instant.Max(from, outage.Start);
            if (sought.Is(outage.Reading))
                return from;
            from = outage.End;
        }

        return from < limit ? scheduled.First(sought, from, limit) : null;
    }

    /// <summary>When the reading next changes, if that is after the moment and before the limit.</summary>
    public Instant? NextChange(Instant moment, Instant limit) => First(Sought.ChangeOf(At(moment)), moment, limit);

    /// <summary>
    /// The maximal intervals of equal reading that tile <c>[from, to)</c>, in order, computed as they are asked for. The first
    /// and the last are cut at the ends of the span.
    /// </summary>
    public IEnumerable<StateInterval> Intervals(Instant from, Instant to)
    {
        while (from < to)
        {
            var reading = At(from);
            var end = First(Sought.ChangeOf(reading), from, to) ?? to;
            yield return new StateInterval(from, end, reading);
            from = end;
        }
    }
}
