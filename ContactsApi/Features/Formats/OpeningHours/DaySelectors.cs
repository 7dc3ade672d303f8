using System.Globalization;
using NodaTime;

namespace ContactsApi.Features.Formats.OpeningHours;

/// <summary>Names days as OpenStreetMap does: those that follow each other as a range.</summary>
public static class DaySelectors
{
    private const string PublicHoliday = "PH";

    private static readonly string[] Names = ["", "Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

    /// <param name="days">In order; nothing stands for public holidays.</param>
    public static string Of(IReadOnlyList<IsoDayOfWeek?> days) => string.Join(
        ',',
        Runs([.. days.OfType<IsoDayOfWeek>()], (one, next) => next == one + 1)
            .Select(run => run.First == run.Last ? Names[(int)run.First] : $"{Names[(int)run.First]}-{Names[(int)run.Last]}")
            .Concat(days.Contains(null) ? [PublicHoliday] : []));

    /// <param name="dates">In order.</param>
    public static string Of(IReadOnlyList<LocalDate> dates) => string.Join(
        ',',
        Runs(dates, (one, next) => next == one.PlusDays(1))
            .Select(run => run.First == run.Last ? Written(run.First) : $"{Written(run.First)}-{Written(run.Last)}"));

    /// <param name="dates">Of every year, in order.</param>
    public static string Of(IReadOnlyList<AnnualDate> dates) => string.Join(
        ',',
        Runs([.. dates.Select(date => date.InYear(2000))], (one, next) => next == one.PlusDays(1))
            .Select(run => run.First == run.Last ? Annual(run.First) : $"{Annual(run.First)}-{Annual(run.Last)}"));

    private static string Written(LocalDate date) => date.ToString("uuuu MMM dd", CultureInfo.InvariantCulture);

    private static string Annual(LocalDate date) => date.ToString("MMM dd", CultureInfo.InvariantCulture);

    private static IEnumerable<(T First, T Last)> Runs<T>(IReadOnlyList<T> items, Func<T, T, bool> follows)
    {
        for (var i = 0; i < items.Count;)
        {
            var first = i++;
            while (i < items.Count && follows(items[i - 1], items[i]))
                i++;
            yield return (items[first], items[i - 1]);
        }
    }
}
