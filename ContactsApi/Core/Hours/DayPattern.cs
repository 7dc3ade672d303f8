namespace ContactsApi.Core.Hours;

/// <summary>The windows of each counting statement on one date.</summary>
/// <param name="Override">What replaced the windows of the statements, if anything did.</param>
public readonly record struct DayHours(IReadOnlyList<IReadOnlyList<TimeWindow>> ByStatement, Override? Override);

/// <summary>A stretch of one date from a minute (of local time) to the next piece or the end of the date.</summary>
/// <param name="OpenStatements">Bit i is set if statement i says open.</param>
/// <param name="Override">The override that the stretch rests on, if it rests on one.</param>
public readonly record struct DayPiece(int StartMinute, ulong OpenStatements, Override? Override);

/// <summary>Cuts one date into pieces in which every statement says the same throughout.</summary>
public static class DayPattern
{
    /// <param name="today">The windows that start on this date.</param>
    /// <param name="yesterday">The windows that start on the date before: those past midnight spill into this one.</param>
    public static DayPiece[] Of(DayHours today, DayHours yesterday)
    {
        var edges = new SortedSet<int> { 0 };
        foreach (var window in today.ByStatement.SelectMany(windows => windows))
            edges.UnionWith([window.StartMinute, window.EndMinute]);
        foreach (var window in yesterday.ByStatement.SelectMany(windows => windows))
            edges.Add(Math.Max(0, window.EndMinute - TimeWindow.MinutesOfDay));

        var pieces = new List<DayPiece>();
        foreach (var minute in edges.Where(minute => minute < TimeWindow.MinutesOfDay))
        {
            var fromToday = OpenAt(today, minute);
            var fromYesterday = OpenAt(yesterday, minute + TimeWindow.MinutesOfDay);
            // A stretch belongs to the date whose window runs in it; without any, to the date it lies on.
            var restsOn = fromToday == 0 && fromYesterday != 0 ? yesterday.Override : today.Override;
            var piece = new DayPiece(minute, fromToday | fromYesterday, restsOn);
            if (pieces.Count == 0 || pieces[^1] with { StartMinute = minute } != piece)
                pieces.Add(piece);
        }

        return [.. pieces];
    }

    private static ulong OpenAt(DayHours hours, int minute)
    {
        var open = 0UL;
        for (var statement = 0; statement < hours.ByStatement.Count; statement++)
        {
            if (hours.ByStatement[statement].Any(window => window.StartMinute <= minute && minute < window.EndMinute))
                open |= 1UL << statement;
        }

        return open;
    }
}
