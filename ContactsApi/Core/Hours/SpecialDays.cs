using ContactsApi.Core.Calendar;
using NodaTime;

namespace ContactsApi.Core.Hours;

/// <summary>Consecutive dates of one pattern that overrides make: those overridden, and the one after, into which windows may run.</summary>
/// <param name="First">The first date, counted as <see cref="DayPairs"/> does.</param>
/// <param name="Last">The last date, included.</param>
public readonly record struct SpecialDays(int First, int Last, DayPattern Pattern)
{
    private static readonly DateInterval All = new(DayPairs.DateOf(0), DayPairs.DateOf(DayPairs.Days - 1));

    /// <param name="usual">The hours of a date that is not overridden.</param>
    /// <returns>In order of time, without overlap.</returns>
    public static IEnumerable<SpecialDays> Of(IReadOnlyList<Override> overrides, StatementBits statements, Func<LocalDate, DayHours> usual)
    {
        DayHours[] replaced = [.. overrides.Select(one => DayHours.Of(one, statements))];
        // Those that come back every year make the same few patterns again and again.
        var patterns = new Dictionary<(DayHours Today, DayHours Yesterday), DayPattern>();
        // From each of these dates to the next, the same override covers a date and the same one covers the date before.
        int[] starts =
        [
            .. overrides
                .SelectMany(one => one.Within(All))
                .SelectMany(span => new[] { DayPairs.NumberOf(span.Start), DayPairs.NumberOf(span.Start) + 1, DayPairs.NumberOf(span.End) + 1, DayPairs.NumberOf(span.End) + 2 })
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
            if (!patterns.TryGetValue((today, yesterday), out var pattern))
                patterns[(today, yesterday)] = pattern = new DayPattern(today, yesterday, statements);
            yield return new SpecialDays(starts[i], last, pattern);
        }

        DayHours HoursOn(int number)
        {
            var date = DayPairs.DateOf(number);
            // Of several overrides the first one counts.
            return Array.Find(replaced, hours => hours.Override!.Covers(date)) is { Override: not null } hours ? hours : usual(date);
        }
    }
}
