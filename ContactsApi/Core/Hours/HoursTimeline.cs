using ContactsApi.Core.Calendar;
using NodaTime;

namespace ContactsApi.Core.Hours;

/// <summary>
/// The hours of one channel for one segment as a stream of intervals of equal state. State now, the next change, the next
/// opening and the windows of a range are all read from this one stream.
/// </summary>
public sealed class HoursTimeline
{
    /// <summary>More counting statements than this cannot be told apart in <see cref="StateInterval.OpenStatements"/>.</summary>
    public const int MaxStatements = 64;

    private static readonly int DayKinds = Enum.GetValues<DayKind>().Length;

    private readonly ProductionCalendar calendar;
    private readonly DateTimeZone zone;
    private readonly int statementCount;
    private readonly DayHours[] hoursByKind;
    private readonly DayPiece[][] patterns;
    private readonly IReadOnlyList<Override> overrides;
    private readonly IReadOnlyList<Incident> incidents;

    /// <param name="statements">The hours that each counting statement gives; none makes the channel unstated.</param>
    public HoursTimeline(
        ProductionCalendar calendar,
        DateTimeZone zone,
        IReadOnlyList<WeeklyHours> statements,
        IReadOnlyList<Override> overrides,
        IReadOnlyList<Incident> incidents)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(statements.Count, MaxStatements);
        this.calendar = calendar;
        this.zone = zone;
        this.overrides = overrides;
        this.incidents = incidents;
        statementCount = statements.Count;
        hoursByKind =
        [
            .. Enum.GetValues<DayKind>().Select(kind => new DayHours([.. statements.Select(hours => hours.On(kind))], Override: null)),
        ];
        patterns =
        [
            .. from today in hoursByKind from yesterday in hoursByKind select DayPattern.Of(today, yesterday),
        ];
    }

    public StateInterval At(Instant moment) => Intervals(moment, moment + Duration.Epsilon).First();

    /// <summary>
    /// The maximal intervals of equal state that tile <c>[from, to)</c>, in order, computed as they are asked for. The first
    /// and the last are cut at the ends of the span.
    /// </summary>
    public IEnumerable<StateInterval> Intervals(Instant from, Instant to)
    {
        StateInterval? pending = null;
        foreach (var interval in IsConstant ? Constant(from, to) : DayByDay(from, to))
        {
            foreach (var next in CutByIncidents(interval))
            {
                if (pending is { } current && !current.ContinuesAs(next))
                {
                    yield return current;
                    pending = next;
                }
                else
                {
                    pending = next with { Start = pending?.Start ?? next.Start };
                }
            }
        }

        if (pending is { } last)
            yield return last;
    }

    /// <summary>Every day is alike and of one piece, as round the clock: there is no need to walk through the days.</summary>
    private bool IsConstant => overrides.Count == 0 && patterns.All(pieces => pieces.Length == 1 && pieces[0] == patterns[0][0]);

    private IEnumerable<StateInterval> Constant(Instant from, Instant to)
    {
        if (from < to)
            yield return Interval(from, to, patterns[0][0]);
    }

    private IEnumerable<StateInterval> DayByDay(Instant from, Instant to)
    {
        // A day earlier than the calendar shows, for zones whose clocks go back across midnight.
        var first = from.InZone(zone).Date.PlusDays(-1);
        var yesterday = HoursOn(first.PlusDays(-1));
        for (var day = new LocalDay(first, zone); day.Start < to; day = day.Next)
        {
            var today = HoursOn(day.Date);
            var pieces = PatternOf(today, yesterday);
            for (var i = 0; i < pieces.Length; i++)
            {
                var start = Instant.Max(from, day.InstantOf(pieces[i].StartMinute));
                var end = Instant.Min(to, i + 1 < pieces.Length ? day.InstantOf(pieces[i + 1].StartMinute) : day.End);
                if (start < end)
                    yield return Interval(start, end, pieces[i]);
            }

            yesterday = today;
        }
    }

    private (DayHours Hours, int? Kind) HoursOn(LocalDate date)
    {
        foreach (var replacement in overrides)
        {
            if (replacement.Covers(date))
                return (new DayHours([.. Enumerable.Repeat(replacement.Windows, Math.Max(1, statementCount))], replacement), null);
        }

        var kind = (int)calendar.KindOf(date);
        return (hoursByKind[kind], kind);
    }

    private DayPiece[] PatternOf((DayHours Hours, int? Kind) today, (DayHours Hours, int? Kind) yesterday) =>
        today.Kind is { } kindToday && yesterday.Kind is { } kindYesterday
            ? patterns[kindToday * DayKinds + kindYesterday]
            : DayPattern.Of(today.Hours, yesterday.Hours);

    private StateInterval Interval(Instant start, Instant end, DayPiece piece) =>
        new(
            start,
            end,
            StateOf(piece),
            piece.Override is null ? Cause.Schedule : Cause.Override,
            piece.OpenStatements,
            piece.Override?.Reason);

    private HoursState StateOf(DayPiece piece)
    {
        if (statementCount == 0 && piece.Override is null)
            return HoursState.Unstated;
        var all = statementCount == 0 ? 1UL : ulong.MaxValue >> (MaxStatements - statementCount);
        return piece.OpenStatements == all ? HoursState.Open
            : piece.OpenStatements == 0 ? HoursState.Closed
            : HoursState.Disputed;
    }

    private IEnumerable<StateInterval> CutByIncidents(StateInterval interval)
    {
        var start = interval.Start;
        while (start < interval.End)
        {
            var end = NextIncidentEdge(start, interval.End);
            // Of several incidents at once the one that began first gives the reason.
            yield return incidents.Where(incident => incident.Covers(start)).MinBy(incident => incident.Start) is { } incident
                ? new StateInterval(start, end, HoursState.Closed, Cause.Incident, 0, incident.Reason)
                : interval with { Start = start, End = end };
            start = end;
        }
    }

    private Instant NextIncidentEdge(Instant after, Instant limit)
    {
        foreach (var incident in incidents)
        {
            if (after < incident.Start && incident.Start < limit)
                limit = incident.Start;
            if (after < incident.End && incident.End < limit)
                limit = incident.End.Value;
        }

        return limit;
    }
}
