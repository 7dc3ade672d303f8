using ContactsApi.Core.Calendar;
using NodaTime;

namespace ContactsApi.Core.Hours;

/// <summary>Consecutive dates of one pattern that overrides make: those overridden, and the one after, into which windows may run.</summary>
/// <param name="First">The first date, counted as <see cref="DayPairs"/> does.</param>
/// <param name="Last">The last date, included.</param>
public readonly record struct SpecialDays(int First, int Last, DayPattern Pattern)
{
    /// <param name="usual">The hours of a date that is not overridden.</param>
    /// <returns>In order of time, without overlap.</returns>
    public static IEnumerable<SpecialDays> Of(IReadOnlyList<Override> overrides, StatementBits statements, Func<LocalDate, DayHours> usual)
    {
        // From each of these dates to the next, the same override covers a date and the same one covers the date before.
        int[] starts =
        [
            .. overrides
                .SelectMany(one => new[] { DayPairs.NumberOf(one.From), DayPairs.NumberOf(one.From) + 1, DayPairs.NumberOf(one.To) + 1, DayPairs.NumberOf(one.To) + 2 })
                .Select(number => Math.Clamp(number, 1, DayPairs.Days - 1))
                .Distinct()
                .Order(),
        ];
        for (var i = 0; i < starts.Length; i++)
        {
            var (today, yesterday) = (HoursOn(starts[i]), HoursOn(starts[i] - 1));
            if (today.Override is null && yesterday.Override is null)
                continue;
            var last = i + 1 < starts.Length ? starts[i + 1] - 1 : DayPairs.Days - 1;
            yield return new SpecialDays(starts[i], last, new DayPattern(today, yesterday, statements));
        }

        DayHours HoursOn(int number)
        {
            var date = DayPairs.DateOf(number);
            // Of several overrides the first in the catalog counts.
            return overrides.FirstOrDefault(one => one.Covers(date)) is { } replacement
                ? DayHours.Of(replacement, statements)
                : usual(date);
        }
    }
}
