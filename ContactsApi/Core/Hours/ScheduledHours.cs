using NodaTime;

namespace ContactsApi.Core.Hours;

/// <summary>What statements and overrides say, incidents aside: the patterns of dates, laid out in the time of a zone.</summary>
public sealed class ScheduledHours(DayPatterns patterns, Clocks clocks)
{
    public bool IsConstant => patterns.Only is not null;

    public HoursReading At(Instant moment)
    {
        if (patterns.Only is { } only)
            return only.Last;
        var day = LocalDay.Of(moment, clocks);
        var pattern = patterns.On(day.Number);
        return pattern.Pieces[PieceAt(moment, day, pattern)].Reading;
    }

    public HoursPosition PlaceOf(Instant moment)
    {
        if (patterns.Only is { } only)
            return new HoursPosition(moment, default, only, 0);
        var day = LocalDay.Of(moment, clocks);
        var pattern = patterns.On(day.Number);
        return new HoursPosition(moment, day, pattern, PieceAt(moment, day, pattern));
    }

    /// <summary>The first instant, from the place on and before the limit, at which what is sought holds.</summary>
    public Instant? First(ReadingCriterion sought, in HoursPosition from, Instant limit)
    {
        if (sought.Is(from.Reading))
            return from.Moment;
        if (patterns.Only is not null)
            return null;
        var day = from.Day;
        // No zone is as much as a day ahead of or behind UTC.
        var last = (int)(limit.ToUnixTimeSeconds() / NodaConstants.SecondsPerDay) + 1;
        var found = StartIn(from.Pattern, sought, day, from.Piece + 1);
        while (found is null)
        {
            if (patterns.First(sought, day.Number + 1, last) is not { } next)
                return null;
            day = day.Plus(next - day.Number);
            found = StartIn(patterns.On(next), sought, day, 0);
        }

        return found < limit ? found : null;
    }

    private static int PieceAt(Instant moment, in LocalDay day, DayPattern pattern)
    {
        var pieces = pattern.Pieces;
        var piece = pieces.Length - 1;
        while (piece > 0 && moment < day.InstantOf(pieces[piece].StartMinute))
            piece--;
        return piece;
    }

    /// <summary>Where the first piece begins, from the given one on, that is sought and that the clocks of the day do not skip.</summary>
    private static Instant? StartIn(DayPattern pattern, ReadingCriterion sought, in LocalDay day, int piece)
    {
        var pieces = pattern.Pieces;
        for (; piece < pieces.Length; piece++)
        {
            if (!sought.Is(pieces[piece].Reading))
                continue;
            var start = day.InstantOf(pieces[piece].StartMinute);
            if (start < (piece + 1 < pieces.Length ? day.InstantOf(pieces[piece + 1].StartMinute) : day.End))
                return start;
        }

        return null;
    }
}
