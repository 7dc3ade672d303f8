using System.Numerics;
using NodaTime;

namespace ContactsApi.Core.Calendar;

/// <summary>
/// Dates of the years 2000 to 2100, made ready to be counted: a bit for each date, and for each 64 dates how many came before
/// them. Dates are numbered from 2000-01-01, which is 0. It takes 6 kB.
/// </summary>
public sealed class DateSet
{
    public static readonly LocalDate FirstDate = new(2000, 1, 1);
    public static readonly LocalDate LastDate = new(2100, 12, 31);

    /// <summary>How many dates there are.</summary>
    public static readonly int Length = NumberOf(LastDate) + 1;

    private readonly ulong[] words = new ulong[(Length >> 6) + 1];
    private readonly ushort[] before;

    public DateSet(IEnumerable<LocalDate> dates)
    {
        foreach (var number in dates.Select(NumberOf).Where(number => number >= 0 && number < Length))
            words[number >> 6] |= 1UL << number;
        before = new ushort[words.Length];
        for (var i = 1; i < words.Length; i++)
            before[i] = (ushort)(before[i - 1] + BitOperations.PopCount(words[i - 1]));
        Count = CountBefore(Length);
    }

    public int Count { get; }

    public static int NumberOf(LocalDate date) => Period.DaysBetween(FirstDate, date);

    public static LocalDate DateOf(int number) => FirstDate.PlusDays(number);

    public bool Contains(int number) => (words[number >> 6] >> number & 1) == 1;

    /// <summary>How many of the dates have a lower number.</summary>
    /// <param name="number">0 to <see cref="Length"/>, which asks for all.</param>
    public int CountBefore(int number) => before[number >> 6] + BitOperations.PopCount(words[number >> 6] & ((1UL << number) - 1));

    /// <summary>How many of the dates lie between two, both included.</summary>
    public int CountIn(LocalDate from, LocalDate to) => CountBefore(NumberOf(to) + 1) - CountBefore(NumberOf(from));

    /// <summary>The number of a date of the set by how many come before it; nothing if there are not as many.</summary>
    public int? NumberAt(int index)
    {
        if (index < 0 || index >= Count)
            return null;
        var word = Array.BinarySearch(before, (ushort)index);
        // Words without a date of the set count the same before them: the last of these holds the date.
        word = word < 0 ? ~word - 1 : word;
        while (word + 1 < before.Length && before[word + 1] <= index)
            word++;
        var bits = words[word];
        for (var skipped = before[word]; skipped < index; skipped++)
            bits &= bits - 1;
        return (word << 6) + BitOperations.TrailingZeroCount(bits);
    }
}
