namespace ContactsApi.Core.Hours;

/// <summary>A stretch of one date in which the state stays the same.</summary>
/// <param name="StartMinute">Minutes from midnight, included.</param>
/// <param name="EndMinute">Minutes from midnight, not included; at most those of a day.</param>
public readonly record struct DayStretch(int StartMinute, int EndMinute, HoursState State)
{
    public bool IsWholeDay => StartMinute == 0 && EndMinute == TimeWindow.MinutesOfDay;
}

/// <summary>The hours of one date in local time: what is not closed, in order, cut at midnight. Plans of equal hours are equal.</summary>
public sealed record DayPlan(IReadOnlyList<DayStretch> Stretches)
{
    public static DayPlan Of(DayPattern pattern)
    {
        var stretches = new List<DayStretch>();
        for (var i = 0; i < pattern.Pieces.Length; i++)
        {
            var piece = pattern.Pieces[i];
            var end = i + 1 < pattern.Pieces.Length ? pattern.Pieces[i + 1].StartMinute : TimeWindow.MinutesOfDay;
            if (piece.Reading.State != HoursState.Closed)
                stretches.Add(new DayStretch(piece.StartMinute, end, piece.Reading.State));
        }

        return new DayPlan(Joined(stretches, (one, next) => one.State == next.State));
    }

    public IEnumerable<DayStretch> Open => Stretches.Where(stretch => stretch.State == HoursState.Open);

    /// <summary>What is neither open nor closed: disputed, or unstated.</summary>
    public IEnumerable<DayStretch> Uncertain => Stretches.Where(stretch => stretch.State != HoursState.Open);

    /// <summary>What is not closed, whatever it is.</summary>
    public DayPlan NotClosed => new(
        [.. Joined(Stretches, (_, _) => true).Select(stretch => stretch with { State = HoursState.Disputed })]);

    /// <summary>The stretches in which both plans are open.</summary>
    public DayPlan OpenInBoth(DayPlan other) => new(
    [
        .. from one in Open
           from two in other.Open
           let start = Math.Max(one.StartMinute, two.StartMinute)
           let end = Math.Min(one.EndMinute, two.EndMinute)
           where start < end
           select new DayStretch(start, end, HoursState.Open),
    ]);

    public bool Equals(DayPlan? other) => other is not null && Stretches.SequenceEqual(other.Stretches);

    public override int GetHashCode() => Stretches.Aggregate(0, HashCode.Combine);

    /// <summary>Makes one of neighbours that touch and are alike.</summary>
    private static List<DayStretch> Joined(IEnumerable<DayStretch> stretches, Func<DayStretch, DayStretch, bool> alike)
    {
        var joined = new List<DayStretch>();
        foreach (var stretch in stretches)
        {
            if (joined is [.., var last] && last.EndMinute == stretch.StartMinute && alike(last, stretch))
                joined[^1] = last with { EndMinute = stretch.EndMinute };
            else
                joined.Add(stretch);
        }

        return joined;
    }
}
