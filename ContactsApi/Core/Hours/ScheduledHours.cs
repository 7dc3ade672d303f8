using NodaTime;

namespace ContactsApi.Core.Hours;

/// <summary>What statements and overrides say, incidents aside: the patterns of dates, laid out in the time of a zone.</summary>
public sealed class ScheduledHours(DayPatterns patterns, DateTimeZone zone)
{
    public Reading At(Instant moment)
    {
        var day = LocalDay.Of(moment, zone);
        var pattern = patterns.On(day.Number);
        return pattern.Pieces[PieceAt(moment, day, pattern)].Reading;
    }

    /// <summary>The first instant in <c>[from, limit)</c>, which is not empty, at which what is sought holds.</summary>
    public Instant? First(Sought sought, Instant from, Instant limit)
    {
        var day = LocalDay.Of(from, zone);
        var pattern = patterns.On(day.Number);
        var piece = PieceAt(from, day, pattern);
        if (sought.Is(pattern.Pieces[piece].Reading))
            return from;
        // No zone is as much as a day ahead of or behind UTC.
        var last = (int)(limit.ToUnixTimeSeconds() / NodaConstants.SecondsPerDay) + 1;
        var found = StartIn(pattern, sought, day, piece + 1);
        while (found is null)
        {
            if (patterns.First(sought, day.Number + 1, last) is not { } next)
                return null;
            day = day.Plus(next - day.Number);
            found = StartIn(patterns.On(next), sought, day, 0);
        }

        return found < limit ? found : null;
    }

    private static int PieceAt(Instant moment, LocalDay day, DayPattern pattern)
    {
        var piece = pattern.Pieces.Length - 1;
        while (piece > 0 && moment < day.InstantOf(pattern.Pieces[piece].StartMinute))
            piece--;
        return piece;
    }

    /// <summary>Where the first piece begins, from the given one on, that is sought and that the clocks of the day do not skip.</summary>
    private static Instant? StartIn(DayPattern pattern, Sought sought, LocalDay day, int piece)
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
