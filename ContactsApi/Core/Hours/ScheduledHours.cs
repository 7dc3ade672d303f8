using ContactsApi.Core.Calendar;
using NodaTime;

namespace ContactsApi.Core.Hours;

/// <summary>What statements and overrides say, incidents aside: the patterns of dates, laid out in the time of a zone.</summary>
public sealed class ScheduledHours(DayPatterns patterns, Clocks clocks)
{
    public bool IsConstant => patterns.Only is not null;

    public HoursReading At(Instant moment) => patterns.Only is { } only ? only.Last : Find(moment).Reading;

    public HoursPosition PositionOf(Instant moment) => patterns.Only is { } only ? new HoursPosition(moment, default, only, 0) : Find(moment);

    /// <summary>What decides at the moment.</summary>
    public Layers LayersAt(Instant moment)
    {
        var position = Find(moment);
        var (today, piece) = (position.Day.Number, position.Pattern.Pieces[position.Piece]);
        return new Layers(null, piece.Override, DayPairs.DateOf(piece.RunsOn ? today - 1 : today));
    }

    /// <summary>The first instant after the moment at which the reading, or what decides, may be another: the end of the date at the latest.</summary>
    public Instant NextEdge(Instant moment)
    {
        var position = Find(moment);
        var pieces = position.Pattern.Pieces;
        var next = position.Piece + 1;
        return next < pieces.Length ? position.Day.InstantOf(pieces[next].StartMinute) : position.Day.End;
    }

    /// <summary>The first instant, from the position on and before the limit, at which the criterion holds.</summary>
    public Instant? First(ReadingCriterion criterion, in HoursPosition from, Instant limit)
    {
        if (criterion.Is(from.Reading))
            return from.Moment;
        if (patterns.Only is not null)
            return null;
        var day = from.Day;
        // No zone is as much as a day ahead of or behind UTC.
        var last = (int)(limit.ToUnixTimeSeconds() / NodaConstants.SecondsPerDay) + 1;
        var found = StartIn(from.Pattern, criterion, day, from.Piece + 1);
        while (found is null)
        {
            if (patterns.First(criterion, day.Number + 1, last) is not { } next)
                return null;
            day = day.Plus(next - day.Number);
            found = StartIn(patterns.On(next), criterion, day, 0);
        }

        return found < limit ? found : null;
    }

    private HoursPosition Find(Instant moment)
    {
        var day = LocalDay.Of(moment, clocks);
        var pattern = patterns.On(day.Number);
        return new HoursPosition(moment, day, pattern, PieceAt(moment, day, pattern));
    }

    private static int PieceAt(Instant moment, in LocalDay day, DayPattern pattern)
    {
        var pieces = pattern.Pieces;
        var piece = pieces.Length - 1;
        while (piece > 0 && moment < day.InstantOf(pieces[piece].StartMinute))
            piece--;
        return piece;
    }

    /// <summary>Where the first piece begins, from the given one on, that meets the criterion and that the clocks of the day do not skip.</summary>
    private static Instant? StartIn(DayPattern pattern, ReadingCriterion criterion, in LocalDay day, int piece)
    {
        var pieces = pattern.Pieces;
        for (; piece < pieces.Length; piece++)
        {
            if (!criterion.Is(pieces[piece].Reading))
                continue;
            var start = day.InstantOf(pieces[piece].StartMinute);
            if (start < (piece + 1 < pieces.Length ? day.InstantOf(pieces[piece + 1].StartMinute) : day.End))
                return start;
        }

        return null;
    }
}
