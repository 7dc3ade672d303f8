using System.Buffers;
using ContactsApi.Core.Calendar;
using ContactsApi.Core.Hours;
using ContactsApi.Core.Statements;
using NodaTime;

namespace ContactsApi.Core.Promises;

/// <summary>What becomes of requests outside the hours of one channel, as its counting statements say.</summary>
/// <param name="statements">The counting statements, each with its hours.</param>
/// <param name="zone">The zone of the hours.</param>
public sealed class OutsideTimes(ProductionCalendar calendar, DateTimeZone zone, IReadOnlyList<(HoursStatement Statement, WeeklyHours Hours)> statements)
{
    private static readonly SearchValues<byte> Workdays = DayPairs.On(DayKind.Workday);

    private readonly Clocks clocks = Clocks.Of(zone);

    /// <summary>No statement says anything of it.</summary>
    public bool None { get; } = statements.All(one => one.Statement.Outside is null);

    /// <summary>
    /// By the first statement that says closed and what happens then; nothing if there is none, or no workday to come. Where an operator set the hours or
    /// reported an outage, no passage tells what becomes of a request.
    /// </summary>
    public OutsideHours? At(HoursReading now, Instant moment)
    {
        if (None || now.Cause != Cause.Schedule)
            return null;
        for (var i = 0; i < statements.Count; i++)
        {
            if (statements[i].Statement.Outside is not null && (now.OpenStatements & (1UL << i)) == 0)
                return At(statements[i].Statement, statements[i].Hours, moment);
        }

        return null;
    }

    private OutsideHours? At(HoursStatement statement, WeeklyHours hours, Instant moment)
    {
        var lastBeginning = hours.Workday.Select(window => window.StartMinute).DefaultIfEmpty(0).Max();
        var today = LocalDay.Of(moment, clocks);
        var nearest = moment < today.InstantOf(lastBeginning) ? today.Number : today.Number + 1;
        // The calendar goes on for years after the last moment that can be asked about, but a catalog may have holidays alone in it.
        if (calendar.Pairs.First(Workdays, nearest, DayPairs.Days - 1) is not { } workday)
            return null;
        var date = DayPairs.DateOf(workday);
        // As long as a date before it may turn out to be a working day, it is not certain to be the nearest.
        var possible = calendar.Regional is null ? -1
            : Enumerable.Range(nearest, workday - nearest).LastOrDefault(number => calendar.DayOf(DayPairs.DateOf(number)).Possible is { Otherwise: DayKind.Workday }, -1);
        return possible < 0
            ? new OutsideHours(statement, date, calendar.BasisOf(date.Year), BeginsOn(workday))
            : new OutsideHours(statement, date, CalendarBasis.Provisional, BeginsOn(possible));

        Instant BeginsOn(int number) => today.Plus(number - today.Number).InstantOf(lastBeginning);
    }
}
