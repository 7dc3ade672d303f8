using System.Buffers;
using ContactsApi.Core.Calendar;

namespace ContactsApi.Core.Hours;

/// <summary>
/// The pattern of every date of one channel. It follows from the date's pair in the calendar, save on dates that an override
/// touches. Dates are numbered as <see cref="DayPairs"/> does.
/// </summary>
public sealed class DayPatterns
{
    private readonly DayPairs pairs;
    private readonly DayPattern[] byPair;
    private readonly SearchValues<byte> allPairs;

    /// <summary>By the bits of a set of states: the pairs on whose dates one of them occurs.</summary>
    private readonly SearchValues<byte>[] pairsWith;

    /// <summary>For each reading that may last a whole date: the pairs on whose dates another occurs.</summary>
    private readonly (HoursReading Reading, SearchValues<byte> Pairs)[] pairsUnlike;

    private readonly SpecialDays[] special;
    private readonly int[] lastSpecial;

    public DayPatterns(ProductionCalendar calendar, IReadOnlyList<WeeklyHours> statements, IReadOnlyList<Override> overrides, ulong toldApart = ulong.MaxValue)
    {
        var bits = new StatementBits(statements.Count, toldApart);
        pairs = calendar.Pairs;
        var kinds = pairs.Kinds;
        DayHours[] hours = [.. kinds.Select(kind => DayHours.Of(statements, kind))];
        byPair =
        [
            .. from today in kinds
               from yesterday in kinds
               orderby DayPairs.Of(today, yesterday)
               select new DayPattern(hours[today.Number], hours[yesterday.Number], bits),
        ];
        allPairs = SearchValues.Create([.. Enumerable.Range(0, pairs.Count).Select(pair => (byte)pair)]);
        pairsWith = [.. Enumerable.Range(0, StateSet.Count).Select(bits => PairsWith(ReadingCriterion.AnyOf(new StateSet(bits))))];
        pairsUnlike =
        [
            .. byPair.Select(pattern => pattern.Last).Distinct()
                .Where(reading => byPair.Any(pattern => pattern.IsAll(reading)))
                .Select(reading => (reading, PairsWith(ReadingCriterion.ChangeOf(reading)))),
        ];
        special = [.. SpecialDays.Of(overrides, bits, date => hours[calendar.DayOf(date).PossibleKinds.Number])];
        Only = special.Length == 0 && byPair.All(pattern => pattern.IsAll(byPair[0].Last)) ? byPair[0] : null;
        lastSpecial = [.. special.Select(days => days.Last)];
    }

    /// <summary>The pattern of all dates, if they are all alike and of one piece, as round the clock.</summary>
    public DayPattern? Only { get; }

    public DayPattern On(int number) =>
        NextSpecial(number) is var i && i < special.Length && special[i].First <= number ? special[i].Pattern : byPair[pairs.On(number)];

    /// <summary>The first date from one to another, both included, on which the criterion is met.</summary>
    public int? First(ReadingCriterion criterion, int from, int last)
    {
        var wanted = WantedPairs(criterion);
        for (var i = NextSpecial(from); i < special.Length && special[i].First <= last; i++)
        {
            if (pairs.First(wanted, from, special[i].First - 1) is { } found)
                return found;
            from = Math.Max(from, special[i].First);
            if (criterion.OccursOn(special[i].Pattern))
                return from;
            from = special[i].Last + 1;
        }

        return pairs.First(wanted, from, last);
    }

    private SearchValues<byte> WantedPairs(ReadingCriterion criterion)
    {
        if (criterion.Unlike is null)
            return pairsWith[criterion.States.Bits];
        foreach (var (reading, others) in pairsUnlike)
        {
            if (reading == criterion.Unlike)
                return others;
        }

        return allPairs;
    }

    private SearchValues<byte> PairsWith(ReadingCriterion criterion) =>
        SearchValues.Create([.. Enumerable.Range(0, byPair.Length).Where(pair => criterion.OccursOn(byPair[pair])).Select(pair => (byte)pair)]);

    /// <summary>The first special days that end on the date or after it.</summary>
    private int NextSpecial(int number)
    {
        if (special.Length == 0)
            return 0;
        var found = Array.BinarySearch(lastSpecial, number);
        return found < 0 ? ~found : found;
    }
}
