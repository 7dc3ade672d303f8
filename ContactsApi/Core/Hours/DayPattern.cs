using ContactsApi.Core.Calendar;

namespace ContactsApi.Core.Hours;

/// <summary>The windows of each counting statement on one date.</summary>
/// <param name="Override">What replaced the windows of the statements, if anything did.</param>
/// <param name="IfHoliday">The windows if the date is a holiday, where that is not known; else the same.</param>
public readonly record struct DayHours(
    IReadOnlyList<IReadOnlyList<TimeWindow>> ByStatement, IReadOnlyList<IReadOnlyList<TimeWindow>> IfHoliday, Override? Override)
{
    public static DayHours Of(IReadOnlyList<WeeklyHours> statements, PossibleKinds kinds)
    {
        IReadOnlyList<IReadOnlyList<TimeWindow>> windows = [.. statements.Select(week => week.On(kinds.Kind))];
        return new(windows, kinds.OrHoliday ? [.. statements.Select(week => week.Holiday)] : windows, Override: null);
    }

    public static DayHours Of(Override replacement, StatementBits statements)
    {
        IReadOnlyList<IReadOnlyList<TimeWindow>> windows = [.. Enumerable.Repeat(replacement.Windows, Math.Max(1, statements.Count))];
        return new(windows, windows, replacement);
    }

    public IEnumerable<TimeWindow> AllWindows => ByStatement.Concat(IfHoliday).SelectMany(windows => windows);

    /// <summary>Which statements are open at a minute.</summary>
    public OpenStatements At(int minute)
    {
        var (open, ifHoliday) = (OpenOf(ByStatement, minute), OpenOf(IfHoliday, minute));
        return new(open & ifHoliday, open | ifHoliday);
    }

    private static ulong OpenOf(IReadOnlyList<IReadOnlyList<TimeWindow>> byStatement, int minute)
    {
        var open = 0UL;
        for (var statement = 0; statement < byStatement.Count; statement++)
        {
            if (byStatement[statement].Any(window => window.StartMinute <= minute && minute < window.EndMinute))
                open |= 1UL << statement;
        }

        return open;
    }
}

/// <summary>Bits of the statements that are open whatever the date turns out to be, and of those that may be.</summary>
public readonly record struct OpenStatements(ulong Certain, ulong Possible)
{
    public static OpenStatements operator |(OpenStatements one, OpenStatements other) => new(one.Certain | other.Certain, one.Possible | other.Possible);
}

/// <summary>The counting statements of a channel.</summary>
/// <param name="ToldApart">
/// Bit i is set if it matters what statement i says by itself. Of the others only the state that all give together is known: so hours
/// in which it stays the same are of one piece.
/// </param>
public readonly record struct StatementBits(int Count, ulong ToldApart = ulong.MaxValue);

/// <summary>A stretch of one date from a minute (of local time) to the next piece or the end of the date.</summary>
/// <param name="RunsOn">Whether the date before decides: only a window of that one runs in the stretch.</param>
/// <param name="Override">What replaced the windows of the date that decides, if anything did.</param>
public readonly record struct DayPiece(int StartMinute, HoursReading Reading, bool RunsOn, Override? Override)
{
    public bool IsLike(DayPiece other) => this == other with { StartMinute = StartMinute };
}

/// <summary>One date cut into pieces of one reading and one origin each; neighbours differ in either. It depends on the hours of two dates alone.</summary>
public sealed class DayPattern
{
    private readonly DayPiece[] pieces;

    /// <param name="today">The windows that start on this date.</param>
    /// <param name="yesterday">The windows that start on the date before: those past midnight spill into this one.</param>
    /// <param name="statements">The statements that count; none makes the channel unstated but on overridden dates.</param>
    public DayPattern(DayHours today, DayHours yesterday, StatementBits statements)
    {
        pieces = [.. Cut(today, yesterday, statements)];
        States = StateSet.Of([.. pieces.Select(piece => piece.Reading.State)]);
    }

    /// <summary>In order; the first starts with the date.</summary>
    public ReadOnlySpan<DayPiece> Pieces => pieces;

    public StateSet States { get; }

    /// <summary>The reading with which the date ends.</summary>
    public HoursReading Last => pieces[^1].Reading;

    public bool IsAll(HoursReading reading) => Array.TrueForAll(pieces, piece => piece.Reading == reading);

    private static IEnumerable<DayPiece> Cut(DayHours today, DayHours yesterday, StatementBits statements)
    {
        var edges = new SortedSet<int> { 0 };
        foreach (var window in today.AllWindows)
            edges.UnionWith([window.StartMinute, window.EndMinute]);
        foreach (var window in yesterday.AllWindows)
            edges.Add(Math.Max(0, window.EndMinute - TimeWindow.MinutesOfDay));

        DayPiece? before = null;
        foreach (var minute in edges.Where(minute => minute < TimeWindow.MinutesOfDay))
        {
            var fromToday = today.At(minute);
            var fromYesterday = yesterday.At(minute + TimeWindow.MinutesOfDay);
            // A stretch belongs to the date whose window runs in it; without any, to the date it lies on.
            var runsOn = fromToday.Possible == 0 && fromYesterday.Possible != 0;
            var restsOn = runsOn ? yesterday.Override : today.Override;
            var piece = new DayPiece(minute, ReadingOf(fromToday | fromYesterday, restsOn, statements), runsOn, restsOn);
            if (before?.IsLike(piece) != true)
                yield return piece;
            before = piece;
        }
    }

    private static HoursReading ReadingOf(OpenStatements open, Override? restsOn, StatementBits statements)
    {
        var all = statements.Count == 0 ? 1UL : ulong.MaxValue >> (HoursTimeline.MaxStatements - statements.Count);
        var state = statements.Count == 0 && restsOn is null ? HoursState.Unstated
            : open.Certain == all ? HoursState.Open
            : open.Possible == 0 ? HoursState.Closed
            : HoursState.Disputed;
        return new HoursReading(state, restsOn is null ? Cause.Schedule : Cause.Override, open.Certain & statements.ToldApart, restsOn?.Reason)
        {
            HangsOnHoliday = open is { Certain: 0 } && open.Possible == all,
        };
    }
}
