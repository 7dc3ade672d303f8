using System.Buffers;
using NodaTime;

namespace ContactsApi.Core.Calendar;

/// <summary>
/// The production calendar in the form in which hours are searched: for each date one small number, its pair, that says of
/// which kind the date is, or of which it may be, and the same of the date before it, whose windows may run past midnight. Dates are numbered from
/// 1970-01-01 and end with 2110-03-06, which leaves room for all that an answer of the year 2100 looks ahead.
/// </summary>
/// <remarks>Made block by block as dates are asked for: 512 dates take half a kilobyte, all of them 50.</remarks>
public sealed class DayPairs(ProductionCalendar calendar)
{
    /// <summary>Of which kinds dates may be: in the calendar of all Russia all are certain.</summary>
    public IReadOnlyList<PossibleKinds> Kinds { get; } =
        [.. PossibleKinds.All.Where(kinds => calendar.Regional is not null || !kinds.OrHoliday)];

    /// <summary>How many pairs there are; each is a number below this.</summary>
    public int Count => Kinds.Count * Kinds.Count;

    /// <summary>Dates have numbers below this.</summary>
    public const int Days = BlockDays * 100;

    private const int BlockBits = 9;
    private const int BlockDays = 1 << BlockBits;

    private static readonly LocalDate Epoch = new(1970, 1, 1);

    private readonly byte[]?[] blocks = new byte[]?[Days / BlockDays];

    public static int NumberOf(LocalDate date) => Period.DaysBetween(Epoch, date);

    public static LocalDate DateOf(int number) => Epoch.PlusDays(number);

    /// <summary>Numbered so that the pairs of the first kinds alone are the first pairs.</summary>
    public static byte Of(PossibleKinds today, PossibleKinds yesterday) => (today.Number, yesterday.Number) switch
    {
        var (one, other) when one >= other => (byte)(one * one + other),
        var (one, other) => (byte)(other * other + other + 1 + one),
    };

    /// <summary>The pairs of dates that are certain to be of a kind.</summary>
    public static SearchValues<byte> On(DayKind kind) =>
        SearchValues.Create([.. PossibleKinds.All.Select(yesterday => Of(new(kind), yesterday))]);

    public int On(int number) => Block(number >> BlockBits)[number & (BlockDays - 1)];

    /// <summary>The first date from one to another, both included, that has one of the wanted pairs.</summary>
    public int? First(SearchValues<byte> wanted, int from, int last)
    {
        while (from <= last)
        {
            var inBlock = from & (BlockDays - 1);
            var dates = Block(from >> BlockBits).AsSpan(inBlock, Math.Min(BlockDays - inBlock, last - from + 1));
            var found = dates.IndexOfAny(wanted);
            if (found >= 0)
                return from + found;
            from += dates.Length;
        }

        return null;
    }

    private byte[] Block(int index) => blocks[index] ?? (blocks[index] = Make(index));

    private byte[] Make(int index)
    {
        var block = new byte[BlockDays];
        var date = DateOf(index * BlockDays);
        var yesterday = calendar.DayOf(date.PlusDays(-1)).PossibleKinds;
        for (var i = 0; i < BlockDays; i++, date = date.PlusDays(1))
        {
            var today = calendar.DayOf(date).PossibleKinds;
            block[i] = Of(today, yesterday);
            yesterday = today;
        }

        return block;
    }
}
